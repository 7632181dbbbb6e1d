/*
 * A page document grown from the bytes, and a theme: it is set and written as a PDF, or there is an
 * error; a machine's failure is a finding.
 */
#include "fuzz.h"

#include "grow.h"
#include "layout/layout.h"
#include "pdf/pdf.h"

#include <string.h>

enum { LIBRARY_LIFE = 2000 };

static struct text_library *kept;

static void free_library(void)
{
    text_library_free(kept);
    kept = NULL;
}

/* Made anew from time to time: it keeps every word it has seen. */
static struct text_library *library(struct diags *diags)
{
    static int uses;
    if (uses++ % LIBRARY_LIFE == 0) {
        if (kept)
            free_library();
        else
            atexit(free_library);
        kept = text_library_new(PYKALA_SOURCE_DIR "/fonts", diags);
    }
    fuzz_require(kept != NULL, "there are dictionaries");
    return kept;
}

/* Anything that the schema lets a theme say. */
static struct theme make_theme(struct fuzz *fuzz)
{
    struct theme theme = theme_default();
    if (!fuzz_below(fuzz, 2))
        return theme;
    pt64 *const lengths[] = {&theme.top, &theme.bottom, &theme.left, &theme.right, &theme.indent};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        if (fuzz_below(fuzz, 4) == 0)
            *lengths[i] = MM((int)fuzz_below(fuzz, 211));
    for (int i = 0; i < THEME_SIZES; i++)
        if (fuzz_below(fuzz, 4) == 0)
            theme.types[i] = (struct theme_type){PT(5 + (int)fuzz_below(fuzz, 68)),
                                                 1000 + (int)fuzz_below(fuzz, 2001)};
    theme.justified = fuzz_below(fuzz, 2);
    return theme;
}

static bool is_told(const struct diags *diags, enum rule rule)
{
    for (size_t i = 0; i < diags_count(diags); i++)
        if (diags_at(diags, i)->rule == rule)
            return true;
    return false;
}

static void set(const struct doc_document *document, const struct theme *theme, struct arena *arena,
                struct diags *diags)
{
    struct buf pdf = {0};
    const struct page_document *pages =
        layout_pages(document, theme, library(diags), PYKALA_SOURCE_DIR "/tests/golden/layout",
                     "fuzz.pdf", arena, diags);
    if (pages) {
        fuzz_require(pages->page_count > 0, "there is a page");
        bool written = pdf_write(pages, "fuzz.pdf", diags, &pdf);
        if (!written)
            fuzz_print(diags);
        fuzz_require(written, "finished pages can be written");
        fuzz_require(pdf.size > 1000 && memcmp(pdf.data, "%PDF-1.7", 8) == 0, "a PDF is made");
    }
    fuzz_require((pages != NULL) == (diags_at_least(diags, DIAG_ERROR) == 0),
                 "a document is set or has an error");
    buf_free(&pdf);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct fuzz fuzz = {bytes, size};
    struct buf xhtml = {0};
    struct diags *diags = diags_new();
    struct arena *arena = arena_new();
    const struct theme theme = make_theme(&fuzz);
    grow_document(&fuzz, &xhtml);
    struct doc_document *document =
        doc_read(xhtml.data, xhtml.size, "fuzz.xhtml", NULL, arena, diags);
    bool shows = getenv("PYKALA_FUZZ_SHOW") != NULL;
    if (shows)
        fprintf(stderr, "%s", xhtml.data);
    if (document)
        set(document, &theme, arena, diags);
    if (shows)
        fuzz_print(diags);
    fuzz_require(!is_told(diags, RULE_PAGE_WELL_FORMED), "what is grown is well formed");
    fuzz_require(diags_at_least(diags, DIAG_FAILURE) == 0, "nothing fails");
    fuzz_require_messages(diags);
    arena_free(arena);
    diags_free(diags);
    buf_free(&xhtml);
    return 0;
}
