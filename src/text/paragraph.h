/*
 * Inside text: a paragraph as a row of items. A box is a shaped stretch of one span without spaces
 * or opportunities inside (but perhaps with hyphenation points); spaces, stretches to write on and
 * forced breaks are between. Any line's width is a difference of two sums.
 */
#ifndef PYKALA_TEXT_PARAGRAPH_H
#define PYKALA_TEXT_PARAGRAPH_H

#include "text/breakpoint.h"
#include "text/font_file.h"
#include "text/shape.h"
#include "text/text.h"

/* Widths are summed in 1/1024 of 1/64 pt, so that rounding never adds up. */
enum { FINE = 1024 };

enum item_kind { ITEM_BOX, ITEM_SPACE, ITEM_FILL, ITEM_BREAK };

struct item {
    enum item_kind kind;
    bool breaks;     /* a line may end after the item */
    bool hyphenates; /* a box that may be hyphenated */
    bool is_whole;   /* a box with all letters of its word, for which a dictionary may be asked */
    /* Of a word in pieces (shred.h): how it is cut behind the item, and whether with a hyphen.
       BREAKPOINT_SPACE: it isn't. */
    enum breakpoint_kind cut;
    bool drawn;
    uint32_t span;
    uint32_t at, size; /* bytes of the span */
    struct word *word; /* of a box */
    int64_t width;     /* fine */
    int64_t start;     /* fine: sum of the widths before */
    int64_t glue;      /* fine: sum of the widths of the spaces before */
    uint32_t fills;    /* number of stretches to write on before */
};

struct text_paragraph {
    struct text_library *library;
    const struct text_span *spans;
    size_t span_count;
    const struct item *items;
    size_t count;
    struct text_missing missing; /* the first; codepoint 0: none */
    bool borrows;                /* some box is set from another font than its span's */
};

/* Returns the fine width of an advance in a font, at a span's size. */
int64_t paragraph_fine(const struct text_paragraph *paragraph, uint32_t span,
                       const struct text_font *font, int64_t units);

/* Returns the font of an item: a box may be set from another than its span's. */
static inline const struct text_font *paragraph_font(const struct text_paragraph *paragraph,
                                                     const struct item *item)
{
    return item->word ? item->word->style.font : paragraph->spans[item->span].font;
}

/* Returns whole 1/64 pt, rounded down, and far enough within the type to be added up. */
pt64 paragraph_floor(int64_t fine);

/* The limit of widths from outside, about 370 m. */
enum { PARAGRAPH_WIDTH_MAX = 1 << 26 };
pt64 paragraph_clamp(pt64 value, pt64 least, pt64 most);

#endif
