/* Whose answers a file that came holds, and where they belong in the project. */
#ifndef PYKALA_CLI_ARRIVAL_H
#define PYKALA_CLI_ARRIVAL_H

#include "cli/session.h"

/*
 * Returns the place FOLDER/YEAR/PARTY.xml from the project's folder: of the party that the file is
 * named after, else of the one that it names; of the year that it names, else of the last that the
 * project follows up. NULL when no party or folder of answers is known. path is read, name is what
 * the sender calls the file. The result lives in the arena.
 */
const char *arrival_place(const struct session *session, const char *project, const char *path,
                          const char *name, struct arena *arena);

#endif
