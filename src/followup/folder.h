/* Lists the folders of answers. */
#ifndef PYKALA_FOLLOWUP_FOLDER_H
#define PYKALA_FOLLOWUP_FOLDER_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/names.h"

/* Returns the path of a name in a folder, in the arena: the name alone for the folder ".". */
const char *folder_join(struct arena *arena, const char *folder, const char *name);

/*
 * Returns the names in a folder that are wanted, sorted; they are in the arena, the list is to be
 * freed. A folder that isn't there is empty; one that can't be read is reported, and empty.
 */
struct names folder_list(const char *path, bool (*wanted)(const char *name), struct arena *arena,
                         struct diags *diags);

#endif
