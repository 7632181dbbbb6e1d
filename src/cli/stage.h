/* The stages that --emit can stop at, and the form in which each shows its result. */
#ifndef PYKALA_CLI_STAGE_H
#define PYKALA_CLI_STAGE_H

#include "base/buf.h"
#include "base/diag.h"
#include "page/page.h"

#include <stdbool.h>

/* The last stage: its text form, or the PDF. */
enum paper_stage { PAPER_DATA, PAPER_XHTML, PAPER_DOC, PAPER_PAGES, PAPER_TAGS, PAPER_PDF };
enum { PAPER_STAGES = PAPER_PDF + 1 };

/* Returns the stage's name for --emit; NULL for PAPER_PDF, which is made without that option. */
const char *paper_stage_name(enum paper_stage stage);

/* Returns the ending of file names: ".xhtml". */
const char *paper_stage_ending(enum paper_stage stage);

/* Appends finished pages in the form of PAPER_PAGES, PAPER_TAGS or PAPER_PDF. Diagnostics call the
 * document name. Reports faults and returns false. */
bool paper_stage_write(const struct page_document *document, enum paper_stage stage,
                       const char *name, struct diags *diags, struct buf *out);

#endif
