/* The project of a file that is named by itself: checked alone the file would be asked less. */
#ifndef PYKALA_CLI_OWNER_H
#define PYKALA_CLI_OWNER_H

#include "cli/answers.h"

/*
 * Finds the project folder in or above which a file stands, and the year that the file's folder is
 * named after, without reading any file: the file may belong to that project. Returns false when
 * there is none. The result lives in the arena.
 */
bool owner_may_be(const char *path, struct arena *arena, struct answers_folder *found);

/*
 * Finds the project that a file belongs to: the project file stands in the file's folder or in one
 * above, and names the file (the year is 0) or the folder of answers around the file. Returns false
 * when there is none. The result lives in the arena.
 */
bool owner_find(const struct schema *schema, const char *path, struct arena *arena,
                struct answers_folder *found);

#endif
