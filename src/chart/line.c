/*
 * Draws line charts: a small picture of how numbers go from year to year. Each series has its
 * marks, dashes and colour, and its name at the line's end after a piece of the line. A year
 * without a number leaves a gap in the line. Numbers stand at points with room for them.
 */
#include "chart/chart_private.h"

#include "base/calendar.h"
#include "base/minmax.h"

#include <stdlib.h>
#include <string.h>

enum {
    LEAST_HEIGHT = 104 * 64, /* of the plot */
    MOST_WIDTH = 400 * 64,   /* of the drawing */
    MOST_TICKS = 5,
    DENSE = 22 * 64, /* points closer than this have no numbers, but for the first and the last */
    MARK_ROOM = 4 * 64,
    ROW_NAME_GAP = 6 * 64, /* clears the number at the foot of the axis */
    KEY = 20 * 64,
    KEY_GAP = 10 * 64
};

/* A series' name at the right. */
struct name {
    size_t series;
    struct chart_text text;
    pt64 y;
};

struct lines {
    struct chart *chart;
    struct chart_scale scale;
    struct chart_scale rows; /* of the points along the axis: years, or the rows' numbers */
    bool has_years;
    struct series_ends {
        bool any;
        size_t first, last; /* rows with a number */
    } ends[CHART_SERIES];
    pt64 left, right, top, bottom; /* of the plot */
    pt64 inset;                    /* from the plot's sides to the first and last points */
    pt64 row_names;                /* height of the rows' names below the plot */
    pt64 names_x;
    struct name names[CHART_SERIES];
    size_t name_count;
    struct chart_places places;
};

static pt64 y_of(const struct lines *lines, int64_t value)
{
    return lines->bottom - chart_at(&lines->scale, value, lines->bottom - lines->top);
}

static int year_of(const struct chart_row *row)
{
    int year = 0;
    calendar_read_year(row->label, &year);
    return year;
}

static int by_year(const void *left, const void *right)
{
    int a = year_of(left), b = year_of(right);
    return (a > b) - (a < b);
}

/* Returns whether all rows are years: those stand as far apart as the years, others evenly. */
static bool are_years(const struct chart_data *data)
{
    int year;
    for (size_t i = 0; i < data->row_count; i++)
        if (!calendar_read_year(data->rows[i].label, &year))
            return false;
    return data->row_count > 0;
}

struct chart_data chart_by_year(const struct chart_data *data, struct arena *arena)
{
    if (!are_years(data))
        return *data;
    struct chart_data sorted = *data;
    sorted.rows = arena_array(arena, data->row_count, sizeof *sorted.rows);
    memcpy(sorted.rows, data->rows, data->row_count * sizeof *sorted.rows);
    qsort(sorted.rows, sorted.row_count, sizeof *sorted.rows, by_year);
    return sorted;
}

static void find_rows(struct lines *lines)
{
    const struct chart_data *data = lines->chart->data;
    lines->rows = (struct chart_scale){0, (int64_t)data->row_count - 1, 1};
    lines->has_years = are_years(data);
    if (lines->has_years) {
        lines->rows.low = year_of(&data->rows[0]);
        lines->rows.high = year_of(&data->rows[data->row_count - 1]);
    }
}

static void find_ends(struct lines *lines)
{
    const struct chart_data *data = lines->chart->data;
    for (size_t i = 0; i < data->row_count * data->series_count; i++) {
        size_t row = i / data->series_count, series = i % data->series_count;
        struct series_ends *ends = &lines->ends[series];
        if (!data->rows[row].values[series].number)
            continue;
        ends->first = ends->any ? ends->first : row;
        ends->last = row;
        ends->any = true;
    }
}

static pt64 x_of(const struct lines *lines, size_t row)
{
    pt64 left = lines->left + lines->inset;
    pt64 length = lines->right - lines->inset - left;
    const struct chart_data *data = lines->chart->data;
    int64_t at = lines->has_years ? year_of(&data->rows[row]) : (int64_t)row;
    return left + chart_at(&lines->rows, at, length);
}

