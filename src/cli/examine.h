/* Checking of what was named: a file, a project, or a folder of the parties' answers. */
#ifndef PYKALA_CLI_EXAMINE_H
#define PYKALA_CLI_EXAMINE_H

#include "cli/findings.h"
#include "cli/session.h"

#include <stdbool.h>

struct examination {
    const struct session *session;
    bool spelling; /* report also the words that the dictionary doesn't know */
};

/* Checks the paths and adds what is found. Files of one project that follow each other are checked
 * with it once. */
void examine_paths(const struct examination *examination, char **paths, size_t count,
                   struct findings *findings);

#endif
