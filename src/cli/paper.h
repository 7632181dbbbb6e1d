/* One paper, from the agenda's entry to the bytes of its file: the pipeline, in one place. */
#ifndef PYKALA_CLI_PAPER_H
#define PYKALA_CLI_PAPER_H

#include "base/buf.h"
#include "base/diag.h"
#include "cli/preload.h"
#include "cli/stage.h"

#include <stdbool.h>
#include <stddef.h>

/* Makes a wanted paper up to the stage and appends its bytes to *out; *pages is its number of
 * pages, 0 where the stage comes before pages. Reports faults and returns false. */
bool paper_make(const struct preload *preload, size_t paper, enum paper_stage stage,
                struct diags *diags, struct buf *out, size_t *pages);

/* Makes a wanted paper up to the page document, which needs neither fonts nor a theme, and where it
 * is asked for reads its images. Reports what the data lacks at its place, other
 * faults at the template's lines. */
void paper_try(const struct preload *preload, size_t paper, bool reads_images, struct diags *diags);

#endif
