/*
 * The command line: pykala and its commands (the table in cli.c).
 *
 * In: the arguments. Out: papers in a folder, text on standard output, diagnostics on standard
 * error, and an exit status. Nothing but this folder prints, and nothing but main ends the process.
 */
#ifndef PYKALA_CLI_CLI_H
#define PYKALA_CLI_CLI_H

#include "base/status.h"

/* Runs the command that the arguments name and returns the exit status. */
int cli_main(int argc, char **argv);

#endif
