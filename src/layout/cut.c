/*
 * Page breaking over the whole document, after Plass's thesis (Optimal pagination techniques,
 * 1981): of all ways to cut the strips into pages that fit, the one with the least total cost. A
 * page costs the penalty of tearing before the next one's first strip, and the square of the room
 * it leaves empty; a page that must end where it does leaves nothing empty at a cost, but one that
 * holds next to nothing looks like an accident and costs, too. Linear in the number of strips: a
 * page never looks further than its own height.
 */
#include "layout/layout_private.h"

#include "base/message.h"

enum {
    COST_OF_EMPTY = 20000,  /* a whole page left empty; a tenth costs a hundredth of it */
    COST_OF_REMNANT = 3000, /* a last page with hardly anything on it */
    REMNANT = 15            /* what hardly anything is, per cent of the room */
};

/* The best way to end a page before a strip. */
struct way {
    int64_t cost; /* of all pages so far; -1: no page can end here */
    size_t from;  /* the strip that the last of these pages begins with */
};

static pt64 repeated_height(const struct strip *strip)
{
    return strip->repeat ? strips_height(strip->repeat, 0, strip->repeat->count) : 0;
}

static bool must_break(const struct strips *strips, size_t at)
{
    if (at == strips->count)
        return true;
    const struct strip *strip = &strips->items[at];
    return strip->penalty == STRIP_FORCED || strip->landscape != strips->items[at - 1].landscape;
}

/* What a page costs that is filled to height and ends before the strip at. */
static int64_t page_cost(const struct strips *strips, size_t at, pt64 height, pt64 room)
{
    if (!must_break(strips, at)) {
        pt64 empty = room - height;
        return strips->items[at].penalty + (int64_t)COST_OF_EMPTY * empty / room * empty / room;
    }
    pt64 remnant = room * REMNANT / 100;
    return height < remnant ? (int64_t)COST_OF_REMNANT * (remnant - height) / remnant : 0;
}

static void offer(struct way *way, int64_t cost, size_t from)
{
    if (way->cost >= 0 && way->cost <= cost)
        return;
    *way = (struct way){cost, from};
}

/* Offers every page that begins with the strip from. */
static void try_pages(const struct layout *layout, const struct strips *strips, size_t from,
                      struct way *ways)
{
    pt64 room = layout->rooms[strips->items[from].landscape];
    pt64 height = repeated_height(&strips->items[from]);
    for (size_t at = from; at < strips->count; at++) {
        if (at > from && must_break(strips, at))
            break;
        height += strips->items[at].height + (at > from ? strips->items[at].before : 0);
        if (height > room && at > from)
            break;
        int64_t cost = page_cost(strips, at + 1, height > room ? room : height, room);
        offer(&ways[at + 1], ways[from].cost + cost, from);
    }
}

static struct way *find_ways(const struct layout *layout, const struct strips *strips)
{
    struct way *ways = arena_array(layout->arena, strips->count + 1, sizeof *ways);
    for (size_t i = 1; i <= strips->count; i++)
        ways[i].cost = -1;
    for (size_t from = 0; from < strips->count; from++)
        if (ways[from].cost >= 0)
            try_pages(layout, strips, from, ways);
    return ways;
}

static void check_height(struct layout *layout, const struct strips *strips, size_t from)
{
    const struct strip *strip = &strips->items[from];
    if (strip->height + repeated_height(strip) <= layout->rooms[strip->landscape])
        return;
    diag_add(layout->diags, DIAG_ERROR, "layout-too-tall", strip->place,
             _("make it smaller or divide it"), _("this is taller than a page and cannot be cut"));
    layout->failed = true;
}

/* What should have stayed together and did not fit on one page. */
static void check_torn(struct layout *layout, const struct strips *strips, size_t at)
{
    const struct strip *strip = &strips->items[at];
    if (strip->penalty < STRIP_KEEP)
        return;
    diag_add(layout->diags, DIAG_INFO, "layout-torn", strip->place, NULL,
             _("a page break tears apart what should stay together"));
}

size_t layout_cut(struct layout *layout, const struct strips *strips, struct cut **cuts)
{
    const struct way *ways = find_ways(layout, strips);
    size_t count = 0;
    for (size_t at = strips->count; at > 0; at = ways[at].from)
        count++;
    *cuts = arena_array(layout->arena, count ? count : 1, sizeof **cuts);
    size_t page = count;
    for (size_t at = strips->count; at > 0; at = ways[at].from) {
        (*cuts)[--page] = (struct cut){ways[at].from, at};
        check_height(layout, strips, ways[at].from);
        if (at < strips->count)
            check_torn(layout, strips, at);
    }
    return count ? count : 1;
}
