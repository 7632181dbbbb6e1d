/* One paper, from the agenda's entry to the bytes of its file: the pipeline, in one place. */
#ifndef PYKALA_CLI_PAPER_H
#define PYKALA_CLI_PAPER_H

#include "base/buf.h"
#include "base/diag.h"
#include "cli/stage.h"
#include "cli/preload.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Makes a wanted paper up to the stage and appends its bytes to *out. *pages is how many pages
 * it has, 0 where the stage comes before pages. Returns false and says why.
 */
bool paper_make(const struct preload *preload, size_t paper, enum paper_stage stage,
                struct diags *diags, struct buf *out, size_t *pages);

/*
 * Makes a wanted paper up to the page document and reads the heads of its images, which needs
 * neither fonts nor a theme. Says what is wrong, in the lines of the template.
 */
void paper_try(const struct preload *preload, size_t paper, struct diags *diags);

/* Runs a wanted paper's template only: says what the data lacks that it asks for. */
void paper_ask(const struct preload *preload, size_t paper, struct diags *diags);

#endif
