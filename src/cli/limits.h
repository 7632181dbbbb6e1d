/* What work on files that anybody may have made can take: the options, and the memory. */
#ifndef PYKALA_CLI_LIMITS_H
#define PYKALA_CLI_LIMITS_H

#include "cli/command.h"

#include <stdbool.h>

/* 0 is as much as it wants. */
struct limits {
    unsigned seconds;
    unsigned mebibytes; /* beside what the process has when the work begins */
};

/* A usual paper takes a second and 50 MiB at most, the report of 1,000 parties ten and 1.2 GiB:
 * these limits only end what would not end. */
#define LIMITS_OF_PAPERS ((struct limits){.seconds = 300, .mebibytes = 2048})

/* The letters of the options --timeout and --max-memory, which take a value. */
enum { LIMITS_TIMEOUT = 't', LIMITS_MAX_MEMORY = 'm' };

/* Reads the value of one of them. Misuse is reported, and false comes back. */
bool limits_read(const struct command *command, int option, const char *value,
                 struct limits *limits);

/* From now on the process may take so much more memory: the next allocation ends it. */
void limits_set_memory(const struct limits *limits);

#endif
