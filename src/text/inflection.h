/*
 * Inflection: a word's cases and base forms in the Finnish dictionary.
 *
 * In: a word in UTF-8. Out: its readings. A word unknown to the dictionary has none, and may yet be
 * right.
 */
#ifndef PYKALA_TEXT_INFLECTION_H
#define PYKALA_TEXT_INFLECTION_H

#include "base/arena.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

/* The dictionary. */
struct inflection;

/* Opens the dictionary for the caller to close. Returns NULL after a failure: none is installed. */
struct inflection *inflection_open(struct diags *diags);
void inflection_close(struct inflection *inflection);

/* What a word names. */
enum inflection_kind {
    INFLECTION_OTHER,
    INFLECTION_GIVEN_NAME,
    INFLECTION_SURNAME,
    INFLECTION_PLACE
};

/* One reading of a word: the case's name in the input's vocabulary ("genetiivi"; "" for none), the
 * base form, and what it names. */
struct inflection_reading {
    const char *name, *base;
    enum inflection_kind kind;
};

/* Fills in at most limit readings with strings in the arena. Returns their number. */
size_t inflection_read(struct inflection *inflection, const char *word, struct arena *arena,
                       size_t limit, struct inflection_reading *readings);

/* Returns whether the dictionary knows the word, also as a compound. */
bool inflection_knows(struct inflection *inflection, const char *word);

/* Fills in at most limit words that may have been meant, in the arena. Returns their number. */
size_t inflection_suggest(struct inflection *inflection, const char *word, struct arena *arena,
                          size_t limit, const char **words);

#endif
