#include "cli/paper.h"

#include "base/clean.h"
#include "cli/letters.h"
#include "doc/doc.h"
#include "image/image.h"
#include "layout/layout.h"
#include "text/loans.h"

#include <libxml/tree.h>

#include <string.h>

static void dump_data(const struct agenda *agenda, struct buf *out)
{
    xmlChar *bytes = NULL;
    int size = 0;
    xmlDocDumpMemoryEnc(agenda->data, &bytes, &size, "UTF-8");
    clean_xml((const char *)bytes, out);
    xmlFree(bytes);
}

/* One paper on its way through the stages. */
struct making {
    const struct preload *preload;
    const struct agenda_paper *paper;
    const struct theme *theme;
    struct arena *arena;
    struct diags *diags;
};

static bool run_template(const struct making *making, struct template_set *templates,
                         struct diags *diags, struct buf *xhtml)
{
    return template_run(templates, making->paper->template_name, making->preload->agenda->data,
                        diags, xhtml);
}

/* Returns the page document's name, as --emit xhtml gives it. */
static const char *page_name(const struct making *making)
{
    return arena_printf(making->arena, "%s%s", making->paper->stem,
                        paper_stage_ending(PAPER_XHTML));
}

static struct doc_document *read_xhtml(const struct making *making, const struct buf *xhtml,
                                       const struct diag_marks *marks, struct diags *diags)
{
    return doc_read(xhtml->data, xhtml->size, page_name(making), marks, making->arena, diags);
}

/* What a page document becomes. */
struct becoming {
    struct doc_document *document;
    size_t pages;      /* 0 where the stage comes before them */
    struct buf *bytes; /* of the stage, but for the document's */
};

static const char *paper_name(const struct making *making)
{
    return arena_printf(making->arena, "%s%s", making->paper->stem, paper_stage_ending(PAPER_PDF));
}

/* Reports what was said of a page document. The user has no such file: of a line of it that no
 * template's line explains the paper is named. */
static void report_of_paper(const struct making *making, const struct diags *said)
{
    const char *page = page_name(making);
    for (size_t i = 0; i < diags_count(said); i++) {
        const struct diag *diag = diags_at(said, i);
        if (diag->place.file && strcmp(diag->place.file, page) == 0)
            diag_add_as(making->diags, diag->severity, diag->rule,
                        (struct diag_place){.file = paper_name(making)}, diag->hint, "%s",
                        diag->message);
        else
            diag_copy(making->diags, diag, NULL);
    }
}

static bool has_slanted_text(const struct doc_document *document)
{
    const struct doc_node *const parts[] = {document->header, document->body, document->footer};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (const struct doc_node *node = parts[i]; node; node = doc_following(parts[i], node))
            if (node->kind == DOC_EM)
                return true;
    return false;
}

/* Reports what keeps a page document from being laid out, as far as its fonts say. Returns false
 * when a character is in none. */
static bool ask_fonts(const struct preload *preload, const struct doc_document *document,
                      struct diags *diags)
{
    if (preload->slanted_faults && has_slanted_text(document))
        diags_add_all(diags, preload->slanted_faults);
    return !preload->letters || letters_show(preload->letters, document, diags);
}

static bool become(const struct making *making, enum paper_stage stage, const struct buf *xhtml,
                   const struct diag_marks *marks, struct diags *diags, struct becoming *out)
{
    const struct preload *preload = making->preload;
    out->document = read_xhtml(making, xhtml, marks, diags);
    if (out->document && stage == PAPER_DOC)
        return ask_fonts(preload, out->document, diags);
    if (!out->document)
        return false;
    const struct page_document *pages =
        layout_pages(out->document, making->theme, preload->text, preload->project_folder,
                     paper_name(making), making->arena, diags);
    out->pages = pages ? pages->page_count : 0;
    if (pages)
        text_loans_tell(pages->loans, preload->told, diags);
    return pages && paper_stage_write(pages, stage, paper_name(making), diags, out->bytes);
}

/* Makes the page document once more, with templates that mark elements with the places of their
 * lines, which live as long as the templates. */
static bool make_traced(const struct making *making, struct template_set *templates,
                        enum paper_stage stage, struct diags *diags, struct becoming *out)
{
    struct buf xhtml = {0};
    bool made = run_template(making, templates, diags, &xhtml);
    if (made) {
        const struct diag_marks marks = template_set_marks(templates);
        made = become(making, stage, &xhtml, &marks, diags, out);
    }
    buf_free(&xhtml);
    return made;
}

