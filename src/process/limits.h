/* What work on files that anybody may have made can take: time and memory. */
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

/* From now on the process may take so much more memory: the next allocation ends it. */
void limits_set_memory(const struct limits *limits);

#endif
