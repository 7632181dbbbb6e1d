/* Makes pages from cuts: puts every item in its place, and ends pages without a forced end at one
 * height. */
#include "layout/page_break.h"

#include <stdlib.h>

static void paint_strip(struct layout *layout, const struct strip *strip, pt64 y, size_t number,
                        struct page *page)
{
    for (size_t i = 0; i < strip->anchor_count; i++)
        layout_add_anchor(layout, (struct page_anchor){strip->anchors[i], number, y});
    for (size_t i = 0; i < strip->count; i++)
        sheet_put(&layout->galley, page, &strip->items[i], layout->galley.theme->left, y);
}

static void paint_again(struct layout *layout, const struct strip *strip, pt64 y, struct page *page)
{
    for (size_t i = 0; i < strip->count; i++) {
        if (strip->items[i].kind == PAGE_ANNOTATION)
            continue;
        struct page_item *item =
            sheet_put(&layout->galley, page, &strip->items[i], layout->galley.theme->left, y);
        item->artifact = item->tag ? PAGE_ARTIFACT_REPEATED : item->artifact;
        item->tag = NULL;
    }
}

/* Paints a table's headings again above and beside first: seen on every page, read once. Returns
 * the y of first. */
static pt64 paint_repeated(struct layout *layout, const struct strip *first, pt64 y,
                           struct page *page)
{
    const struct strips *head = first->repeat;
    for (size_t i = 0; head && i < head->count; i++) {
        y += i ? head->items[i].before : 0;
        paint_again(layout, &head->items[i], y, page);
        y += head->items[i].height;
    }
    if (first->again)
        paint_again(layout, first->again, y, page);
    return y;
}

/*
 * The part of the spaces by which they grow at most: a half. A page's shortfall at its foot goes
 * into the spaces between its blocks in proportion, so the larger ones above headings take most;
 * lines and table rows stand as they did. Between paragraphs 6 pt become 9 at most, well under an
 * empty line (14 pt), and between items 3 become 4.5, so that neither falls apart and two pages
 * side by side look alike. A page of paragraphs and headings has room for two or three lines in its
 * spaces, the usual difference of full pages. A page that lacks more stays as it is: no spread
 * would hide the gap, and a part of one would spoil the spaces for nothing.
 */
enum { SPREAD_MOST = 2 };

struct spread {
    pt64 spare;
    int64_t spaces, passed; /* in all, and above the strip in hand */
};

static struct spread find_spread(const struct layout *layout, const struct strips *strips,
                                 const struct cut *cut)
{
    struct spread spread = {0};
    if (cut->from == cut->to || cut_is_forced(strips, cut->to))
        return spread;
    const struct strip *first = &strips->items[cut->from];
    for (size_t i = cut->from + 1; i < cut->to; i++)
        spread.spaces += MAX(strips->items[i].before, 0);
    spread.spare = cut_room(&layout->galley, strips, cut->from) - cut_repeated(first) -
                   strips_height(strips, cut->from, cut->to);
    if (spread.spare < 0 || spread.spare > spread.spaces / SPREAD_MOST)
        spread.spare = 0;
    return spread;
}

/* Returns the space above the next strip, widened by its share. */
static pt64 spread_space(struct spread *spread, pt64 before)
{
    if (!spread->spare || before < 0)
        return before;
    int64_t done = spread->spare * spread->passed / spread->spaces;
    spread->passed += before;
    return before + (pt64)(spread->spare * spread->passed / spread->spaces - done);
}

/* A line of rows that are cut, and where it is on the page. */
struct line {
    const struct strip *strip;
    pt64 y;
};

struct lines {
    struct line *items;
    size_t count, capacity;
};

static int by_cell(const void *left, const void *right)
{
    const struct line *a = left, *b = right;
    if (a->strip->order != b->strip->order)
        return a->strip->order < b->strip->order ? -1 : 1;
    if (a->y != b->y)
        return a->y < b->y ? -1 : 1;
    return (a->strip > b->strip) - (a->strip < b->strip);
}

/* Paints the lines of rows that are cut, cell by cell: a reader finds each cell's text in one. */
static void paint_lines(struct layout *layout, struct lines *lines, size_t number,
                        struct page *page)
{
    if (lines->count)
        qsort(lines->items, lines->count, sizeof *lines->items, by_cell);
    for (size_t i = 0; i < lines->count; i++)
        paint_strip(layout, lines->items[i].strip, lines->items[i].y, number, page);
    lines->count = 0;
}

/* Paints the strips of a page from y down. */
static void paint_strips(struct layout *layout, const struct strips *strips, const struct cut *cut,
                         pt64 y, size_t number, struct page *page)
{
    struct spread spread = find_spread(layout, strips, cut);
    struct lines lines = {0};
    for (size_t i = cut->from; i < cut->to; i++) {
        const struct strip *strip = &strips->items[i];
        y += i > cut->from ? spread_space(&spread, strip->before) : 0;
        if (!strip->goes_on)
            paint_lines(layout, &lines, number, page);
        paint_strip(layout, strip, y, number, page);
        for (size_t k = 0; strip->columns && k < strip->columns->count; k++) {
            STRIP_GROW(layout->galley.arena, lines.items, lines.count, lines.capacity);
            lines.items[lines.count++] = (struct line){&strip->columns->items[k], y};
        }
        y += strip->height;
    }
    paint_lines(layout, &lines, number, page);
}

static void paint_page(struct layout *layout, const struct running *running,
                       const struct strips *strips, const struct cut *cut, size_t number,
                       size_t total)
{
    bool landscape = strips->count && strips->items[cut->from].landscape;
    struct page *page = &layout->pages->pages[number];
    page->width = sheet_width(landscape);
    page->height = sheet_height(landscape);
    running_paint_head(&layout->galley, running, number + 1, total, landscape, page);
    pt64 y = layout->galley.theme->top + running_head_height(running, landscape);
    if (cut->from < cut->to)
        y = paint_repeated(layout, &strips->items[cut->from], y, page);
    paint_strips(layout, strips, cut, y, number, page);
    running_paint_foot(&layout->galley, running, number + 1, landscape, page);
}

void layout_paint(struct layout *layout, const struct running *running, const struct strips *strips,
                  const struct cut *cuts, size_t count)
{
    layout->pages->pages = arena_array(layout->galley.arena, count, sizeof *layout->pages->pages);
    layout->pages->page_count = count;
    for (size_t i = 0; i < count; i++)
        paint_page(layout, running, strips, &cuts[i], i, count);
}
