/* What pages and paragraphs that are set for them cost: what page_break.c, loosen.c and tests
 * share. */
#ifndef PYKALA_LAYOUT_PAGE_BREAK_H
#define PYKALA_LAYOUT_PAGE_BREAK_H

#include "base/minmax.h"
#include "layout/layout_private.h"

enum {
    COST_OF_GAP = 1000,     /* a whole page left empty; a tenth costs a tenth of it */
    COST_OF_EMPTY = 20000,  /* more where it could be avoided; a tenth costs a hundredth of it */
    COST_OF_REMNANT = 3000, /* a last page with hardly anything on it */
    REMNANT = 15            /* what hardly anything is, per cent of the room */
};

/* Height of what is set again at the top of a page that begins with the strip. */
static inline pt64 cut_repeated(const struct strip *strip)
{
    return strip->repeat ? strips_height(strip->repeat, 0, strip->repeat->count) : 0;
}

/* Whether a page must end before the strip; at may be one past the last. */
static inline bool cut_is_forced(const struct strips *strips, size_t at)
{
    if (at == strips->count)
        return true;
    const struct strip *strip = &strips->items[at];
    return strip->penalty == STRIP_FORCED || strip->landscape != strips->items[at - 1].landscape;
}

/*
 * Whether a page may begin with the strip: of strips without height in a row only the first can, as
 * the others would begin the same page. Each page tries all strips that fit on it.
 */
static inline bool cut_can_begin(const struct strips *strips, size_t at)
{
    if (at == 0 || cut_is_forced(strips, at))
        return true;
    const struct strip *strip = &strips->items[at], *above = strip - 1;
    return strip->height + strip->before > 0 || above->height + above->before > 0;
}

/* Finds the strips' chunks: from each on, the height down to a break that costs less than
 * STRIP_HYPHEN. */
void cut_measure(const struct strips *strips);

/* What it costs to leave so much of a page empty before the strip: less where it would not fit. */
static inline int64_t cut_empty_cost(const struct strip *next, pt64 empty, pt64 room)
{
    int64_t cost = (int64_t)COST_OF_GAP * empty / room;
    if (empty >= next->before + next->chunk)
        cost += (int64_t)COST_OF_EMPTY * empty / room * empty / room;
    return cost;
}

/* What a page costs that is filled to height and ends before the strip at. */
static inline int64_t cut_page_cost(const struct strips *strips, size_t at, pt64 height, pt64 room)
{
    if (!cut_is_forced(strips, at))
        return strips->items[at].penalty + cut_empty_cost(&strips->items[at], room - height, room);
    pt64 remnant = room * REMNANT / 100;
    return (int64_t)COST_OF_REMNANT * MAX(remnant - height, 0) / remnant;
}

/*
 * What it costs pages that a paragraph of the body is set with so many lines more or less; -1 where
 * that can't be done well.
 */
int64_t loosen_cost(const struct galley_text *text, int looser, struct arena *arena,
                    struct text_lines *lines);

/* The search of layout_loosen among the paragraphs whose first strips are near. */
void loosen_near(const struct galley *galley, const struct strips *strips, const bool *near,
                 struct arena *lasting, struct galley_loosening *out);

#endif
