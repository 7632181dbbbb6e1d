/* The options of the commands: the next one, and the values of those that several commands have. */
#ifndef PYKALA_CLI_OPTION_H
#define PYKALA_CLI_OPTION_H

#include "cli/command.h"
#include "cli/shard.h"
#include "cli/stage.h"
#include "process/limits.h"

#include <getopt.h>
#include <stdbool.h>

/* The letters of the options --timeout and --max-memory, which take a value. */
enum { OPTION_TIMEOUT = 't', OPTION_MAX_MEMORY = 'm' };

/* Returns the next option's letter as getopt_long does, or -1 after the last. An option that is
 * unknown or lacks its value, or whose value is empty, is reported by command_misused and is '?'.
 */
int option_next(const struct command *command, int argc, char **argv, const char *letters,
                const struct option *options);

/* Reads an option's number from 1 to most. Reports misuse and returns false. */
bool option_number(const struct command *command, const char *option, const char *value,
                   unsigned most, unsigned *number);

/* Reads the value of one of the two. Reports misuse and returns false. */
bool option_limits(const struct command *command, int option, const char *value,
                   struct limits *limits);

/* Reads "I/N". Reports misuse and returns false. */
bool option_shard(const struct command *command, const char *value, struct shard *shard);

/* Finds the stage of a name. Reports misuse and returns false. */
bool option_stage(const struct command *command, const char *name, enum paper_stage *stage);

/* Makes the program speak the language fi, sv or en. Reports misuse and returns false. */
bool option_language(const struct command *command, const char *name);

/* Reads a year in four digits. Reports misuse and returns false. */
bool option_year(const struct command *command, const char *value, int *year);

#endif
