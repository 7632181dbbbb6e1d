#include "followup/lookup.h"

#include "base/names.h"

#include <stdlib.h>
#include <string.h>

static int compare(const void *a, const void *b)
{
    const struct lookup_entry *left = a, *right = b;
    return strcmp(left->name, right->name);
}

struct lookup lookup_new(const void *records, size_t count, size_t size, struct arena *arena)
{
    struct lookup lookup = {.entries = arena_array(arena, count, sizeof *lookup.entries),
                            .count = count};
    for (size_t i = 0; i < count; i++) {
        const char *name;
        memcpy(&name, (const char *)records + i * size, sizeof name);
        lookup.entries[i] = (struct lookup_entry){.name = name, .index = i};
    }
    if (count)
        qsort(lookup.entries, count, sizeof *lookup.entries, compare);
    return lookup;
}

ptrdiff_t lookup_find(const struct lookup *lookup, const char *name)
{
    const struct lookup_entry wanted = {.name = name};
    if (!name || !lookup->count)
        return LOOKUP_NONE;
    const struct lookup_entry *found =
        bsearch(&wanted, lookup->entries, lookup->count, sizeof wanted, compare);
    return found ? (ptrdiff_t)found->index : LOOKUP_NONE;
}

const char *lookup_nearest(const struct lookup *lookup, const char *wrong)
{
    struct names names = {0};
    for (size_t i = 0; i < lookup->count; i++)
        names_add(&names, lookup->entries[i].name);
    const char *nearest = names_nearest(&names, wrong);
    names_free(&names);
    return nearest;
}
