/* Whose answers a file that came holds, and where they belong in the project. */
#ifndef PYKALA_CLI_ARRIVAL_H
#define PYKALA_CLI_ARRIVAL_H

#include "cli/session.h"

/* A file that came. */
struct arrival {
    const char *path; /* that is read */
    const char *name; /* what the sender calls it */
    const char *year; /* to which it is to belong; NULL: the one that it names */
    bool is_workbook;
};

/* Returns the arrival of a file, of any year: a workbook is known by its name or by its first
 * bytes, since what comes by a pipe has no name. */
struct arrival arrival_of(const char *path, const char *name);

/*
 * Returns the place FOLDER/YEAR/PARTY.xml, of a workbook .xlsx, from the project's folder: of the
 * party that the file is named after, else of the one that it names; of the arrival's year, else of
 * the year that the file names, else of the last that the project follows up, which is a guess.
 * NULL when no party or folder of answers is known. The result lives in the arena.
 */
const char *arrival_place(const struct session *session, const char *project,
                          const struct arrival *arrival, struct arena *arena, bool *is_guess);

#endif
