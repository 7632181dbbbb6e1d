/*
 * Letters: which characters papers can show.
 *
 * In: the papers' fonts, each with its fallback. Out: the characters of a text that one of the
 * fonts lacks, and whether its fallback has them, found by shaping as in the layout.
 */
#ifndef PYKALA_TEXT_LETTERS_H
#define PYKALA_TEXT_LETTERS_H

#include "base/diag.h"
#include "text/fallback.h"
#include "text/font.h"
#include "text/loans.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text_letters;

/* Returns letters without fonts: nothing is lacking yet. Owned by the caller; the library must live
 * as long. */
struct text_letters *text_letters_new(struct text_library *library);
void text_letters_free(struct text_letters *letters);

/* Returns the arena of the letters, in which a fallback may live. */
struct arena *text_letters_arena(struct text_letters *letters);

/* Adds a font of the library to those that must have each character, or their fallback (may be
 * NULL), unless added before. */
void text_letters_add(struct text_letters *letters, const struct text_font *font,
                      struct text_fallback *fallback);

/* Returns the list of what has been told to come from other fonts, in the letters' arena. */
struct text_loans *text_letters_told(struct text_letters *letters);

/* What a font lacks: characters that belong together. */
struct text_lack {
    size_t at, size; /* bytes of the text: all of them, or the one that no font has */
    uint32_t codepoint;
    const struct text_font *font;   /* the first that lacks them */
    const struct text_font *lender; /* that has them instead; NULL: none */
};

/* A search of an XML text for what fonts lack. Begins with the letters, the text, its size and
 * zeros. */
struct text_letters_search {
    struct text_letters *letters;
    const char *text;
    size_t size;
    size_t at;    /* the first byte that wasn't looked at */
    size_t known; /* the start of what belongs together, before at */
};

/* Finds the next lack. Returns false at the text's end. */
bool text_letters_next(struct text_letters_search *search, struct text_lack *lack);

/* Reports a character that no font has at the place by the rule. Returns false. */
bool text_lack_tell(const struct text_lack *lack, enum rule rule, struct diag_place place,
                    struct diags *diags);

#endif
