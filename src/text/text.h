/*
 * Text: fonts, shaping, hyphenation and line breaking.
 *
 * In: UTF-8 in known fonts, sizes and languages. Out: lines of positioned glyph runs. A library
 * (fonts, dictionaries, shaped words) is warmed once and shared by all documents of a process;
 * results live in the caller's arena.
 */
#ifndef PYKALA_TEXT_TEXT_H
#define PYKALA_TEXT_TEXT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/glyph.h"
#include "base/units.h"
#include "text/font.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum text_span_kind {
    TEXT_SPAN_TEXT,
    TEXT_SPAN_BREAK, /* a forced line break */
    TEXT_SPAN_FILL   /* a stretch to write on: the rest of its line, at least width */
};

/* A stretch of a paragraph in one font, size and language. */
struct text_span {
    enum text_span_kind kind;
    const char *text; /* UTF-8; white space is collapsed already; not copied */
    size_t size;      /* bytes */
    const struct text_font *font;
    struct text_fallback *fallback; /* for what the font lacks (fallback.h); NULL: there is none */
    pt64 font_size;
    const char *lang; /* BCP 47: "fi", "sv", … */
    bool no_break;    /* no line break inside (class nowrap) */
    bool no_hyphens;
    bool tabular; /* figures all of one width, for tables */
    pt64 width;   /* TEXT_SPAN_FILL */
};

enum text_align { TEXT_RAGGED, TEXT_JUSTIFIED, TEXT_RIGHT, TEXT_CENTRED };

struct text_measure {
    pt64 width;        /* of a line */
    pt64 first_indent; /* taken from the first line's width and added to its x; may be negative */
    enum text_align align;
    bool hyphenate;
    int looser; /* lines beyond the cheapest number, below 0 fewer (TeX's \looseness), where no
                   line turns bad; for paragraphs without a forced break. More lines may cost
                   less, by hyphens that the cheapest avoid. */
};

/* Part of a line in one span and font. Runs of a line are in reading order. */
struct text_run {
    size_t span; /* index into the paragraph's spans */
    const struct text_font *font;
    pt64 x, width;   /* x from the measure's left edge, with indent and alignment */
    pt64 word_space; /* extra after each U+0020, in justified lines */
    const struct glyph *glyphs;
    size_t glyph_count;
    const char *text; /* the bytes of the span that the run shows, trailing space not included */
    size_t text_size;
    bool soft_hyphen;    /* the hyphen of a broken word; its text is U+00AD */
    bool written_hyphen; /* the line was broken behind the hyphen that ends the run */
    bool space_after;    /* the space at which the line was broken follows here */
    bool fill;           /* a TEXT_SPAN_FILL: no glyphs, a rule at the baseline */
};

struct text_line {
    struct text_run *runs;
    size_t run_count;
    pt64 width;      /* of its runs, from the first to the end of the last */
    bool hyphenated; /* ends in a soft hyphen */
    bool ends;       /* ends the text, or is the last one before a forced break */
    bool overfull;   /* could not be made to fit */
    bool torn;       /* ends inside a word where no line may end, as nothing else would fit */
};

struct text_lines {
    struct text_line *lines;
    size_t count;
    int64_t cost; /* for comparing ways to set a paragraph: in ragged text, 10,000 for each line a
                     fifth short, growing with the square */
};

/* A paragraph, shaped and ready to be broken at any width, any number of times. */
struct text_paragraph;

/*
 * Shapes the spans (HarfBuzz), finds the break opportunities (UAX #14 by libunibreak) and the
 * hyphenation points (Finnish: libvoikko; Swedish: libhyphen; none for other languages). The
 * paragraph lives in the arena; the spans are copied, their text is not.
 */
struct text_paragraph *text_paragraph_new(struct text_library *library, struct arena *arena,
                                          const struct text_span *spans, size_t count);

/* A character that neither its span's font has nor the fallback. */
struct text_missing {
    uint32_t codepoint;
    size_t span, at; /* byte of the span */
};

/* Finds the paragraph's first such character. Returns false when there is none. */
bool text_paragraph_find_missing(const struct text_paragraph *paragraph,
                                 struct text_missing *missing);

/* A stretch that is set from another font than its span's. */
struct text_borrowed {
    size_t span, at, size; /* bytes of the span */
    const struct text_font *font;
};

/* Finds the first such stretch from an item on, and moves *item behind it. Returns false when there
 * is none. The first call takes 0. */
bool text_paragraph_next_borrowed(const struct text_paragraph *paragraph, size_t *item,
                                  struct text_borrowed *borrowed);

/* What a width is measured for: words that stay whole; that may be broken after a hyphen written in
 * them; that may be hyphenated. */
enum text_cuts { TEXT_CUT_NONE, TEXT_CUT_WRITTEN, TEXT_CUT_WORDS };

/* Returns the width of the widest piece that stays whole. */
pt64 text_paragraph_min_width(const struct text_paragraph *paragraph, enum text_cuts cuts);

/* Returns that width, at least known: words no wider than known needn't be hyphenated. */
pt64 text_paragraph_min_width_over(const struct text_paragraph *paragraph, enum text_cuts cuts,
                                   pt64 known);

/* Returns the width of the paragraph on one line (the widest, with forced breaks). */
pt64 text_paragraph_max_width(const struct text_paragraph *paragraph);

/*
 * Breaks the paragraph into lines of the measure's width. An empty paragraph has one empty line.
 * Lines and runs live in the arena.
 */
void text_paragraph_break(const struct text_paragraph *paragraph, struct arena *arena,
                          const struct text_measure *measure, struct text_lines *out);

#endif
