/* Paths to check, shared out to workers. */
#ifndef PYKALA_CLI_GROUPING_H
#define PYKALA_CLI_GROUPING_H

#include <stddef.h>

/* Paths that one worker checks, in their order. */
struct grouping_task {
    size_t first, count;
};

/* Makes tasks of the paths, at most count. Files that may be of one project and year become one
 * task: the project is read once for them. Puts the paths into the order of the tasks, reads no
 * file, and returns how many tasks there are. */
size_t grouping_share_out(char **paths, size_t count, struct grouping_task *tasks);

#endif
