/*
 * Breaks the whole document into pages, after Plass's thesis (Optimal pagination techniques, 1981):
 * of all ways to cut the strips into pages that fit, finds the cheapest. A page costs the penalty
 * of tearing before the next one's first strip, and the room left empty, and the square of that
 * room where the next lines or rows would have gone in: readers expect a gap only before something
 * too large for the rest of a page (squares alone would share the gap out among the pages before).
 * A page with a forced end leaves room empty at no cost, but one that holds next to nothing looks
 * like an accident and costs, too, and so does a gap of half a page with more behind it. Linear in
 * the number of strips: a page never looks further than its own height.
 */
#include "layout/page_break.h"

#include "base/message.h"
#include "base/minmax.h"

/* The best way to end a page before a strip. */
struct way {
    int64_t cost; /* of all pages so far; -1: no page can end here */
    size_t from;  /* first strip of the last of these pages */
};

static void try_pages(const struct galley *galley, const struct strips *strips, size_t from,
                      struct way *ways)
{
    pt64 room = cut_room(galley, strips, from);
    pt64 height = cut_repeated(&strips->items[from]);
    for (size_t at = from; at < strips->count; at++) {
        if (at > from && cut_is_forced(strips, at))
            break;
        height += strips->items[at].height + (at > from ? strips->items[at].before : 0);
        if (height > room && at > from)
            break;
        if (!cut_can_begin(strips, at + 1))
            continue;
        int64_t cost = ways[from].cost + cut_page_cost(strips, at + 1, MIN(height, room), room);
        if (ways[at + 1].cost < 0 || cost < ways[at + 1].cost)
            ways[at + 1] = (struct way){cost, from};
    }
}

static struct way *find_ways(const struct galley *galley, const struct strips *strips)
{
    struct way *ways = arena_array(galley->arena, strips->count + 1, sizeof *ways);
    for (size_t i = 1; i <= strips->count; i++)
        ways[i].cost = -1;
    for (size_t from = 0; from < strips->count; from++)
        if (ways[from].cost >= 0)
            try_pages(galley, strips, from, ways);
    return ways;
}

static void check_height(struct galley *galley, const struct strips *strips, size_t from)
{
    const struct strip *strip = &strips->items[from];
    if (strip->height + cut_repeated(strip) <= cut_room(galley, strips, from) &&
        strip->penalty < STRIP_NEVER)
        return;
    diag_add(galley->diags, RULE_LAYOUT_TOO_TALL, strip->place, _("make it smaller or divide it"),
             _("this is taller than a page and cannot be cut"));
    galley->failed = true;
}

/* Returns whether strips may part before at; a paragraph's lines always may, as their number can
 * still change. */
static bool can_part(const struct strips *strips, size_t at)
{
    if (cut_is_forced(strips, at))
        return true;
    const struct strip *strip = &strips->items[at];
    return (strip->inside ? strip->kept : strip->penalty) < STRIP_HYPHEN;
}

void cut_measure(const struct strips *strips)
{
    for (size_t i = strips->count; i-- > 0;) {
        struct strip *strip = &strips->items[i];
        strip->chunk = strip->height;
        if (!can_part(strips, i + 1))
            strip->chunk += strip[1].before + strip[1].chunk;
    }
}

size_t layout_cut(struct galley *galley, const struct strips *strips, struct cut **cuts,
                  int64_t *cost)
{
    cut_measure(strips);
    const struct way *ways = find_ways(galley, strips);
    size_t count = 0;
    for (size_t at = strips->count; at > 0; at = ways[at].from)
        count++;
    *cuts = arena_array(galley->arena, count ? count : 1, sizeof **cuts);
    *cost = ways[strips->count].cost;
    size_t page = count;
    for (size_t at = strips->count; at > 0; at = ways[at].from) {
        (*cuts)[--page] = (struct cut){ways[at].from, at};
        check_height(galley, strips, ways[at].from);
    }
    return count ? count : 1;
}

void layout_report_torn(const struct galley *galley, const struct strips *strips,
                        const struct cut *cuts, size_t count)
{
    for (size_t i = 0; i + 1 < count; i++) {
        const struct strip *strip = &strips->items[cuts[i].to];
        if (strip->penalty >= STRIP_KEEP)
            diag_add(galley->diags, RULE_LAYOUT_TORN, strip->place, NULL,
                     _("a page break tears apart what should stay together"));
        else if (strip->goes_on)
            diag_add(galley->diags, RULE_LAYOUT_TORN, strip->place, NULL,
                     _("a page break goes through a row that is taller than a page"));
    }
}
