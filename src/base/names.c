#include "base/names.h"

#include "base/memory.h"
#include "base/message.h"

#include <stdlib.h>
#include <string.h>

enum { SHOWN = 10, LONGEST = 64, SHORT = 4 /* letters that may be in many words by chance */ };

bool names_contain(const struct names *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->items[i], name) == 0)
            return true;
    return false;
}

void names_add_new(struct names *names, const char *name)
{
    if (!names_contain(names, name))
        names_add(names, name);
}

void names_add(struct names *names, const char *name)
{
    GROW(names->items, names->count, names->capacity);
    names->items[names->count++] = name;
}

void names_free(struct names *names)
{
    free(names->items);
    *names = (struct names){0};
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void names_sort(struct names *names)
{
    if (names->count)
        qsort(names->items, names->count, sizeof *names->items, compare);
}

void names_write(const struct names *names, bool in_brackets, struct buf *out)
{
    size_t shown = names->count < SHOWN ? names->count : SHOWN;
    for (size_t i = 0; i < shown; i++) {
        if (i)
            buf_string(out, i + 1 == names->count ? _(" or ") : ", ");
        buf_printf(out, in_brackets ? "<%s>" : "%s", names->items[i]);
    }
    if (shown < names->count)
        buf_string(out, ", …");
}

/* Writes a name in lower case and without dots and rings; returns its length, or 0 when it is too
 * long to compare. */
static size_t fold(const char *name, char folded[LONGEST])
{
    size_t size = 0;
    for (const char *c = name; *c; c++) {
        if (size == LONGEST)
            return 0;
        if ((unsigned char)c[0] == 0xC3 && c[1]) {
            unsigned char letter = (unsigned char)*++c & 0x9F;
            folded[size++] = letter == 0x84 || letter == 0x85 ? 'a' : letter == 0x96 ? 'o' : '?';
        } else {
            folded[size++] = *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
        }
    }
    return size;
}

static size_t least(size_t a, size_t b, size_t c)
{
    size_t smaller = a < b ? a : b;
    return smaller < c ? smaller : c;
}

/* Returns the Damerau–Levenshtein distance in its restricted form: two letters that changed places
 * are one slip. */
static size_t distance(const char *a, size_t a_size, const char *b, size_t b_size)
{
    size_t rows[3][LONGEST + 1];
    size_t *before = rows[0], *last = rows[1], *now = rows[2];
    for (size_t j = 0; j <= b_size; j++)
        last[j] = j;
    for (size_t i = 1; i <= a_size; i++) {
        now[0] = i;
        for (size_t j = 1; j <= b_size; j++) {
            now[j] = least(last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = least(now[j], now[j], before[j - 2] + 1);
        }
        size_t *spare = before;
        before = last;
        last = now;
        now = spare;
    }
    return last[b_size];
}

const char *names_nearest(const struct names *names, const char *wrong)
{
    char a[LONGEST], b[LONGEST];
    size_t a_size = fold(wrong, a);
    size_t best = 1 + a_size / 3; /* one slip in a short name, more in a long one */
    const char *nearest = NULL;
    for (size_t i = 0; a_size && i < names->count; i++) {
        size_t b_size = fold(names->items[i], b);
        size_t slips = b_size ? distance(a, a_size, b, b_size) : best;
        if (slips < best || (!slips && !best)) {
            best = slips;
            nearest = names->items[i];
        }
    }
    return nearest;
}

static bool holds(const char *text, size_t size, const char *part, size_t part_size)
{
    for (size_t i = 0; part_size && i + part_size <= size; i++)
        if (memcmp(text + i, part, part_size) == 0)
            return true;
    return false;
}

const char *names_within(const struct names *names, const char *word)
{
    char a[LONGEST], b[LONGEST];
    size_t a_size = fold(word, a);
    const char *found = NULL;
    for (size_t i = 0; i < names->count; i++) {
        size_t b_size = fold(names->items[i], b);
        if (!holds(a, a_size, b, b_size) && (a_size < SHORT || !holds(b, b_size, a, a_size)))
            continue;
        if (found)
            return NULL;
        found = names->items[i];
    }
    return found;
}
