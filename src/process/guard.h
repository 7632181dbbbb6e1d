/*
 * A guard over what this process does itself with files that anybody may have made: it reads a
 * project before there are workers. Work that takes more time than the limits allow, or more
 * memory, ends the process with a message and STATUS_FAILURE. Nothing may be written meanwhile.
 */
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

/* work says what is done: "reading the project"; hint what to do about too long a time, or NULL. */
void guard_begin(struct guard *guard, const struct limits *limits, const char *work,
                 const char *hint);
void guard_end(struct guard *guard);

#endif
