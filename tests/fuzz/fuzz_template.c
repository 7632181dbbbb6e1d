/*
 * A changed project that passes the rules, through the agenda and every paper's template: each
 * paper is a page document that doc can read, or its template says why not.
 */
#include "agenda/agenda.h"
#include "doc/doc.h"
#include "fuzz.h"
#include "project.h"
#include "rules/rules.h"
#include "template/template.h"

struct shelf {
    struct schema *schema;
    struct template_set *templates;
    xmlDocPtr kinds;
};

static const struct shelf *shelf(void)
{
    static struct shelf kept;
    if (kept.schema)
        return &kept;
    struct diags *diags = diags_new();
    kept.schema = schema_load(PYKALA_SOURCE_DIR "/schemas", diags);
    kept.templates = template_set_new(PYKALA_SOURCE_DIR "/templates", diags);
    kept.kinds = template_read_data(kept.templates, "fi/lajit.xml", diags);
    fuzz_require(kept.kinds != NULL, "templates can be read");
    diags_free(diags);
    return &kept;
}

static void show(const struct diags *diags, const struct buf *xhtml)
{
    if (getenv("PYKALA_FUZZ_SHOW")) {
        printf("%s\n", xhtml->data ? xhtml->data : "");
        fuzz_print(diags);
    }
}

static void make_paper(struct agenda *agenda, const struct agenda_paper *paper)
{
    struct diags *diags = diags_new();
    struct arena *arena = arena_new();
    struct buf xhtml = {0};
    agenda_select(agenda, paper);
    bool made = template_run(shelf()->templates, paper->template_name, agenda->data, diags, &xhtml);
    fuzz_require(made || diags_at_least(diags, DIAG_ERROR), "no paper without an error");
    struct doc_document *document =
        made ? doc_read(xhtml.data, xhtml.size, paper->stem, NULL, arena, diags) : NULL;
    show(diags, &xhtml);
    fuzz_require(!made || document, "what a template writes can be read");
    fuzz_require_messages(diags);
    buf_free(&xhtml);
    arena_free(arena);
    diags_free(diags);
}

static void make_one(const struct input_project *project, unsigned choice, struct diags *diags)
{
    struct arena *arena = arena_new();
    struct agenda *agenda = agenda_new(project, shelf()->kinds, arena, diags);
    const struct agenda_paper *paper =
        agenda->count ? &agenda->papers[choice % agenda->count] : NULL;
    if (paper && !paper->year) /* follow-up papers need answers */
        make_paper(agenda, paper);
    agenda_free(agenda);
    arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct fuzz fuzz = {bytes, size};
    unsigned choice = fuzz_byte(&fuzz);
    struct diags *diags = diags_new();
    struct edited edited = {0};
    project_edit(&fuzz, shelf()->schema, diags, &edited);
    if (edited.project && !diags_at_least(diags, DIAG_ERROR) && rules_check(edited.project, diags))
        make_one(edited.project, choice, diags);
    fuzz_require_messages(diags);
    project_free(&edited);
    diags_free(diags);
    return 0;
}
