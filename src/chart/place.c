#include "chart/chart_private.h"

#include "base/minmax.h"

enum { AWAY = 5 * 64 }; /* from a point to its label: past the point's mark */

void chart_place_box(struct galley *galley, struct chart_places *places, struct page_box box)
{
    STRIP_GROW(galley->arena, places->boxes, places->box_count, places->box_capacity);
    places->boxes[places->box_count++] = box;
}

void chart_place_line(struct galley *galley, struct chart_places *places, struct page_point from,
                      struct page_point to)
{
    const struct page_point ends[] = {from, to};
    for (int i = 0; i < 2; i++) {
        STRIP_GROW(galley->arena, places->ends, places->end_count, places->end_capacity);
        places->ends[places->end_count++] = ends[i];
    }
}

void chart_place_mark(struct galley *galley, struct chart_places *places, struct page_point point,
                      pt64 radius)
{
    chart_place_box(galley, places,
                    (struct page_box){point.x - radius, point.y - radius, 2 * radius, 2 * radius});
    STRIP_GROW(galley->arena, places->marks, places->mark_count, places->mark_capacity);
    places->marks[places->mark_count++] = point;
}

static bool overlap(const struct page_box *a, const struct page_box *b)
{
    return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
           b->y < a->y + a->height;
}

static bool within(const struct page_box *inner, const struct page_box *outer)
{
    return inner->x >= outer->x && inner->y >= outer->y &&
           inner->x + inner->width <= outer->x + outer->width &&
           inner->y + inner->height <= outer->y + outer->height;
}

/* Returns on which side of the line through a and b a corner lies: the sign of a cross product. */
static int side(const struct page_point *a, const struct page_point *b, pt64 x, pt64 y)
{
    int64_t cross = (int64_t)(b->x - a->x) * (y - a->y) - (int64_t)(b->y - a->y) * (x - a->x);
    return (cross > 0) - (cross < 0);
}

/* Returns whether extents of line and box cross and the corners are not all on one side. */
static bool crosses(const struct page_point *a, const struct page_point *b,
                    const struct page_box *box)
{
    pt64 left = MIN(a->x, b->x), right = MAX(a->x, b->x);
    pt64 top = MIN(a->y, b->y), bottom = MAX(a->y, b->y);
    if (right < box->x || left > box->x + box->width || bottom < box->y ||
        top > box->y + box->height)
        return false;
    int sum = side(a, b, box->x, box->y) + side(a, b, box->x + box->width, box->y) +
              side(a, b, box->x, box->y + box->height) +
              side(a, b, box->x + box->width, box->y + box->height);
    return sum != 4 && sum != -4;
}

static bool is_free(const struct chart_places *places, const struct page_box *box)
{
    if (!within(box, &places->bounds))
        return false;
    for (size_t i = 0; i < places->box_count; i++)
        if (overlap(box, &places->boxes[i]))
            return false;
    for (size_t i = 0; i < places->end_count; i += 2)
        if (crosses(&places->ends[i], &places->ends[i + 1], box))
            return false;
    return true;
}

/* Returns the square of the distance between a box and a point. */
static int64_t distance(const struct page_box *box, const struct page_point *point)
{
    int64_t x = MAX(MAX(box->x - point->x, point->x - box->x - box->width), 0);
    int64_t y = MAX(MAX(box->y - point->y, point->y - box->y - box->height), 0);
    return x * x + y * y;
}

/* Returns whether a label that stands there is read as that point's: no other mark is as near. */
static bool is_nearest(const struct chart_places *places, const struct page_box *box,
                       const struct page_point *point)
{
    for (size_t i = 0; i < places->mark_count; i++) {
        const struct page_point *mark = &places->marks[i];
        bool is_other = mark->x != point->x || mark->y != point->y;
        if (is_other && distance(box, mark) <= distance(box, point))
            return false;
    }
    return true;
}

bool chart_place(struct galley *galley, struct chart_places *places, struct page_point point,
                 pt64 width, pt64 height, struct page_box *box)
{
    pt64 above = point.y - AWAY - height, below = point.y + AWAY;
    pt64 middle = point.x - width / 2, left = point.x - AWAY - width, right = point.x + AWAY;
    const struct page_point candidates[] = {
        {middle, above},
        {middle, below},
        {left, above + AWAY},
        {right, below - AWAY},
        {right, above + AWAY},
        {left, below - AWAY},
        {left, point.y - height / 2},
        {right, point.y - height / 2},
        {middle, above - height},
        {middle, below + height},
    };
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
        struct page_box tried = {candidates[i].x, candidates[i].y, width, height};
        if (!is_free(places, &tried) || !is_nearest(places, &tried, &point))
            continue;
        chart_place_box(galley, places, tried);
        *box = tried;
        return true;
    }
    return false;
}