/* --- measuring --- */

static struct chart_text label(const struct lines *lines, const char *words)
{
    const struct room *room = &lines->chart->room;
    return chart_text(lines->chart, words, &lines->chart->style, room_width(*room));
}

static void choose_scale(struct lines *lines)
{
    const struct chart_data *data = lines->chart->data;
    int64_t low = INT64_MAX, high = INT64_MIN;
    bool whole = true;
    for (size_t i = 0; i < data->row_count * data->series_count; i++) {
        const struct chart_value *value =
            &data->rows[i / data->series_count].values[i % data->series_count];
        if (!value->number)
            continue;
        low = MIN(value->value, low);
        high = MAX(value->value, high);
        whole = whole && value->value % CHART_UNIT == 0;
    }
    lines->scale = chart_line_scale(low, high, MOST_TICKS, whole);
}

static pt64 widest_tick(const struct lines *lines)
{
    pt64 widest = 0;
    for (int64_t tick = lines->scale.low; tick <= lines->scale.high; tick += lines->scale.step) {
        pt64 width = chart_tick(lines->chart, &lines->scale, tick).width;
        widest = MAX(widest, width);
    }
    return widest;
}

/* Measures names, which take a third of the width at most. */
static pt64 measure_names(struct lines *lines, pt64 width)
{
    const struct chart_data *data = lines->chart->data;
    pt64 widest = 0;
    for (size_t i = 0; i < data->series_count; i++) {
        if (!lines->ends[i].any)
            continue;
        struct name *name = &lines->names[lines->name_count++];
        name->series = i;
        name->text = chart_text(lines->chart, data->series[i], &lines->chart->style,
                                width / 3 - KEY - CHART_GAP);
        widest = MAX(widest, name->text.width);
    }
    return widest + KEY + CHART_GAP;
}

static void measure(struct lines *lines)
{
    const struct chart *chart = lines->chart;
    const struct chart_data *data = chart->data;
    pt64 width = room_width(chart->room), value = 0;
    width = MIN(width, MOST_WIDTH);
    pt64 names = measure_names(lines, width);
    lines->left = chart->room.x + widest_tick(lines) + CHART_GAP;
    lines->names_x = chart->room.x + width - names;
    lines->right = lines->names_x - KEY_GAP;
    for (size_t i = 0; i < data->row_count; i++) {
        struct chart_text name = label(lines, data->rows[i].label);
        value = MAX(value, name.width);
        lines->row_names = MAX(lines->row_names, name.height);
        for (size_t k = 0; k < data->series_count; k++)
            if (data->rows[i].values[k].number) {
                pt64 wanted = label(lines, data->rows[i].values[k].text).width;
                value = MAX(value, wanted);
            }
    }
    pt64 most = (lines->right - lines->left) / 4;
    lines->inset = MIN(value / 2 + CHART_GAP, most);
}

/* --- names --- */

static int by_y(const void *left, const void *right)
{
    const struct name *a = left, *b = right;
    return a->y != b->y ? (a->y > b->y) - (a->y < b->y)
                        : (a->series > b->series) - (a->series < b->series);
}

/* Puts each name at its line's end, or as near as the others let it: first down, then back up. */
static void spread_names(struct lines *lines)
{
    const struct chart_data *data = lines->chart->data;
    pt64 bottom = lines->bottom;
    for (size_t i = 0; i < lines->name_count; i++) {
        struct name *name = &lines->names[i];
        size_t row = lines->ends[name->series].last;
        name->y = y_of(lines, data->rows[row].values[name->series].value) - name->text.height / 2;
    }
    qsort(lines->names, lines->name_count, sizeof *lines->names, by_y);
    for (size_t i = 0; i < lines->name_count; i++) {
        pt64 least = i ? lines->names[i - 1].y + lines->names[i - 1].text.height : lines->top;
        lines->names[i].y = MAX(lines->names[i].y, least);
    }
    for (size_t i = lines->name_count; i-- > 0;) {
        struct name *name = &lines->names[i];
        pt64 most = bottom - name->text.height;
        name->y = MIN(name->y, most);
        bottom = name->y;
    }
}

