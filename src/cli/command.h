/* The table of commands, and what each command does with its own arguments. */
#ifndef PYKALA_CLI_COMMAND_H
#define PYKALA_CLI_COMMAND_H

#include "base/message.h"
#include "base/reading.h"
#include "cli/cli.h"

#include <stdbool.h>

struct command {
    const char *name;
    const char *arguments; /* "PROJECT -o FOLDER" */
    const char *summary;
    const char *details; /* the options, a line each, and the rest of the help */
    /* argv[0] is the command's name. Returns an exit status. */
    int (*run)(const struct command *command, int argc, char **argv);
    struct reading *reading; /* where it is recorded which file is read */
};

/* Run the commands, each in the file of its name. */
int check_run(const struct command *command, int argc, char **argv);
int build_run(const struct command *command, int argc, char **argv);
int list_run(const struct command *command, int argc, char **argv);
int new_run(const struct command *command, int argc, char **argv);
int followup_run(const struct command *command, int argc, char **argv);
int receive_run(const struct command *command, int argc, char **argv);
int typeset_run(const struct command *command, int argc, char **argv);

/* Prints the command's help and returns STATUS_DONE. */
int command_help(const struct command *command);

/* Prints part of a line on standard error, with spaces for characters that steer a terminal: an
 * argument may be the name of anybody's file. */
void command_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Prints "pykala NAME: MESSAGE", as command_say does, and where help is found. Returns
 * STATUS_USAGE. */
int command_misused(const struct command *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Reports as wrong use that there is no such name, and asks whether the nearest was meant (NULL:
 * none is near). format holds "%s" for the name. Returns STATUS_USAGE. */
int command_unknown(const struct command *command, const char *format, const char *name,
                    const char *nearest);

#endif
