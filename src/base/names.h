/* Lists of names, and the one among them that was meant. */
#ifndef PYKALA_BASE_NAMES_H
#define PYKALA_BASE_NAMES_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

struct names {
    const char **items; /* strings are the owner's */
    size_t count, capacity;
};

/* Add a name; add_new only when the list doesn't have it yet. */
void names_add(struct names *names, const char *name);
void names_add_new(struct names *names, const char *name);
bool names_contain(const struct names *names, const char *name);
void names_free(struct names *names);

/* Puts the names into the order of their bytes. */
void names_sort(struct names *names);

/* Appends at most ten names as "<a>, <b> or <c>", or without the brackets. */
void names_write(const struct names *names, bool in_brackets, struct buf *out);

/* Returns the name that was most likely meant: the nearest by edit distance when it is near.
 * Letters count as the same without their dots, rings and case (päiväys, Paivays). NULL when none
 * is near. */
const char *names_nearest(const struct names *names, const char *wrong);

/* Returns the only name that is part of a word or, when the word isn't short, has the word as a
 * part: hallitus in kunnanhallitus, tilastovuosi for vuosi. Letters count as above. NULL for none.
 */
const char *names_within(const struct names *names, const char *word);

#endif
