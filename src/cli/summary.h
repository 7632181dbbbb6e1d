/* The last lines of a batch: what was made and where, how long it took, what failed and why. */
#ifndef PYKALA_CLI_SUMMARY_H
#define PYKALA_CLI_SUMMARY_H

#include "cli/batch.h"

#include <stdint.h>

struct summary {
    const struct preload *preload;
    const struct batch_order *order;
    const struct batch_paper *papers;
    int64_t started; /* when the work began: clock_milliseconds */
    int signal;      /* that stopped the batch, or 0 */
};

/* Appends the lines. */
void summary_write(const struct summary *summary, struct buf *out);

#endif