static void put_names(struct lines *lines)
{
    for (size_t i = 0; i < lines->name_count; i++) {
        const struct name *name = &lines->names[i];
        pt64 middle = name->y + lines->chart->style.leading / 2;
        struct page_point ends[] = {{lines->names_x, middle}, {lines->names_x + KEY, middle}};
        chart_put_series(lines->chart, name->series, ends, 2);
        chart_put_mark(lines->chart, name->series,
                       (struct page_point){lines->names_x + KEY / 2, middle});
        chart_put_text(lines->chart, &name->text, lines->names_x + KEY + CHART_GAP, name->y);
    }
}

/* --- the plot --- */

static void put_grid(struct lines *lines)
{
    struct chart *chart = lines->chart;
    pt64 width = lines->right - lines->left, half = chart->style.leading / 2;
    for (int64_t tick = lines->scale.low; tick <= lines->scale.high; tick += lines->scale.step) {
        pt64 y = y_of(lines, tick);
        bool axis = tick == 0;
        chart_put_fill(chart,
                       (struct page_box){lines->left, y - CHART_GRID / 2, width,
                                         axis ? CHART_RULE : CHART_GRID},
                       axis ? chart->axis : chart->grid);
        struct chart_text text = chart_tick(chart, &lines->scale, tick);
        chart_put_text(chart, &text, lines->left - CHART_GAP - text.width, y - half);
    }
}

/* Puts as many rows' names under their points as there is room for; the last one always. */
static void put_row_names(struct lines *lines)
{
    const struct chart_data *data = lines->chart->data;
    size_t last = data->row_count - 1;
    struct chart_text text = label(lines, data->rows[last].label);
    pt64 end = chart_inside(lines->chart, x_of(lines, last) - text.width / 2, text.width);
    pt64 y = lines->bottom + ROW_NAME_GAP, free = lines->chart->room.x;
    chart_put_text(lines->chart, &text, end, y);
    for (size_t i = 0; i < last; i++) {
        text = label(lines, data->rows[i].label);
        pt64 x = chart_inside(lines->chart, x_of(lines, i) - text.width / 2, text.width);
        if (x < free || x + text.width + CHART_GAP > end)
            continue;
        chart_put_text(lines->chart, &text, x, y);
        free = x + text.width + CHART_GAP;
    }
}

static struct page_point point_of(const struct lines *lines, size_t row, size_t series)
{
    int64_t value = lines->chart->data->rows[row].values[series].value;
    return (struct page_point){x_of(lines, row), y_of(lines, value)};
}

/* Puts the line of a series, in as many pieces as missing numbers make of it. */
static void put_line(struct lines *lines, size_t series)
{
    const struct chart_data *data = lines->chart->data;
    struct galley *galley = lines->chart->galley;
    struct page_point *points = arena_array(galley->arena, data->row_count, sizeof *points);
    size_t count = 0;
    for (size_t i = 0; i <= data->row_count; i++) {
        if (i < data->row_count && data->rows[i].values[series].number) {
            points[count++] = point_of(lines, i, series);
            if (count > 1)
                chart_place_line(galley, &lines->places, points[count - 2], points[count - 1]);
            continue;
        }
        if (count > 1)
            chart_put_series(lines->chart, series, points, count);
        count = 0;
    }
}

static void put_marks(struct lines *lines, size_t series)
{
    const struct chart_data *data = lines->chart->data;
    for (size_t i = 0; i < data->row_count; i++) {
        if (!data->rows[i].values[series].number)
            continue;
        struct page_point at = point_of(lines, i, series);
        chart_put_mark(lines->chart, series, at);
        chart_place_mark(lines->chart->galley, &lines->places, at, MARK_ROOM);
    }
}

