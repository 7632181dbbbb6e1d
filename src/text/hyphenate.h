/*
 * Inside text: finds hyphenation points.
 *
 * Finnish words are looked up once in libvoikko, Swedish ones in libhyphen, whose points between a
 * compound's parts are found by rule. Acronyms have no points.
 * An author's own U+00AD override the dictionaries. Addresses and codes, which are words with
 * digits or signs inside (2026/LIITE_4.pdf, STM:n), can be broken behind such a sign, without a
 * hyphen, where all else fails.
 */
#ifndef PYKALA_TEXT_HYPHENATE_H
#define PYKALA_TEXT_HYPHENATE_H

#include "base/diag.h"
#include "text/hyphen_level.h"
#include "text/library.h"
#include "text/shape.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The first piece ends before byte end; the second starts at byte start (after a U+00AD). */
struct hyphen_point {
    uint16_t end, start;
    enum hyphen_level level;
    bool drawn; /* with a hyphen */
};

struct hyphens {
    const struct hyphen_point *points;
    size_t count;
    const struct word **pieces; /* a square of count + 1, filled by shape_between */
};

/* Returns whether the word has the author's own points, which override the dictionaries. */
bool hyphenate_is_marked(const struct word *word);

/* Returns whether the word is an address or a code, which nobody hyphenates. */
bool hyphenate_is_code(const struct word *word);

/* Returns the word's points, in order. Kept with the word. */
const struct hyphens *hyphenate_word(struct text_library *library, struct word *word);

/* A stretch of letters of a word, for the dictionaries. A syllable has two letters or more. */
enum { LETTERS_MAX = 200, HYPHEN_POINTS_MAX = LETTERS_MAX / 2 };
struct letters {
    uint32_t codepoints[LETTERS_MAX + 1]; /* a zero after the last */
    uint16_t at[LETTERS_MAX + 1];         /* the byte in the word where each starts, and the end */
    size_t count;
};

/* Opens the Finnish dictionary. Returns false after a failure that names the package. */
bool hyphenate_fi_open(struct text_library *library, struct diags *diags);
void hyphenate_fi_close(struct text_library *library);

/* Sets levels[i], HYPHEN_NONE before, to the level of a break after letter i. */
void hyphenate_fi(struct text_library *library, const struct letters *letters,
                  enum hyphen_level *levels);

/* Returns whether the letters, the start of a Finnish word, may be a part of a compound: a noun or
   an adjective in the nominative. Much cheaper than looking up the whole word. */
bool hyphenate_fi_is_part(struct text_library *library, const struct letters *letters);

/* Do the same for Swedish; the dictionary is only checked at first, and opened with a word. */
bool hyphenate_sv_check(struct diags *diags);
void hyphenate_sv_close(struct text_library *library);
void hyphenate_sv(struct text_library *library, const struct letters *letters,
                  enum hyphen_level *levels);

#endif
