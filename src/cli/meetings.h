/* The coordinator's workbook of meetings: written, and read back into the project. */
#ifndef PYKALA_CLI_MEETINGS_H
#define PYKALA_CLI_MEETINGS_H

#include "cli/command.h"

/* Writes the workbook of a project's meetings to path (NULL: kokoukset.xlsx in the project's
 * folder), unless a file is there already. Returns the exit status. */
int meetings_offer(const struct command *command, const char *project, const char *path);

/* Changes a project's file of meetings to what a workbook says, and prints each change. Returns the
 * exit status. */
int meetings_take(const struct command *command, const char *project, const char *workbook);

#endif
