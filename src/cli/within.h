/* A file of a project that is named by itself: checked alone it would be asked less. */
#ifndef PYKALA_CLI_WITHIN_H
#define PYKALA_CLI_WITHIN_H

#include "base/arena.h"
#include "input/input.h"

#include <stdbool.h>

struct within {
    const char *project; /* the folder of the project file */
    int year;            /* whose answers the file is; 0: it is one that the project names */
};

/*
 * Looks for the project that a file belongs to: whose project file stands in its folder or in one
 * above, and which names the file or the folder of answers that it is in. Returns false when there
 * is none. The result lives in the arena.
 */
bool within_find(const struct input_schema *schema, const char *path, struct arena *arena,
                 struct within *found);

#endif
