/* Inside text: the breakpoints, where lines may end, and widths between them. */
#ifndef PYKALA_TEXT_BREAKPOINT_H
#define PYKALA_TEXT_BREAKPOINT_H

#include "text/hyphen_level.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text_paragraph;

enum breakpoint_kind {
    BREAKPOINT_SPACE,  /* at a space, or at the paragraph's start or end */
    BREAKPOINT_INSIDE, /* between characters: after a written hyphen, a slash, … */
    BREAKPOINT_COMPOUND,
    BREAKPOINT_SYLLABLE,
    BREAKPOINT_EMERGENCY,
    BREAKPOINT_ANYWHERE /* where no line may end: in a word that is wider than a line */
};

/* A place where a line may end and the next one start. Sums are the paragraph's (struct item). */
struct breakpoint {
    enum breakpoint_kind kind;
    bool hyphen;      /* a hyphen is drawn */
    bool first, end;  /* of the text */
    bool small_piece; /* cuts a syllable off a short word, or a short one off */
    bool short_word;  /* a word of few letters ends the line */
    bool written;     /* a written hyphen ends the line, and more of its word follows: readers of a
                         file take it for the hyphen of a broken word */
    uint32_t last;    /* item that ends the line */
    uint32_t next;    /* item that starts the next line; the same where a word is cut */
    int point;        /* of the cut word's hyphens, or -1 */
    int64_t before;   /* end of the line's ink, a drawn hyphen included */
    int64_t after;    /* start of the next line's ink */
    int64_t glue_before, glue_after;
    uint32_t fills_before, fills_after;
    int64_t cheapest; /* cost of the lines up to here, as far as fit.c has looked */
};

/* Begins with zeros; breakpoints_collect allocates, and the owner frees items. */
struct breakpoints {
    struct breakpoint *items;
    size_t count, capacity;
};

/* Follows breakpoints_collect. */
struct breakpoint_visitor {
    enum hyphen_level least; /* of the points to cut words at; HYPHEN_NONE: never */
    bool (*wants_points)(void *context, uint32_t item); /* whether to cut this word at all */
    void (*added)(void *context);                       /* called after each breakpoint */
    void *context;
};

/* Replaces those in out by the breakpoints from item first up to end, among which is no forced
 * break. The first is the start, the last the end; there are none where nothing is drawn. visitor
 * NULL: words are not cut. */
void breakpoints_collect(const struct text_paragraph *paragraph, size_t first, size_t end,
                         const struct breakpoint_visitor *visitor, struct breakpoints *out);

/* Returns the fine width of a line between two breakpoints, spaces unstretched. */
int64_t breakpoint_width(const struct text_paragraph *paragraph, const struct breakpoint *from,
                         const struct breakpoint *to);

/* Returns the fine width of the widest part between two breakpoints when words are hyphenated. */
int64_t breakpoint_hyphenated_width(const struct text_paragraph *paragraph,
                                    const struct breakpoint *from, const struct breakpoint *to);

#endif
