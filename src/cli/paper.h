/* One paper, from the agenda's entry to the bytes of its file: the pipeline, in one place. */
#ifndef PYKALA_CLI_PAPER_H
#define PYKALA_CLI_PAPER_H

#include "base/buf.h"
#include "base/diag.h"
#include "cli/warm.h"

#include <stdbool.h>
#include <stddef.h>

/* Where the way through the stages ends: its text form, or the PDF. */
enum paper_stage { PAPER_DATA, PAPER_XHTML, PAPER_DOC, PAPER_PAGES, PAPER_TAGS, PAPER_PDF };
enum { PAPER_STAGES = PAPER_PDF + 1 };

/* The stage's name for --emit; NULL for PAPER_PDF, which is what is made otherwise. */
const char *paper_stage_name(enum paper_stage stage);

/* The file name's ending: ".xhtml". */
const char *paper_stage_ending(enum paper_stage stage);

/*
 * Makes a wanted paper up to the stage and appends its bytes to *out. *pages is how many pages
 * it has, 0 where the stage comes before pages. Returns false and says why.
 */
bool paper_make(const struct warm *warm, size_t paper, enum paper_stage stage, struct diags *diags,
                struct buf *out, size_t *pages);

#endif
