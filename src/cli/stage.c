#include "cli/stage.h"

#include "base/message.h"
#include "cli/nearest.h"
#include "pdf/pdf.h"

#include <string.h>

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

bool paper_stage_find(const struct command *command, const char *name, enum paper_stage *stage)
{
    const char *names[PAPER_STAGES];
    size_t count = 0;
    for (int i = 0; i < PAPER_STAGES; i++) {
        if (!stages[i].name)
            continue;
        names[count++] = stages[i].name;
        if (strcmp(stages[i].name, name) == 0) {
            *stage = (enum paper_stage)i;
            return true;
        }
    }
    command_misused(command, _("there is no stage \"%s\"; did you mean \"%s\"?"), name,
                    nearest_name(name, names, count));
    return false;
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
