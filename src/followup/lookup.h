/* Names → their places in a list, found in logarithmic time. */
#ifndef PYKALA_FOLLOWUP_LOOKUP_H
#define PYKALA_FOLLOWUP_LOOKUP_H

#include "base/arena.h"

#include <stddef.h>

enum { LOOKUP_NONE = -1 };

struct lookup_entry {
    const char *name;
    size_t index;
};

struct lookup {
    struct lookup_entry *entries; /* by name */
    size_t count;
};

/*
 * Indexes count records of size bytes each, whose names are the pointers that each record begins
 * with. The names must outlive the lookup.
 */
struct lookup lookup_new(const void *records, size_t count, size_t size, struct arena *arena);

/* Returns the index of a name, or LOOKUP_NONE. NULL is no name. */
ptrdiff_t lookup_find(const struct lookup *lookup, const char *name);

/* Returns the name that was most likely meant, or NULL. */
const char *lookup_nearest(const struct lookup *lookup, const char *wrong);

#endif
