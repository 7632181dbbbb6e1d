/* Inside text: shapes words, and keeps them by style and text. */
#ifndef PYKALA_TEXT_SHAPE_H
#define PYKALA_TEXT_SHAPE_H

#include "text/library.h"

struct hyphens;

struct word_style {
    const struct text_font *font;
    const struct text_lang *lang;
    bool address; /* of a web or e-mail address: breaks by other rules */
    bool tabular; /* figures all of one width */
};

/* A stretch without spaces in one style, shaped. Lives in the library. */
struct word {
    struct word_style style;
    const char *text;
    const struct glyph *glyphs;
    const struct hyphens *hyphens; /* NULL until hyphenate_word */
    /* Bytes that no ligature may reach across, as parts of a compound meet there. Only those
       where the font would have one. */
    const uint16_t *joints;
    uint32_t joint_count;
    uint32_t size, glyph_count;
    uint64_t parts;   /* bit i: the text before glyph i and the rest are shaped alike apart */
    int64_t advance;  /* of all glyphs, in design units */
    uint32_t missing; /* the first character without a glyph, or 0 */
    bool piece;       /* of a word: has the word's joints, without a dictionary */
};

/* The longest text of a word in bytes, within a glyph's text_size. */
enum { WORD_LIMIT = 4096 };

/* Returns the word, from the table or newly shaped. size is at most WORD_LIMIT. */
struct word *shape_word(struct text_library *library, const struct word_style *style,
                        const char *text, size_t size);

/* Returns the byte of a character in the word's text; the word's size where it isn't in it. */
size_t word_find(const struct word *word, uint32_t codepoint);

/* Returns the piece of a word from byte start up to byte end, shaped by itself. */
struct word *shape_piece(struct text_library *library, const struct word *word, size_t start,
                         size_t end);

/*
 * Returns the piece of a word from after hyphenation point first − 1 (0: from its start) to point
 * last (count: to its end). hyphenate_word must have been called.
 */
const struct word *shape_between(struct text_library *library, const struct word *word,
                                 size_t first, size_t last);

#endif
