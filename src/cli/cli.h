/*
 * The command line: pykala and its commands (the table in cli.c).
 *
 * In: the arguments. Out: papers in a folder, text on standard output, diagnostics on standard
 * error, and an exit status. Nothing but this folder prints, and nothing but main ends the process.
 */
#ifndef PYKALA_CLI_CLI_H
#define PYKALA_CLI_CLI_H

/* What the process ends with. A batch stopped by a signal ends with 128 + its number. */
enum cli_status {
    CLI_DONE = 0,
    CLI_FAULT = 1,  /* the input or a paper is at fault */
    CLI_USAGE = 2,  /* wrong use */
    CLI_FAILURE = 3 /* the machine failed */
};

/* Runs the command that the arguments name and returns the exit status. */
int cli_main(int argc, char **argv);

#endif
