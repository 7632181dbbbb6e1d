#include "followup/folder.h"

#include "base/blank.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/message.h"
#include "followup/followup.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

bool followup_is_year(const char *name)
{
    return strlen(name) == 4 && strspn(name, DIGITS) == 4;
}

bool followup_is_answers(const char *name)
{
    return *name != '.' && file_has_ending(name, ".xml");
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static struct folder_names read_names(DIR *folder, bool (*wanted)(const char *name),
                                      struct arena *arena)
{
    const char **items = NULL;
    size_t count = 0, capacity = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (!wanted(entry->d_name))
            continue;
        GROW(items, count, capacity);
        items[count++] = arena_strdup(arena, entry->d_name);
    }
    struct folder_names names = {.items = arena_array(arena, count, sizeof *items), .count = count};
    if (count) {
        qsort(items, count, sizeof *items, compare);
        memcpy(names.items, items, count * sizeof *items);
    }
    free(items);
    return names;
}

struct folder_names folder_list(const char *path, bool (*wanted)(const char *name),
                                struct arena *arena, struct diags *diags)
{
    DIR *folder = opendir(path);
    if (!folder) {
        if (errno == ENOTDIR)
            diag_add(diags, RULE_FILE_READ, (struct diag_place){.file = path}, NULL,
                     _("the folder cannot be read: %s"), strerror(errno));
        else if (errno != ENOENT)
            file_cannot_open(path, diags);
        return (struct folder_names){0};
    }
    struct folder_names names = read_names(folder, wanted, arena);
    closedir(folder);
    return names;
}