/* Reports faults of a page document as faults of the template's lines. Returns false when there is
 * nothing to report so. */
static bool explain(const struct making *making, enum paper_stage stage)
{
    struct diags *diags = diags_new();
    struct template_set *templates = template_set_traced(making->preload->templates);
    struct buf unused = {0};
    struct becoming traced = {.bytes = &unused};
    diags_limit(diags, DIAGS_MOST);
    make_traced(making, templates, stage, diags, &traced);
    bool explained = diags_at_least(diags, DIAG_ERROR) > 0;
    if (explained)
        report_of_paper(making, diags);
    buf_free(&unused);
    template_set_free(templates);
    diags_free(diags);
    return explained;
}

static bool become_or_explain(const struct making *making, enum paper_stage stage,
                              const struct buf *xhtml, struct becoming *out)
{
    struct diags *diags = diags_new();
    bool done = become(making, stage, xhtml, NULL, diags, out);
    if (done || !explain(making, stage))
        report_of_paper(making, diags);
    diags_free(diags);
    return done;
}

/* Makes the paper from the page document on. */
static bool make_from_xhtml(const struct making *making, enum paper_stage stage,
                            const struct buf *xhtml, struct buf *out, size_t *pages)
{
    struct becoming made = {.bytes = out};
    bool done = become_or_explain(making, stage, xhtml, &made);
    if (done && stage == PAPER_DOC)
        doc_dump(made.document, out);
    *pages = made.pages;
    return done;
}

static bool make_with_template(const struct making *making, enum paper_stage stage, struct buf *out,
                               size_t *pages)
{
    struct buf xhtml = {0};
    bool made = run_template(making, making->preload->templates, making->diags, &xhtml);
    if (made && stage == PAPER_XHTML)
        clean_xml(xhtml.data, out);
    else if (made)
        made = make_from_xhtml(making, stage, &xhtml, out, pages);
    buf_free(&xhtml);
    return made;
}

static struct making begin_making(const struct preload *preload, size_t paper, struct diags *diags)
{
    struct making making = {
        .preload = preload,
        .paper = &preload->agenda->papers[preload->papers[paper]],
        .theme = preload->themes[paper],
        .arena = arena_new(),
        .diags = diags,
    };
    agenda_select(preload->agenda, making.paper);
    return making;
}

static const struct doc_node *next_image(const struct doc_node *root, const struct doc_node *node)
{
    do
        node = doc_following(root, node);
    while (node && node->kind != DOC_IMAGE);
    return node;
}

/* Reads the images that the paper would have below a node, to their ends. */
static void try_images(const struct making *making, const struct doc_node *root)
{
    const char *folder = making->preload->project_folder;
    const struct doc_node *image = root;
    while ((image = next_image(root, image))) {
        struct arena *arena = arena_new();
        const char *path = arena_printf(arena, "%s/%s", folder, image->image.source);
        const struct image *read = image_read(path, folder, image->place, arena, making->diags);
        if (read)
            image_check(read, making->diags);
        arena_free(arena);
    }
}

static bool has_images(const struct doc_document *document)
{
    return next_image(document->body, document->body) ||
           (document->header && next_image(document->header, document->header));
}

/* Names the template's lines in what is wrong with the images. */
static void try_images_traced(const struct making *making)
{
    struct template_set *templates = template_set_traced(making->preload->templates);
    struct becoming traced = {0};
    if (make_traced(making, templates, PAPER_DOC, making->diags, &traced)) {
        if (traced.document->header)
            try_images(making, traced.document->header);
        try_images(making, traced.document->body);
    }
    template_set_free(templates);
}

void paper_try(const struct preload *preload, size_t paper, bool reads_images, struct diags *diags)
{
    struct making making = begin_making(preload, paper, diags);
    struct becoming made = {0};
    struct buf xhtml = {0};
    if (run_template(&making, preload->templates, diags, &xhtml) &&
        become_or_explain(&making, PAPER_DOC, &xhtml, &made) && reads_images &&
        has_images(made.document))
        try_images_traced(&making);
    buf_free(&xhtml);
    arena_free(making.arena);
}

bool paper_make(const struct preload *preload, size_t paper, enum paper_stage stage,
                struct diags *diags, struct buf *out, size_t *pages)
{
    struct making making = begin_making(preload, paper, diags);
    *pages = 0;
    bool made = true;
    if (stage == PAPER_DATA)
        dump_data(preload->agenda, out);
    else
        made = make_with_template(&making, stage, out, pages);
    arena_free(making.arena);
    return made;
}
