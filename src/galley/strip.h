/*
 * Strips: the vertical list that pages are cut from, as in TeX.
 *
 * Every block becomes strips: a line of a paragraph, a row of a table. A strip is never cut. Its
 * items are finished; their x counts from the left margin, their y from the strip's top, so that
 * putting them on a page is one addition. A page break before a strip costs its penalty.
 */
#ifndef PYKALA_GALLEY_STRIP_H
#define PYKALA_GALLEY_STRIP_H

#include "base/arena.h"
#include "base/diag.h"
#include "page/page.h"

struct galley_text;

/* Costs of a page break before a strip. */
enum strip_penalty {
    STRIP_FREE = 0,
    STRIP_POOR = 200,      /* inside a paragraph or a list item */
    STRIP_HYPHEN = 5000,   /* inside a word: even a half-empty page is better */
    STRIP_KEEP = 10000,    /* inside class keep: together if a page has room */
    STRIP_STRICT = 20000,  /* widows, orphans, after headings, inside spanned rows */
    STRIP_NEVER = 1000000, /* would draw over the foot: the layout fails where needed */
    STRIP_FORCED = -1      /* always a new page */
};

struct strip {
    pt64 height;
    pt64 before; /* space above, none at the top of a page; below zero beside a line from above */
    int penalty;
    int kept;    /* the least penalty, in whatever way the paragraph around is set */
    bool inside; /* a paragraph's second line, or a later one */
    pt64 chunk;  /* height up to the next allowed break, from cut_measure */
    bool landscape;
    struct diag_place place; /* for diagnostics */
    struct page_item *items;
    size_t count, capacity;
    const struct page_tag **anchors; /* elements that begin here */
    size_t anchor_count, anchor_capacity;
    /* A table's parts to set again where a page begins with this strip: headings above, and beside
     * the strip the headers of rows from an earlier page. */
    const struct strips *repeat;
    const struct strip *again;
    /* A part of rows that are cut: their lines, by the cells, which are painted one after the other
     * as far as a page holds them. goes_on: with those of the strip above. */
    struct strips *columns;
    size_t order; /* of a line: its cell's place in the table */
    bool goes_on;
    const struct galley_text *text; /* the body's paragraph that begins here, or NULL */
};

struct strips {
    struct strip *items;
    size_t count, capacity;
};

/* Makes room for one more element in a vector that lives in the arena. */
void *strip_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size);

/* Does the same for a pointer and a capacity. */
#define STRIP_GROW(arena, items, count, capacity)                                                  \
    ((items) = strip_grow(arena, items, count, &(capacity), sizeof *(items)))

/* Adds an empty strip and returns it; valid until the next one is added. */
struct strip *strips_add(struct arena *arena, struct strips *strips, pt64 height);

/* Adds a zeroed item and returns it; valid until the next one is added. */
struct page_item *strip_item(struct arena *arena, struct strip *strip, enum page_item_kind kind);

/* Notes that the tag begins at the strip. */
void strip_anchor(struct arena *arena, struct strip *strip, const struct page_tag *tag);

/* Copies the other strip's items and anchors to the strip, y below its top. */
void strip_take(struct arena *arena, struct strip *strip, const struct strip *other, pt64 y);

/* Does the same with strips below each other, the first one's top at y. */
void strip_take_all(struct arena *arena, struct strip *strip, const struct strips *others, pt64 y);

/* Appends all strips of more; the first one's space above becomes at least before. */
void strips_append(struct arena *arena, struct strips *strips, const struct strips *more,
                   pt64 before);

/* Returns whether a page must end before the strip at, which is not the first. */
static inline bool strips_must_part(const struct strips *strips, size_t at)
{
    const struct strip *strip = &strips->items[at];
    return strip->penalty == STRIP_FORCED || strip->landscape != strip[-1].landscape;
}

/* Returns the height of strips [from, to) on one page, without the space above the first. */
pt64 strips_height(const struct strips *strips, size_t from, size_t to);

/*
 * Sets label beside content, both from the same top. The label's items move into content's first
 * strip, ahead of its own in reading order; strips beside the label stay together. content grows
 * where the label is taller. A label that is taller than room, a page's at most, is set above.
 */
void strips_beside(struct arena *arena, const struct strips *label, pt64 room,
                   struct strips *content);

/* Raises the penalty of every break inside the strips (not before the first) to penalty or more:
 * where they must part all the same, a break that cost less before still does. */
void strips_keep(struct strips *strips, size_t from, int penalty);

/* Moves an item by a distance. */
void strip_move(struct page_item *item, pt64 x, pt64 y);

#endif
