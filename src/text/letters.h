/*
 * Letters: which characters papers can show.
 *
 * In: the fonts that they are set in. Out: the characters of a text that one of the fonts lacks,
 * found as the layout would find them, by shaping. Owned by the caller.
 */
#ifndef PYKALA_TEXT_LETTERS_H
#define PYKALA_TEXT_LETTERS_H

#include "base/diag.h"
#include "text/font.h"

#include <stddef.h>
#include <stdint.h>

struct text_letters;

/* Returns letters without any font, by which nothing is lacking. The library must live as long. */
struct text_letters *text_letters_new(struct text_library *library);
void text_letters_free(struct text_letters *letters);

/* Adds a font of the library, unless it has been added: what it lacks, papers can't show. */
void text_letters_add(struct text_letters *letters, const struct text_font *font);

/* A character that a font lacks. */
struct text_lack {
    size_t at; /* byte in the text */
    uint32_t codepoint;
    const struct text_font *font; /* the first that lacks it */
};

/*
 * Finds the characters of an XML text that fonts lack, each once, and most of them at most. Returns
 * how many there are in lacks.
 */
size_t text_letters_find_lacks(struct text_letters *letters, const char *text,
                               struct text_lack *lacks, size_t most);

/* Adds an error of a rule that tells what is lacking, at its place. Returns false. */
bool text_lack_tell(const struct text_lack *lack, enum rule rule, struct diag_place place,
                    struct diags *diags);

#endif
