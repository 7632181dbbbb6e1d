/* Which version of the plan a paper is made from. */
#ifndef PYKALA_AGENDA_VERSIONS_H
#define PYKALA_AGENDA_VERSIONS_H

#include "base/arena.h"
#include "base/diag.h"
#include "input/input.h"

/* Returns the version that a paper names, or a plan has (versio), in the arena; or NULL. */
const char *agenda_version_name(const xmlNode *element, struct arena *arena);

/*
 * Finds the version of a paper, an element of the project file: of a paper of a year the one in
 * force on the year's last day, else the one that it names, else the newest. *version is NULL in a
 * project without a plan. Returns false when there is no such version; reports that, unless a rule
 * has told that it isn't certain which it is.
 */
bool agenda_find_version(const struct input_project *project, const xmlNode *paper,
                         struct diags *diags, const struct input_version **version);

#endif