/* Returns whether an earlier series has the same number at the point. */
static bool shown_before(const struct chart_row *row, size_t series)
{
    for (size_t i = 0; i < series; i++)
        if (row->values[i].number && row->values[i].value == row->values[series].value &&
            strcmp(row->values[i].text, row->values[series].text) == 0)
            return true;
    return false;
}

/* Puts a point's number where it covers nothing and is nobody else's; else it is in the table
 * alone. */
static void put_value(struct lines *lines, size_t row, size_t series)
{
    const struct chart_value *value = &lines->chart->data->rows[row].values[series];
    struct chart_text text = label(lines, value->text);
    struct page_box box;
    if (!chart_place(lines->chart->galley, &lines->places, point_of(lines, row, series), text.width,
                     text.height, &box))
        return;
    /* Only grid lines can be below the box. */
    chart_put_fill(lines->chart, box, CHART_WHITE);
    chart_put_text(lines->chart, &text, box.x, box.y);
}

/* Lists the series of a row from the highest point to the lowest, so that the highest gets the room
 * above it. */
static void order_series(const struct chart_row *row, size_t count, size_t order[])
{
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        for (; at && row->values[order[at - 1]].value < row->values[i].value; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
}

static void put_values(struct lines *lines, size_t row)
{
    const struct chart_data *data = lines->chart->data;
    pt64 width = lines->right - lines->left - 2 * lines->inset;
    bool dense = data->row_count > 1 && width / (pt64)(data->row_count - 1) < DENSE;
    size_t order[CHART_SERIES];
    order_series(&data->rows[row], data->series_count, order);
    for (size_t i = 0; i < data->series_count; i++) {
        size_t series = order[i];
        bool at_end = row == lines->ends[series].first || row == lines->ends[series].last;
        if (data->rows[row].values[series].number && !shown_before(&data->rows[row], series) &&
            (!dense || at_end))
            put_value(lines, row, series);
    }
}

/* Says of a scale without zero that heights can't be compared. Returns the y below. */
static pt64 put_remark(struct lines *lines, pt64 y)
{
    struct chart *chart = lines->chart;
    if (lines->scale.low <= 0 && lines->scale.high >= 0)
        return y;
    struct chart_text remark = label(lines, chart->words->without_zero);
    chart_put_text(chart, &remark, chart->room.x, y + CHART_GAP);
    return y + CHART_GAP + remark.height;
}

static void draw(struct lines *lines)
{
    struct chart *chart = lines->chart;
    pt64 names = 0;
    for (size_t i = 0; i < lines->name_count; i++)
        names += lines->names[i].text.height;
    pt64 top = chart_put_title(chart, chart->data->title);
    lines->top = top + chart->style.leading + CHART_GAP;
    lines->bottom = lines->top + MAX(LEAST_HEIGHT, names);
    lines->places.bounds =
        (struct page_box){lines->left, top, lines->right - lines->left, lines->bottom - top};
    spread_names(lines);
    put_grid(lines);
    put_row_names(lines);
    for (size_t i = 0; i < chart->data->series_count; i++)
        put_line(lines, i);
    for (size_t i = 0; i < chart->data->series_count; i++)
        put_marks(lines, i);
    put_names(lines);
    for (size_t i = 0; i < chart->data->row_count; i++)
        put_values(lines, i);
    chart->strip->height = put_remark(lines, lines->bottom + ROW_NAME_GAP + lines->row_names);
}

void chart_lines(struct chart *chart, struct strips *out)
{
    struct lines lines = {.chart = chart};
    struct buf alt = {0};
    chart_alt_lines(chart->data, chart->words, &alt);
    chart_begin(chart, arena_strdup(chart->galley->arena, alt.data), out);
    buf_free(&alt);
    find_rows(&lines);
    find_ends(&lines);
    choose_scale(&lines);
    measure(&lines);
    draw(&lines);
}
