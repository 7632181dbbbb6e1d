/* Reports a task that no worker has finished. */
#ifndef PYKALA_PROCESS_CRASH_H
#define PYKALA_PROCESS_CRASH_H

#include "process/workers.h"

/* The rules about a task that took too much. */
struct crash_rules {
    enum rule time, memory;
};

/* Adds a failure about a task's place: which of the limits it exceeded, or how its worker ended. */
void crash_report(struct diags *diags, struct diag_place place, const struct crash_rules *rules,
                  const struct limits *limits, enum workers_cause cause, int status);

#endif
