/* Inside text: shaped words, kept by font, language and text. */
#ifndef PYKALA_TEXT_SHAPE_H
#define PYKALA_TEXT_SHAPE_H

#include "text/library.h"

struct hyphens;

/* A stretch without spaces in one font and language, shaped. Lives in the library. */
struct word {
    const struct text_font *font;
    const struct text_lang *lang;
    const char *text;
    const struct glyph *glyphs;
    const struct hyphens *hyphens; /* NULL until asked for: hyphenate_word */
    int64_t advance;               /* of all glyphs, in design units */
    uint32_t size, glyph_count, hash;
    uint32_t missing; /* the first character without a glyph, or 0 */
    bool address;     /* of a web or e-mail address: breaks by other rules */
};

/* The longest text of a word in bytes: a glyph's text_size holds it. */
enum { WORD_LIMIT = 4096 };

/* The word, from the table or newly shaped. size is at most WORD_LIMIT. */
struct word *shape_word(struct text_library *library, const struct text_font *font,
                        const struct text_lang *lang, bool address, const char *text, size_t size);

#endif
