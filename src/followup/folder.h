/* What stands in the folder of answers. */
#ifndef PYKALA_FOLLOWUP_FOLDER_H
#define PYKALA_FOLLOWUP_FOLDER_H

#include "base/arena.h"
#include "base/diag.h"

struct folder_names {
    const char **items; /* in the arena, sorted byte by byte */
    size_t count;
};

/*
 * Lists the names in a folder that are wanted. A folder that isn't there is empty; one that can't
 * be read is a failure, and empty.
 */
struct folder_names folder_list(const char *path, bool (*wanted)(const char *name),
                                struct arena *arena, struct diags *diags);

#endif
