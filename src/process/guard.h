/* A guard over work of this process on files that anybody may have made: a project is read before
 * there are workers. Work that takes more time or memory than the limits allow ends the process
 * with a message and STATUS_FAILURE. Nothing may be written meanwhile. */
#ifndef PYKALA_PROCESS_GUARD_H
#define PYKALA_PROCESS_GUARD_H

#include "process/limits.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/resource.h>
#include <time.h>

/* Stays where it is from guard_begin to guard_end. */
struct guard {
    timer_t timer;
    bool has_timer;
    struct rlimit memory; /* as it was before */
    char message[512];
    size_t size;
};

/* Begins the guard. work names the work: "reading the project"; hint says what to do about too long
 * a time, or is NULL. */
void guard_begin(struct guard *guard, const struct limits *limits, const char *work,
                 const char *hint);
void guard_end(struct guard *guard);

#endif
