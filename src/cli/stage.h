/* The stages that --emit can stop at, and the form in which each shows its result. */
#ifndef PYKALA_CLI_STAGE_H
#define PYKALA_CLI_STAGE_H

#include "base/buf.h"
#include "base/diag.h"
#include "page/page.h"

#include <stdbool.h>

/* Where the way through the stages ends: its text form, or the PDF. */
enum paper_stage { PAPER_DATA, PAPER_XHTML, PAPER_DOC, PAPER_PAGES, PAPER_TAGS, PAPER_PDF };
enum { PAPER_STAGES = PAPER_PDF + 1 };

/* The stage's name for --emit; NULL for PAPER_PDF, which is what is made otherwise. */
const char *paper_stage_name(enum paper_stage stage);

/* The file name's ending: ".xhtml". */
const char *paper_stage_ending(enum paper_stage stage);

/*
 * Appends finished pages in the stage's form: PAPER_PAGES, PAPER_TAGS or PAPER_PDF. name is what
 * diagnostics call the document. Returns false and says why.
 */
bool paper_stage_write(const struct page_document *document, enum paper_stage stage,
                       const char *name, struct diags *diags, struct buf *out);

#endif
