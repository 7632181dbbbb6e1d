/*
 * Piles: a letter with its marks, joiners and unshown characters.
 *
 * In: the characters of a text, one after the other. Out: the bytes of each letter's pile. However
 * a text is cut into words and shaped, a glyph stands for one pile, or for the few whose letters a
 * font joins.
 */
#ifndef PYKALA_TEXT_PILE_H
#define PYKALA_TEXT_PILE_H

#include <stdbool.h>
#include <stddef.h>

enum {
    /* The most text of a glyph: 512 bytes of UTF-16 (ISO 32000-1 9.10.3). */
    TEXT_MOST_LETTER = 256,
    /* A glyph has room for a ligature of four letters, or four texts joined by a template. No
     * writing needs more: a family with its colours of skin has 35 bytes. */
    TEXT_MOST_PILE = TEXT_MOST_LETTER / 4
};

/* Begins with zeros. */
struct text_pile {
    char bytes[TEXT_MOST_PILE]; /* the pile's first */
    size_t size;                /* of the whole pile */
    size_t count;               /* of the pile's characters */
    size_t unshown;             /* bytes at the end that may go to the next letter instead */
    bool joins;                 /* any next character belongs to the pile */
};

/* Adds the first character of a text to the pile, or begins a new pile with that. Returns the
 * character's bytes. */
size_t text_pile_add(struct text_pile *pile, const char *text);

#endif
