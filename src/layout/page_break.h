/* Costs of pages and of paragraphs set for them, shared by page_break.c, loosen.c and tests. */
#ifndef PYKALA_LAYOUT_PAGE_BREAK_H
#define PYKALA_LAYOUT_PAGE_BREAK_H

#include "base/minmax.h"
#include "layout/layout_private.h"

enum {
    COST_OF_GAP = 1000,     /* of an empty page; a tenth empty costs a tenth */
    COST_OF_EMPTY = 20000,  /* added where it could be avoided; a tenth empty costs a hundredth */
    COST_OF_REMNANT = 3000, /* of a page that must end with hardly anything on it */
    REMNANT = 15,       /* at most this is hardly anything on a last page, per cent of the room */
    REMNANT_INSIDE = 55 /* and on a page with others behind it, where a gap is not expected */
};

/* Returns the height of what a page that begins with the strip sets again at its top. */
static inline pt64 cut_repeated(const struct strip *strip)
{
    return strip->repeat ? strips_height(strip->repeat, 0, strip->repeat->count) : 0;
}

/* Returns the room of a page that begins with the strip from; the first may have less. */
static inline pt64 cut_room(const struct galley *galley, const struct strips *strips, size_t from)
{
    bool landscape = strips->items[from].landscape;
    pt64 room = galley->page_rooms[landscape] - (from ? 0 : galley->first_lacks[landscape]);
    return MAX(room, PT(1)); /* costs are shares of the room */
}

/* Returns whether a page must end before the strip at, which may be one past the last. */
static inline bool cut_is_forced(const struct strips *strips, size_t at)
{
    return at == strips->count || strips_must_part(strips, at);
}

/* Returns whether a page may begin with the strip at: of strips without height in a row only the
 * first can, as the others would begin the same page. Each page tries all strips that fit. */
static inline bool cut_can_begin(const struct strips *strips, size_t at)
{
    if (at == 0 || cut_is_forced(strips, at))
        return true;
    const struct strip *strip = &strips->items[at], *above = strip - 1;
    return strip->height > 0 || strip->before > 0 || above->height + above->before > 0;
}

/* Measures each strip's chunk: the height down to a break that costs less than STRIP_HYPHEN. */
void cut_measure(const struct strips *strips);

/* Returns the cost of room left empty before next: less where next would not fit. */
static inline int64_t cut_empty_cost(const struct strip *next, pt64 empty, pt64 room)
{
    int64_t cost = (int64_t)COST_OF_GAP * empty / room;
    if (empty >= next->before + next->chunk)
        cost += (int64_t)COST_OF_EMPTY * empty / room * empty / room;
    return cost;
}

/* Returns the cost of a page that is filled to height and ends before the strip at. */
static inline int64_t cut_page_cost(const struct strips *strips, size_t at, pt64 height, pt64 room)
{
    if (!cut_is_forced(strips, at))
        return strips->items[at].penalty + cut_empty_cost(&strips->items[at], room - height, room);
    pt64 remnant = room * (at == strips->count ? REMNANT : REMNANT_INSIDE) / 100;
    return (int64_t)COST_OF_REMNANT * MAX(remnant - height, 0) / remnant;
}

/* Returns the page's cost of a body paragraph set with looser lines more, or fewer; -1 where that
 * can't be done well. */
int64_t loosen_cost(const struct galley_text *text, int looser, struct arena *arena,
                    struct text_lines *lines);

/* Searches as layout_loosen does, among the paragraphs whose first strips are near. */
void loosen_near(const struct galley *galley, const struct strips *strips, const bool *near,
                 struct arena *lasting, struct galley_loosening *out);

#endif
