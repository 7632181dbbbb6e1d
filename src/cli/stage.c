#include "cli/stage.h"

#include "pdf/pdf.h"

static const struct {
    const char *name, *ending;
} stages[PAPER_STAGES] = {
    [PAPER_DATA] = {"data", ".xml"},  [PAPER_XHTML] = {"xhtml", ".xhtml"},
    [PAPER_DOC] = {"doc", ".doc"},    [PAPER_PAGES] = {"pages", ".pages"},
    [PAPER_TAGS] = {"tags", ".tags"}, [PAPER_PDF] = {NULL, ".pdf"},
};

const char *paper_stage_name(enum paper_stage stage)
{
    return stages[stage].name;
}

const char *paper_stage_ending(enum paper_stage stage)
{
    return stages[stage].ending;
}

bool paper_stage_write(const struct page_document *document, enum paper_stage stage,
                       const char *name, struct diags *diags, struct buf *out)
{
    if (stage == PAPER_PAGES)
        page_dump(document, out);
    else if (stage == PAPER_TAGS)
        page_dump_tags(document, out);
    else
        return pdf_write(document, name, diags, out);
    return true;
}
