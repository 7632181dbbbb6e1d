/*
 * Letters: which characters papers can show.
 *
 * In: the papers' fonts. Out: the characters of a text that one of the fonts lacks, found by
 * shaping as in the layout. Owned by the caller.
 */
#ifndef PYKALA_TEXT_LETTERS_H
#define PYKALA_TEXT_LETTERS_H

#include "base/diag.h"
#include "text/font.h"

#include <stddef.h>
#include <stdint.h>

struct text_letters;

/* Returns letters without fonts: nothing is lacking yet. The library must live as long. */
struct text_letters *text_letters_new(struct text_library *library);
void text_letters_free(struct text_letters *letters);

/* Adds a font of the library to those that must have each character, unless added before. */
void text_letters_add(struct text_letters *letters, const struct text_font *font);

/* A character that a font lacks. */
struct text_lack {
    size_t at; /* byte in the text */
    uint32_t codepoint;
    const struct text_font *font; /* the first without a glyph */
};

/* Finds the characters of an XML text that fonts lack, each once, up to most of them. Returns the
 * number in lacks. */
size_t text_letters_find_lacks(struct text_letters *letters, const char *text,
                               struct text_lack *lacks, size_t most);

/* Reports the lacking character at the place by the rule. Returns false. */
bool text_lack_tell(const struct text_lack *lack, enum rule rule, struct diag_place place,
                    struct diags *diags);

#endif
