/*
 * Page breaking. A page takes strips while they fit; where it must end, the break is the one that
 * costs least: the penalty of tearing there against the room left empty at the foot.
 */
#include "layout/layout_private.h"

#include "base/message.h"

/* An empty page costs this; a tenth of a page left empty costs a hundredth of it. */
enum { COST_OF_EMPTY = 20000 };

static pt64 repeated_height(const struct strip *strip)
{
    return strip->repeat ? strips_height(strip->repeat, 0, strip->repeat->count) : 0;
}

static bool must_break(const struct strips *strips, size_t at)
{
    const struct strip *strip = &strips->items[at];
    return strip->penalty == STRIP_FORCED || strip->landscape != strips->items[at - 1].landscape;
}

static int64_t cost_of(int penalty, pt64 empty, pt64 room)
{
    return penalty + (int64_t)COST_OF_EMPTY * empty / room * empty / room;
}

/* Chooses the break in (from, to], where [from, to) fits and to does not. */
static size_t best_break(const struct strips *strips, size_t from, size_t to, pt64 room)
{
    size_t best = to;
    int64_t least = INT64_MAX;
    pt64 height = strips_height(strips, from, to) + repeated_height(&strips->items[from]);
    for (size_t at = to; at > from; at--) {
        int64_t cost = cost_of(strips->items[at].penalty, room - height, room);
        if (cost < least) {
            least = cost;
            best = at;
        }
        height -= strips->items[at - 1].height + (at - 1 > from ? strips->items[at - 1].before : 0);
    }
    return best;
}

static void report_too_tall(struct layout *layout, const struct strip *strip)
{
    struct diag_place place = strip->place;
    diag_add(layout->diags, DIAG_ERROR, "layout-too-tall", place, _("make it smaller or divide it"),
             _("this is taller than a page and cannot be cut"));
    layout->failed = true;
}

/* Returns the strip that begins the page after the one that begins at from. */
static size_t cut_page(struct layout *layout, const struct strips *strips, size_t from)
{
    pt64 room = layout->rooms[strips->items[from].landscape];
    pt64 height = repeated_height(&strips->items[from]);
    size_t at = from;
    for (; at < strips->count; at++) {
        const struct strip *strip = &strips->items[at];
        if (at > from && must_break(strips, at))
            return at;
        pt64 wanted = strip->height + (at > from ? strip->before : 0);
        if (height + wanted > room)
            break;
        height += wanted;
    }
    if (at == strips->count)
        return at;
    if (at == from) {
        report_too_tall(layout, &strips->items[from]);
        return from + 1;
    }
    return best_break(strips, from, at, room);
}

size_t layout_cut(struct layout *layout, const struct strips *strips, struct cut **cuts)
{
    size_t count = 0, capacity = 0, from = 0;
    *cuts = NULL;
    do {
        size_t to = strips->count ? cut_page(layout, strips, from) : 0;
        *cuts = strip_grow(layout->arena, *cuts, count, &capacity, sizeof **cuts);
        (*cuts)[count++] = (struct cut){from, to};
        from = to;
    } while (from < strips->count);
    return count;
}
