/*
 * Piles: a letter with its marks, joiners and all that isn't shown around it.
 *
 * In: the characters of a text, one after the other. Out: how many bytes each letter takes with
 * what belongs to it. However a text is cut into words and shaped, a glyph stands for no more than
 * a pile, or for the few whose letters a font joins.
 */
#ifndef PYKALA_TEXT_PILE_H
#define PYKALA_TEXT_PILE_H

#include <stdbool.h>
#include <stddef.h>

enum {
    /* What a glyph may stand for: 512 bytes of UTF-16 at most (ISO 32000-1 9.10.3). */
    TEXT_MOST_LETTER = 256,
    /* A ligature of four letters stands within that, or what a template puts together of four
     * texts. No writing needs more: a family with its colours of skin has 35 bytes. */
    TEXT_MOST_PILE = TEXT_MOST_LETTER / 4
};

/* Begins with zeros. */
struct text_pile {
    char bytes[TEXT_MOST_PILE]; /* of the pile, as many as there is room for */
    size_t size;                /* of the pile */
    size_t count;               /* its characters */
    size_t unshown;             /* bytes at its end that may go to the next letter instead */
    bool joins;                 /* the next character belongs to it, whatever it is */
};

/* Adds the character that a text begins with: to the pile, or to one that begins with it. Returns
 * its bytes. */
size_t text_pile_add(struct text_pile *pile, const char *text);

#endif
