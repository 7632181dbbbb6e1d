/* What is said of a task that no worker has brought to its end. */
#ifndef PYKALA_CLI_LOST_H
#define PYKALA_CLI_LOST_H

#include "cli/workers.h"

/* The ids of the rules that a task broke which took too much. */
struct lost_rules {
    const char *time, *memory;
};

/* Adds a failure about what stands at the place: over which of the limits it was, or how its
 * worker ended. */
void lost_tell(struct diags *diags, struct diag_place place, const struct lost_rules *rules,
               const struct limits *limits, enum workers_cause cause, int status);

#endif
