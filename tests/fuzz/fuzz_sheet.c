/*
 * The bytes as a project's own template: it is refused, fails with a message, or makes a page
 * document, which doc reads or refuses. What stands around it is small, so that it is the template
 * that takes the time.
 */
#include "fuzz.h"

#include "doc/doc.h"
#include "template/template.h"

#include <libxml/parser.h>

#include <string.h>
#include <unistd.h>

static const char data_text[] =
    "<aineisto xmlns='urn:pykala:1' osapuoli='joutsa' toimielin='hallitus' paperi='koe' "
    "aihe='sopimus' kieli='fi'><hanke><paperit><paperi tunnus='koe'><nimi>Koe</nimi></paperi>"
    "</paperit></hanke><osapuolet><osapuoli tunnus='joutsa' laji='kunta'><nimimuodot>"
    "<nominatiivi>Joutsan kunta</nominatiivi><genetiivi>Joutsan kunnan</genetiivi></nimimuodot>"
    "</osapuoli></osapuolet><sopimus><nimimuodot><genetiivi>sopimuksen</genetiivi></nimimuodot>"
    "<tausta><kappale>Tausta <vahva>on</vahva>.</kappale></tausta></sopimus></aineisto>";

static struct shelf {
    struct template_set *templates;
    xmlDocPtr data;
    char folder[32], file[48];
} shelf;

static void close_shelf(void)
{
    unlink(shelf.file);
    rmdir(shelf.folder);
}

static void open_shelf(void)
{
    struct diags *diags = diags_new();
    shelf.templates = template_set_new(PYKALA_SOURCE_DIR "/templates", diags);
    shelf.data = xmlReadMemory(data_text, sizeof data_text - 1, "koe.xml", NULL, 0);
    strcpy(shelf.folder, "/tmp/fuzz-sheet-XXXXXX");
    fuzz_require(shelf.templates && shelf.data && mkdtemp(shelf.folder), "a folder can be made");
    snprintf(shelf.file, sizeof shelf.file, "%s/koe.xsl", shelf.folder);
    atexit(close_shelf);
    diags_free(diags);
}

static void write_sheet(const uint8_t *bytes, size_t size)
{
    FILE *file = fopen(shelf.file, "wb");
    fuzz_require(file && fwrite(bytes, 1, size, file) == size, "the template can be written");
    fclose(file);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (!shelf.templates)
        open_shelf();
    write_sheet(bytes, size);
    struct diags *diags = diags_new();
    struct arena *arena = arena_new();
    struct buf xhtml = {0};
    template_set_own(shelf.templates, shelf.folder); /* forgets the one before */
    bool made = template_run(shelf.templates, "koe", shelf.data, diags, &xhtml);
    fuzz_require(made || diags_at_least(diags, DIAG_ERROR), "no failure without an error");
    const struct doc_document *document =
        made ? doc_read(xhtml.data, xhtml.size, "koe", NULL, arena, diags) : NULL;
    fuzz_require(document || diags_at_least(diags, DIAG_ERROR), "no page refused without an error");
    fuzz_require_messages(diags);
    buf_free(&xhtml);
    arena_free(arena);
    diags_free(diags);
    return 0;
}
