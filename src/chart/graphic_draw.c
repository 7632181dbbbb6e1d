/*
 * Draws the graphics in the rows of a table: bars with their targets (Few's bullet graph),
 * dumbbells and sparklines. They are as high as the digits beside them, and the lines of the axis
 * go from row to row.
 */
#include "chart/chart_private.h"

#include "base/minmax.h"

enum {
    TARGET = 64 * 5 / 4,
    HALO = 64,
    DOT = 64 * 9 / 4, /* radii */
    SMALL_DOT = 64 * 7 / 4,
    RING = 64 * 7 / 2, /* around a number that has not changed */
    LINE = 64
};

struct graphic {
    struct chart *chart;
    const struct chart_column *column;
    const struct chart_numbers *numbers;
    const struct chart_spot *spot;
};

/* Returns the height of what stands out above and below the digits. */
static pt64 tall(const struct chart_spot *spot)
{
    return spot->height * 3 / 2;
}

static pt64 x_of(const struct graphic *graphic, int64_t value)
{
    const struct chart_spot *spot = graphic->spot;
    return spot->left + chart_at(&graphic->column->scale, value, spot->right - spot->left);
}

static void put_upright(const struct graphic *graphic, int64_t value, pt64 width, uint32_t colour)
{
    const struct chart_spot *spot = graphic->spot;
    struct page_box line = {x_of(graphic, value) - width / 2, spot->top, width,
                            spot->bottom - spot->top};
    chart_put_fill(graphic->chart, line, colour);
}

/* Puts light lines at the ends of the axis, and a dark one at zero. */
static void put_axis(const struct graphic *graphic)
{
    const struct chart_scale *scale = &graphic->column->scale;
    const int64_t ends[] = {scale->low, scale->high};
    for (int i = 0; i < 2; i++)
        if (ends[i] != 0)
            put_upright(graphic, ends[i], CHART_GRID, graphic->chart->grid);
    if (scale->low <= 0 && scale->high >= 0)
        put_upright(graphic, 0, CHART_GRID, graphic->chart->axis);
}

/* --- bars --- */

static struct chart_value limit_of(const struct decimal *number)
{
    return (struct chart_value){.number = number->is_given, .value = number->value};
}

/* Puts the band of a target between two limits, or a limit's line with a light one on each side. */
static void put_target(const struct graphic *graphic, const struct chart_row *row)
{
    const struct chart_spot *spot = graphic->spot;
    pt64 height = tall(spot);
    struct page_box box = {0, spot->middle - height / 2, 0, height};
    const struct chart_value *const limits[] = {&row->low, &row->high};
    for (int i = 0; i < 2; i++) {
        if (!limits[i]->number)
            continue;
        pt64 x = x_of(graphic, limits[i]->value);
        box.x = x - TARGET / 2 - HALO;
        box.width = TARGET + 2 * HALO;
        chart_put_fill(graphic->chart, box, CHART_WHITE);
        box.x += HALO;
        box.width = TARGET;
        chart_put_fill(graphic->chart, box, graphic->chart->style.colour);
    }
}

static void put_band(const struct graphic *graphic, const struct chart_row *row)
{
    const struct chart_spot *spot = graphic->spot;
    pt64 height = tall(spot);
    if (!row->low.number || !row->high.number || row->high.value <= row->low.value)
        return;
    pt64 x = x_of(graphic, row->low.value);
    struct page_box box = {x, spot->middle - height / 2, x_of(graphic, row->high.value) - x,
                           height};
    chart_put_fill(graphic->chart, box, graphic->chart->band);
}

static void put_bar(const struct graphic *graphic, const struct chart_row *row)
{
    const struct chart_spot *spot = graphic->spot;
    pt64 zero = x_of(graphic, 0), end = x_of(graphic, row->values[0].value);
    pt64 height = spot->height * 3 / 4;
    struct page_box box = {MIN(zero, end), spot->middle - height / 2, MAX(zero, end), height};
    box.width -= box.x;
    if (row->values[0].number && row->values[0].value)
        chart_put_bar(graphic->chart, box, !chart_judged(row) || chart_reaches(row));
}

