#include "cli/nearest.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static size_t least(size_t a, size_t b, size_t c)
{
    size_t ab = a < b ? a : b;
    return ab < c ? ab : c;
}

/* Wagner and Fischer's table, of which one row is kept. */
static size_t distance(const char *from, const char *to)
{
    size_t width = strlen(to);
    size_t *row = memory_new(width + 1, sizeof *row);
    for (size_t x = 0; x <= width; x++)
        row[x] = x;
    for (size_t y = 1; from[y - 1]; y++) {
        size_t diagonal = row[0];
        row[0] = y;
        for (size_t x = 1; x <= width; x++) {
            size_t above = row[x];
            row[x] = least(above + 1, row[x - 1] + 1, diagonal + (from[y - 1] != to[x - 1]));
            diagonal = above;
        }
    }
    size_t result = row[width];
    free(row);
    return result;
}

const char *nearest_name(const char *name, const char *const *names, size_t count)
{
    size_t best = 0, best_distance = distance(name, names[0]);
    for (size_t i = 1; i < count; i++) {
        size_t its = distance(name, names[i]);
        if (its < best_distance) {
            best = i;
            best_distance = its;
        }
    }
    return names[best];
}
