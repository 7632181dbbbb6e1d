/* Progress bar on standard error, where that is a terminal; elsewhere nothing. */
#ifndef PYKALA_CLI_PROGRESS_H
#define PYKALA_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

struct progress {
    bool shown;
    size_t done, total;
};

struct progress progress_start(size_t total);
void progress_step(struct progress *progress);

/* Takes the bar away, so that lines can follow. */
void progress_end(struct progress *progress);

#endif