static void draw_bar(const struct graphic *graphic)
{
    const struct decimal *numbers = graphic->numbers->items;
    const struct chart_row row = {.values = {limit_of(&numbers[0])},
                                  .low = limit_of(&numbers[1]),
                                  .high = limit_of(&numbers[2])};
    put_band(graphic, &row);
    put_bar(graphic, &row);
    put_axis(graphic);
    put_target(graphic, &row);
}

/* --- dumbbells --- */

static struct page_point on_axis(const struct graphic *graphic, const struct decimal *number)
{
    return (struct page_point){x_of(graphic, number->value), graphic->spot->middle};
}

static void draw_dumbbell(const struct graphic *graphic)
{
    const struct decimal *then = &graphic->numbers->items[0], *now = then + 1;
    struct chart *chart = graphic->chart;
    bool both = then->is_given && now->is_given, unchanged = both && then->value == now->value;
    put_axis(graphic);
    const struct page_point ends[] = {on_axis(graphic, then), on_axis(graphic, now)};
    if (both && !unchanged)
        chart_put_line(chart, ends, 2, LINE, chart->ink[0]);
    if (then->is_given)
        chart_put_dot(chart, ends[0], unchanged ? RING : DOT, true);
    if (now->is_given)
        chart_put_dot(chart, ends[1], DOT, false);
}

/* --- sparklines --- */

/* Returns a number's point: the last numbers of all rows stand below each other. */
static struct page_point point_of(const struct graphic *graphic, size_t index)
{
    const struct chart_spot *spot = graphic->spot;
    pt64 left = spot->left + SMALL_DOT, length = spot->right - SMALL_DOT - left;
    pt64 height = tall(spot);
    size_t steps = MAX(graphic->column->longest, 2) - 1;
    size_t back = graphic->numbers->count - 1 - index;
    int64_t value = graphic->numbers->items[index].value;
    return (struct page_point){
        left + length - (pt64)((int64_t)length * (int64_t)back / (int64_t)steps),
        spot->middle + height / 2 - chart_at(&graphic->column->scale, value, height)};
}

/* Returns the end of the numbers from first on that none is absent between. */
static size_t run_end(const struct chart_numbers *numbers, size_t first)
{
    size_t end = first;
    while (end < numbers->count && numbers->items[end].is_given)
        end++;
    return end;
}

/* Puts a pale field from the least to the greatest number of the axis. */
static void put_range(const struct graphic *graphic)
{
    const struct chart_spot *spot = graphic->spot;
    pt64 height = tall(spot);
    struct page_box box = {spot->left, spot->middle - height / 2, spot->right - spot->left, height};
    chart_put_fill(graphic->chart, box, graphic->chart->band);
}

static void draw_sparkline(const struct graphic *graphic)
{
    enum { LEAST_LINE = 3 };
    const struct chart_numbers *numbers = graphic->numbers;
    struct page_point points[CHART_NUMBERS];
    size_t given = 0, last = 0;
    for (size_t i = 0; i < numbers->count; i++) {
        given += numbers->items[i].is_given;
        last = numbers->items[i].is_given ? i : last;
        points[i] = point_of(graphic, i);
    }
    put_range(graphic);
    for (size_t from = 0, to; from < numbers->count; from = to + 1) {
        to = run_end(numbers, from);
        bool joined = given >= LEAST_LINE && to > from + 1;
        if (joined)
            chart_put_line(graphic->chart, &points[from], to - from, LINE, graphic->chart->ink[0]);
        for (size_t i = from; i < to; i++)
            if (!joined || i == last)
                chart_put_dot(graphic->chart, points[i], SMALL_DOT, false);
    }
}

void chart_draw_graphic(struct chart *chart, const struct chart_column *column,
                        const struct chart_numbers *numbers, const struct chart_spot *spot)
{
    const struct graphic graphic = {chart, column, numbers, spot};
    switch (column->graphic) {
    case CHART_BARS:
        draw_bar(&graphic);
        break;
    case CHART_DUMBBELLS:
        draw_dumbbell(&graphic);
        break;
    case CHART_SPARKLINES:
        draw_sparkline(&graphic);
        break;
    }
}
