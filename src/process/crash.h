/* What is said of a task that no worker has brought to its end. */
#ifndef PYKALA_PROCESS_CRASH_H
#define PYKALA_PROCESS_CRASH_H

#include "process/workers.h"

/* The ids of the rules that a task broke which took too much. */
struct crash_rules {
    enum rule time, memory;
};

/* Adds a failure about what stands at the place: over which of the limits it was, or how its
 * worker ended. */
void crash_report(struct diags *diags, struct diag_place place, const struct crash_rules *rules,
                  const struct limits *limits, enum workers_cause cause, int status);

#endif
