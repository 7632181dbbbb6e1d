/* Names of files and folders. */
#ifndef PYKALA_CLI_PATH_H
#define PYKALA_CLI_PATH_H

#include "base/arena.h"

#include <stdbool.h>

bool path_is_folder(const char *path);

/* The folder that a file stands in, in the arena; "." when the path has none. */
const char *path_folder(const char *path, struct arena *arena);

#endif
