/*
 * Measures bar charts: a bar a row from zero to its number, the rows' names at the left, their
 * numbers at the bars' ends. The target is a line, or a band between two; where it varies, each row
 * has its own piece. A chart taller than its room is cut into drawings of even height, each with
 * its own axis: smaller rows would be too small to read.
 */
#include "chart/bar.h"

#include "base/minmax.h"

enum { ROW_GAP = 9 * 64 / 2, TICK_GAP = 10 * 64, MOST_TICKS = 6 };

/* --- measuring --- */

static void set_texts(struct bars *bars, pt64 name_room, pt64 value_room)
{
    struct chart *chart = bars->chart;
    struct text_style words = chart->style;
    words.italic = true;
    for (size_t i = 0; i < bars->count; i++) {
        struct bar *bar = &bars->bars[i];
        const struct chart_value *value = &bar->row->values[0];
        bar->name = chart_text(chart, bar->row->label, &chart->style, name_room);
        bar->value =
            chart_text(chart, value->text, value->number ? &chart->style : &words, value_room);
        bar->height = MAX(MAX(bar->name.height, bar->value.height), CHART_BAR) + ROW_GAP;
    }
}

/* Measures names, at most two fifths of the width, and numbers, a quarter on each side. */
static void measure(struct bars *bars)
{
    const struct room *room = &bars->chart->room;
    pt64 width = room_width(*room), name = 0, before = 0, after = CHART_GAP;
    set_texts(bars, width * 2 / 5, width / 4);
    for (size_t i = 0; i < bars->count; i++) {
        const struct bar *bar = &bars->bars[i];
        const struct chart_value *value = &bar->row->values[0];
        name = MAX(name, bar->name.width);
        if (!value->number)
            continue;
        if (value->value < 0)
            before = MAX(before, bar->value.width + CHART_VALUE_GAPS);
        else
            after = MAX(after, bar->value.width + CHART_VALUE_GAPS);
    }
    bars->names_end = room->x + name;
    bars->left = bars->names_end + CHART_NAME_GAP + before;
    bars->right = room->right - after;
}

static void take_value(const struct chart_value *value, int64_t *low, int64_t *high, bool *whole)
{
    if (!value->number)
        return;
    *low = MIN(value->value, *low);
    *high = MAX(value->value, *high);
    *whole = *whole && value->value % CHART_UNIT == 0;
}

static bool ticks_fit(const struct bars *bars)
{
    const struct chart_scale *scale = &bars->scale;
    pt64 low = chart_tick(bars->chart, scale, scale->low).width;
    pt64 high = chart_tick(bars->chart, scale, scale->high).width, widest = MAX(low, high);
    int64_t steps = (scale->high - scale->low) / scale->step;
    int64_t fewest = scale->low < 0 && scale->high > 0 ? 2 : 1; /* zero is between them */
    return steps <= fewest || (bars->right - bars->left) / steps >= widest + TICK_GAP;
}

/* Chooses an axis with zero, where bars begin. */
static void choose_scale(struct bars *bars)
{
    int64_t low = 0, high = 0;
    bool whole = true;
    for (size_t i = 0; i < bars->count; i++) {
        take_value(&bars->bars[i].row->values[0], &low, &high, &whole);
        take_value(&bars->bars[i].row->low, &low, &high, &whole);
        take_value(&bars->bars[i].row->high, &low, &high, &whole);
    }
    int64_t step = chart_least_step(low, high, MOST_TICKS, whole);
    bars->scale = chart_scale(low, high, step);
    while (!ticks_fit(bars)) {
        step = chart_step(step + 1);
        bars->scale = chart_scale(low, high, step);
    }
}

/* --- parts --- */

static void draw_part(struct bars *bars, size_t part, size_t parts, size_t from, size_t to,
                      struct strips *out)
{
    struct chart *chart = bars->chart;
    const char *title = chart->data->title;
    if (parts > 1)
        title = arena_printf(chart->galley->arena, "%s (%zu/%zu)", title, part + 1, parts);
    struct buf alt = {0};
    if (part == 0)
        chart_alt_bars(chart->data, chart->words, &alt);
    else
        buf_printf(&alt, "%s: %s. %s: %s – %s.", chart->words->bar_chart, title,
                   chart->words->continued, bars->bars[from].row->label,
                   bars->bars[to - 1].row->label);
    chart_begin(chart, arena_strdup(chart->galley->arena, alt.data), out);
    buf_free(&alt);
    chart_bars_draw(bars, title, from, to);
}

/* Returns the end of the part that begins at from and is no taller than limit, if rows allow. */
static size_t part_end(const struct bars *bars, size_t from, pt64 limit)
{
    pt64 height = bars->bars[from].height;
    size_t to = from + 1;
    while (to < bars->count && height + bars->bars[to].height <= limit)
        height += bars->bars[to++].height;
    return to;
}

static size_t count_parts(const struct bars *bars, pt64 limit)
{
    size_t parts = 0;
    for (size_t from = 0; from < bars->count; parts++)
        from = part_end(bars, from, limit);
    return parts;
}

/* Returns the least height, by eighths of a row, with no more parts than at limit. */
static pt64 even_limit(const struct bars *bars, pt64 limit)
{
    size_t parts = count_parts(bars, limit);
    while (limit > CHART_BAR && count_parts(bars, limit - CHART_BAR) == parts)
        limit -= CHART_BAR;
    return limit;
}

static void judge(struct bars *bars)
{
    bars->target = chart_common_target(bars->chart->data);
    for (size_t i = 0; i < bars->count; i++) {
        bool judged = chart_judged(bars->bars[i].row), reaches = chart_reaches(bars->bars[i].row);
        bars->judged = bars->judged || judged;
        bars->reached = bars->reached || reaches;
        bars->missed = bars->missed || (judged && !reaches);
    }
}

void chart_bars(struct chart *chart, struct strips *out)
{
    const struct chart_data *data = chart->data;
    struct bars bars = {.chart = chart, .count = data->row_count};
    bars.bars = arena_array(chart->galley->arena, bars.count, sizeof *bars.bars);
    for (size_t i = 0; i < bars.count; i++)
        bars.bars[i].row = &data->rows[i];
    judge(&bars);
    measure(&bars);
    choose_scale(&bars);
    pt64 limit = even_limit(&bars, chart->tallest - chart_bars_around(&bars));
    size_t parts = count_parts(&bars, limit);
    for (size_t part = 0, from = 0, to; part < parts; part++, from = to) {
        to = part_end(&bars, from, limit);
        draw_part(&bars, part, parts, from, to, out);
    }
}
