/*
 * Inflection: the cases and base forms that the Finnish dictionary knows of a word, and whether it
 * knows it at all.
 *
 * In: a word in UTF-8. Out: what it can be. A word that the dictionary doesn't know has no
 * readings: that says nothing about whether it is right.
 */
#ifndef PYKALA_TEXT_INFLECTION_H
#define PYKALA_TEXT_INFLECTION_H

#include "base/arena.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

/* The dictionary. */
struct inflection;

/* NULL and a failure when it isn't installed. Owned by the caller. */
struct inflection *inflection_open(struct diags *diags);
void inflection_close(struct inflection *inflection);

/* One reading of a word: the case as the vocabulary of the input calls it ("genetiivi"; "" when the
 * word has none) and the base form. */
struct inflection_reading {
    const char *name, *base;
};

/* Fills in at most limit readings, whose strings live in the arena, and returns how many. */
size_t inflection_read(struct inflection *inflection, const char *word, struct arena *arena,
                       size_t limit, struct inflection_reading *readings);

/* Whether the dictionary knows the word, as one that it is made of others, too. */
bool inflection_knows(struct inflection *inflection, const char *word);

/* Fills in at most limit words that may have been meant, which live in the arena, and returns how
 * many. */
size_t inflection_suggest(struct inflection *inflection, const char *word, struct arena *arena,
                          size_t limit, const char **words);

#endif
