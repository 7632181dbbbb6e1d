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

/* Returns the folder of the project file that stands in a file's folder or above, in the arena;
 * NULL when there is none. */
const char *within_folder(const char *path, struct arena *arena);

/*
 * Finds the project folder in or above which a file stands, and the year that its folder is named
 * after, or 0, without reading any file: it may belong to that project. Returns false when there is
 * none. The result lives in the arena.
 */
bool within_may_be(const char *path, struct arena *arena, struct within *found);

/*
 * Looks for the project that a file belongs to: whose project file stands in its folder or in one
 * above, and which names the file or the folder of answers that it is in. Returns false when there
 * is none. The result lives in the arena.
 */
bool within_find(const struct schema *schema, const char *path, struct arena *arena,
                 struct within *found);

#endif
