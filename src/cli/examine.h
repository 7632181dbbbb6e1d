/* Checking of what was named: a file, a project, or a folder of the parties' answers. */
#ifndef PYKALA_CLI_EXAMINE_H
#define PYKALA_CLI_EXAMINE_H

#include "cli/findings.h"
#include "cli/session.h"

#include <stdbool.h>

struct examination {
    const struct session *session;
    bool spelling;    /* report also the words that the dictionary doesn't know */
    bool understands; /* gather also what was understood of answers, and what each file is */
};

/* A file that is checked as if it stood in a project. */
struct examine_as {
    const char *project; /* its folder or file */
    const char
        *place;       /* of the answers, from the project's folder: FOLDER/YEAR/NAME.xml or .xlsx */
    const char *path; /* of the file */
    const char *name; /* what messages call the file */
};

/* Returns whether a place is FOLDER/YEAR/NAME.xml or .xlsx, and none of its parts leads elsewhere.
 */
bool examine_is_place(const char *place);

/* Checks a file in a place of a project, with the year's other answers; what stands there is not
 * read, in the other form neither. Adds what is found of the file. */
void examine_as(const struct examination *examination, const struct examine_as *as,
                struct findings *findings);

/* Checks a file by itself, as no party's answers; of the place only the ending counts. Adds what is
 * wrong with it. */
void examine_alone(const struct examination *examination, const struct examine_as *as,
                   struct findings *findings);

/* Checks the paths and adds what is found. Files of one project that follow each other are checked
 * with it once. */
void examine_paths(const struct examination *examination, char **paths, size_t count,
                   struct findings *findings);

#endif
