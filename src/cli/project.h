/* A project, opened: its files read and checked, and the list of papers made from them. */
#ifndef PYKALA_CLI_PROJECT_H
#define PYKALA_CLI_PROJECT_H

#include "agenda/agenda.h"
#include "cli/session.h"
#include "input/input.h"

#include <stdbool.h>

struct project {
    struct input_project *input;
    xmlDocPtr kinds; /* the defaults of each kind of party */
    struct agenda *agenda;
};

/*
 * Opens the project file, or the one in the folder, at path. Adds everything that is wrong to the
 * session's diagnostics, sorted, and returns false when any of it is an error. Close it in either
 * case.
 */
bool project_open(struct session *session, const char *path, struct project *project);
void project_close(struct project *project);

#endif
