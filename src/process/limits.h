/* The time and memory that work on files takes at most: anybody may have made them. */
#ifndef PYKALA_PROCESS_LIMITS_H
#define PYKALA_PROCESS_LIMITS_H

#include <stdbool.h>

/* 0 is as much as it wants. */
struct limits {
    unsigned seconds;
    unsigned mebibytes; /* beside what the process has when the work begins */
};

/* A usual paper takes a second and 50 MiB at most, the report of 1,000 parties ten and 1.2 GiB:
 * these limits only end what would not end. */
#define LIMITS_OF_PAPERS ((struct limits){.seconds = 300, .mebibytes = 2048})

/* Limits the memory that the process may take from now on: an allocation beyond it ends the
 * process. */
void limits_set_memory(const struct limits *limits);

#endif
