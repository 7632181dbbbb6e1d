#include "cli/grouping.h"

#include "base/file.h"
#include "cli/owner.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A path that was named, and the project that it may belong to. */
struct named {
    char *path;
    struct answers_folder within; /* its project is NULL when there is none */
    size_t index, group; /* in the order in which they were named; of the first in its task */
};

static int by_project(const void *left, const void *right)
{
    const struct named *a = left, *b = right;
    const char *one = a->within.project, *other = b->within.project;
    int order = strcmp(one ? one : "", other ? other : "");
    if (!order)
        order = (a->within.year > b->within.year) - (a->within.year < b->within.year);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

static int by_group(const void *left, const void *right)
{
    const struct named *a = left, *b = right;
    int order = (a->group > b->group) - (a->group < b->group);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

static bool are_together(const struct named *a, const struct named *b)
{
    return a->within.project && b->within.project && a->within.year == b->within.year &&
           strcmp(a->within.project, b->within.project) == 0;
}

static struct named *find_projects(char **paths, size_t count, struct arena *arena)
{
    struct named *all = arena_array(arena, count, sizeof *all);
    for (size_t i = 0; i < count; i++) {
        char *path = paths[i];
        all[i] = (struct named){.path = path, .index = i};
        if (file_is_folder(path) || access(path, F_OK) != 0 ||
            !owner_may_be(path, arena, &all[i].within))
            all[i].within = (struct answers_folder){0};
    }
    return all;
}

size_t grouping_share_out(char **paths, size_t count, struct grouping_task *tasks)
{
    struct arena *arena = arena_new();
    struct named *all = find_projects(paths, count, arena);
    size_t task_count = 0;
    qsort(all, count, sizeof *all, by_project);
    for (size_t i = 0; i < count; i++)
        all[i].group = i && are_together(&all[i - 1], &all[i]) ? all[i - 1].group : all[i].index;
    qsort(all, count, sizeof *all, by_group);
    for (size_t i = 0; i < count; i++) {
        paths[i] = all[i].path;
        if (i && all[i].group == all[i - 1].group)
            tasks[task_count - 1].count++;
        else
            tasks[task_count++] = (struct grouping_task){i, 1};
    }
    arena_free(arena);
    return task_count;
}
