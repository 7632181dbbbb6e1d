/* The table of commands, and what each command does with its own arguments. */
#ifndef PYKALA_CLI_COMMAND_H
#define PYKALA_CLI_COMMAND_H

#include "base/message.h"
#include "base/reading.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdbool.h>

struct command {
    const char *name;
    const char *arguments; /* "PROJECT -o FOLDER" */
    const char *summary;
    const char *details; /* the options, a line each, and what else the help says */
    /* argv[0] is the command's name. Returns an exit status. */
    int (*run)(const struct command *command, int argc, char **argv);
    struct reading *reading; /* where it is recorded which file is read */
};

/* The commands, each in the file of its name. */
int check_run(const struct command *command, int argc, char **argv);
int build_run(const struct command *command, int argc, char **argv);
int list_run(const struct command *command, int argc, char **argv);
int new_run(const struct command *command, int argc, char **argv);
int followup_run(const struct command *command, int argc, char **argv);
int typeset_run(const struct command *command, int argc, char **argv);

/* Prints the command's help and returns CLI_DONE. */
int command_help(const struct command *command);

/* Prints a part of a line on standard error. What steers a terminal becomes a space: an argument
 * may be the name of anybody's file. */
void command_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Prints "pykala NAME: MESSAGE", as command_say does, and where help is found; returns CLI_USAGE.
 */
int command_misused(const struct command *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Says as wrong use that there is no such name, and asks whether the nearest was meant (NULL: none
 * is near). format holds "%s" for the name. Returns CLI_USAGE.
 */
int command_unknown(const struct command *command, const char *format, const char *name,
                    const char *nearest);

/*
 * The next option's letter as getopt_long gives it, or -1 after the last. An option that is
 * unknown, or lacks its value or has an empty one, is reported by command_misused and comes back as
 * '?'.
 */
int command_option(const struct command *command, int argc, char **argv, const char *letters,
                   const struct option *options);

/* Reads an option's number from 1 to most; misuse is reported, and false comes back. */
bool command_number(const struct command *command, const char *option, const char *value,
                    unsigned most, unsigned *number);

#endif
