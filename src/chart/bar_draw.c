/* Draws bar charts: head with legend, bars with targets, names and numbers, axis. */
#include "chart/bar.h"

#include "base/minmax.h"

enum {
    TICK = 3 * 64,
    TARGET = 64 * 3 / 2,
    HALO = 64 * 5 / 4,
    SWATCH = 18 * 64,
    LEGEND_GAP = 14 * 64
};

static pt64 x_of(const struct bars *bars, int64_t value)
{
    return bars->left + chart_at(&bars->scale, value, bars->right - bars->left);
}

/* --- the head of a drawing --- */

enum key { KEY_SOLID, KEY_STRIPED, KEY_LINE };

static void put_key(struct bars *bars, enum key key, pt64 x, pt64 middle)
{
    struct chart *chart = bars->chart;
    if (key == KEY_LINE)
        chart_put_fill(
            chart,
            (struct page_box){x + (SWATCH - TARGET) / 2, middle - CHART_BAR / 2, TARGET, CHART_BAR},
            chart->style.colour);
    else
        chart_put_bar(chart,
                      (struct page_box){x, middle - CHART_BAR / 2 + 32, SWATCH, CHART_BAR - 64},
                      key == KEY_SOLID);
}

/* Puts the patterns' meanings in words; wraps where the room ends. */
static pt64 put_legend(struct bars *bars, pt64 y)
{
    struct chart *chart = bars->chart;
    const struct chart_words *words = chart->words;
    const struct {
        enum key key;
        const char *words;
        bool shown;
    } keys[] = {
        {KEY_SOLID, words->reaches, bars->reached},
        {KEY_STRIPED, words->misses, bars->missed},
        {KEY_LINE, words->target, bars->judged && !bars->target},
    };
    pt64 x = chart->room.x, height = 0;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (!keys[i].shown)
            continue;
        pt64 width = room_width(chart->room) - SWATCH - CHART_GAP;
        struct chart_text text = chart_text(chart, keys[i].words, &chart->style, width);
        if (x > chart->room.x && x + SWATCH + CHART_GAP + text.width > chart->room.right) {
            x = chart->room.x;
            y += height;
        }
        put_key(bars, keys[i].key, x, y + chart->style.leading / 2);
        chart_put_text(chart, &text, x + SWATCH + CHART_GAP, y);
        x += SWATCH + CHART_GAP + text.width + LEGEND_GAP;
        height = text.height;
    }
    return height ? y + height + CHART_GAP : y;
}

/* Puts the common target's name above its line. */
static pt64 put_target_name(struct bars *bars, pt64 y)
{
    const struct chart_row *target = bars->target;
    struct chart *chart = bars->chart;
    if (!target)
        return y;
    struct buf words = {0};
    chart_target_text(target, chart->words, &words);
    struct chart_text text = chart_text(chart, words.data, &chart->style, room_width(chart->room));
    buf_free(&words);
    pt64 low = x_of(bars, target->low.number ? target->low.value : target->high.value);
    pt64 high = x_of(bars, target->high.number ? target->high.value : target->low.value);
    pt64 x = chart_inside(chart, (low + high - text.width) / 2, text.width);
    chart_put_text(chart, &text, x, y);
    return y + text.height + CHART_GAP / 2;
}

/* --- the plot --- */

static void put_grid(struct bars *bars)
{
    const struct chart_scale *scale = &bars->scale;
    for (int64_t tick = scale->low; tick <= scale->high; tick += scale->step) {
        struct page_box line = {x_of(bars, tick) - CHART_GRID / 2, bars->top, CHART_GRID,
                                bars->bottom - bars->top};
        chart_put_fill(bars->chart, line, bars->chart->grid);
    }
}

/* Returns the end of the rows from first on with the same target: their lines are one. */
static size_t target_end(const struct bars *bars, size_t first, size_t to)
{
    size_t end = first + 1;
    while (end < to && chart_same_target(bars->bars[first].row, bars->bars[end].row))
        end++;
    return end;
}

static struct page_box rows_box(const struct bars *bars, size_t from, size_t to)
{
    const struct bar *last = &bars->bars[to - 1];
    pt64 y = bars->bars[from].y;
    return (struct page_box){bars->left, y, bars->right - bars->left, last->y + last->height - y};
}

static void put_bands(struct bars *bars, size_t from, size_t to)
{
    for (size_t i = from, end; i < to; i = end) {
        end = target_end(bars, i, to);
        const struct chart_row *row = bars->bars[i].row;
        if (!row->low.number || !row->high.number || row->high.value < row->low.value)
            continue;
        struct page_box box = rows_box(bars, i, end);
        box.x = x_of(bars, row->low.value);
        box.width = x_of(bars, row->high.value) - box.x;
        chart_put_fill(bars->chart, box, bars->chart->band);
    }
}

/* Puts a dark line with a light one on each side, so that it shows on bars too. */
static void put_limit(struct bars *bars, const struct chart_value *limit, struct page_box box)
{
    if (!limit->number)
        return;
    box.x = x_of(bars, limit->value) - TARGET / 2 - HALO;
    box.width = TARGET + 2 * HALO;
    chart_put_fill(bars->chart, box, CHART_WHITE);
    box.x += HALO;
    box.width = TARGET;
    chart_put_fill(bars->chart, box, bars->chart->style.colour);
}

static void put_limits(struct bars *bars, size_t from, size_t to)
{
    for (size_t i = from, end; i < to; i = end) {
        end = target_end(bars, i, to);
        struct page_box box = rows_box(bars, i, end);
        put_limit(bars, &bars->bars[i].row->low, box);
        put_limit(bars, &bars->bars[i].row->high, box);
    }
}

static void put_bar(struct bars *bars, const struct bar *bar)
{
    const struct chart_value *value = &bar->row->values[0];
    if (!value->number || !value->value)
        return;
    pt64 zero = x_of(bars, 0), end = x_of(bars, value->value);
    pt64 from = MIN(zero, end);
    pt64 length = zero < end ? end - zero : zero - end, width = MAX(length, CHART_RULE);
    struct page_box box = {from, bar->y + (bar->height - CHART_BAR) / 2, width, CHART_BAR};
    chart_put_bar(bars->chart, box, !chart_judged(bar->row) || chart_reaches(bar->row));
}

/* Returns x, or an x outwards of the target's line where a label at x would stand across. */
static pt64 past_limit(const struct bars *bars, const struct chart_value *limit, pt64 x, pt64 width,
                       bool left)
{
    if (!limit->number)
        return x;
    pt64 line = x_of(bars, limit->value);
    if (x - CHART_GAP / 2 >= line || x + width + CHART_GAP / 2 <= line)
        return x;
    return left ? line - CHART_GAP - width : line + CHART_GAP;
}

static pt64 value_x(const struct bars *bars, const struct bar *bar)
{
    const struct chart_row *row = bar->row;
    pt64 width = bar->value.width, at = x_of(bars, row->values[0].value);
    bool left = row->values[0].value < 0;
    pt64 x = left ? at - CHART_GAP - width : at + CHART_GAP;
    /* Twice: past one limit the number may meet the other. */
    for (int i = 0; i < 2; i++) {
        x = past_limit(bars, &row->low, x, width, left);
        x = past_limit(bars, &row->high, x, width, left);
    }
    return x;
}

/* Returns where words begin: at the bar's start, or at the plot's left end where room is short. */
static pt64 words_x(const struct bars *bars, const struct bar *bar)
{
    pt64 x = x_of(bars, 0) + CHART_GAP;
    return x + bar->value.width + CHART_GAP / 4 > bars->chart->room.right ? bars->left + CHART_GAP
                                                                          : x;
}

static bool in_band(const struct bars *bars, const struct chart_row *row, pt64 x)
{
    return row->low.number && row->high.number && x > x_of(bars, row->low.value) &&
           x < x_of(bars, row->high.value);
}

/* Puts a value; target lines stop short of the words. Inside a band there are none to stop. */
static void put_value(struct bars *bars, const struct bar *bar)
{
    bool number = bar->row->values[0].number;
    pt64 x = number ? value_x(bars, bar) : words_x(bars, bar);
    pt64 y = bar->y + (bar->height - bar->value.height) / 2;
    if (!bar->value.width)
        return;
    struct page_box back = {x - CHART_GAP / 4, y, bar->value.width + CHART_GAP / 2,
                            bar->value.height};
    if (!number || !in_band(bars, bar->row, x))
        chart_put_fill(bars->chart, back, CHART_WHITE);
    chart_put_text(bars->chart, &bar->value, x, y);
}

static void put_name(struct bars *bars, const struct bar *bar)
{
    pt64 y = bar->y + (bar->height - bar->name.height) / 2;
    chart_put_text_left_of(bars->chart, &bar->name, bars->names_end, y);
}

/* --- the foot --- */

static void put_axis(struct bars *bars)
{
    struct chart *chart = bars->chart;
    struct page_box line = {bars->left, bars->bottom, bars->right - bars->left, CHART_RULE};
    chart_put_fill(chart, line, chart->axis);
    line = (struct page_box){x_of(bars, 0) - CHART_RULE / 2, bars->top, CHART_RULE,
                             bars->bottom - bars->top};
    chart_put_fill(chart, line, chart->axis);
}

/* Puts numbers under the ticks; one without room is left out, its tick stays. */
static pt64 put_ticks(struct bars *bars)
{
    struct chart *chart = bars->chart;
    pt64 y = bars->bottom + TICK + CHART_GAP / 4, free = chart->room.x;
    for (int64_t tick = bars->scale.low; tick <= bars->scale.high; tick += bars->scale.step) {
        pt64 at = x_of(bars, tick);
        struct page_box mark = {at - CHART_RULE / 2, bars->bottom, CHART_RULE, TICK};
        chart_put_fill(chart, mark, chart->axis);
        struct chart_text text = chart_tick(chart, &bars->scale, tick);
        pt64 x = chart_inside(chart, at - text.width / 2, text.width);
        if (x < free)
            continue;
        chart_put_text(chart, &text, x, y);
        free = x + text.width + CHART_GAP;
    }
    return y + chart->style.leading;
}

/* Puts the head of the numbers' column, with the unit. */
static pt64 put_unit(struct bars *bars, pt64 y)
{
    struct chart *chart = bars->chart;
    struct chart_text text =
        chart_text(chart, chart->data->series[0], &chart->style, room_width(chart->room));
    if (!text.width)
        return y;
    pt64 middle = (bars->left + bars->right - text.width) / 2;
    chart_put_text(chart, &text, chart_inside(chart, middle, text.width), y);
    return y + text.height;
}

/* --- all of it --- */

static void put_rows(struct bars *bars, size_t from, size_t to)
{
    put_grid(bars);
    put_bands(bars, from, to);
    for (size_t i = from; i < to; i++)
        put_bar(bars, &bars->bars[i]);
    put_axis(bars);
    put_limits(bars, from, to);
    for (size_t i = from; i < to; i++) {
        put_name(bars, &bars->bars[i]);
        put_value(bars, &bars->bars[i]);
    }
}

void chart_bars_draw(struct bars *bars, const char *title, size_t from, size_t to)
{
    struct chart *chart = bars->chart;
    pt64 y = chart_put_title(chart, title);
    y = put_legend(bars, y);
    y = bars->top = put_target_name(bars, y);
    for (size_t i = from; i < to; i++) {
        bars->bars[i].y = y;
        y += bars->bars[i].height;
    }
    bars->bottom = y;
    put_rows(bars, from, to);
    y = put_ticks(bars);
    chart->strip->height = put_unit(bars, y);
}

/* Draws without rows into a strip that nobody keeps. */
pt64 chart_bars_around(const struct bars *bars)
{
    struct strip strip = {0};
    struct chart chart = *bars->chart;
    chart.strip = &strip;
    struct bars around = *bars;
    around.chart = &chart;
    pt64 y = chart_put_title(&chart, chart.data->title) + chart.title_style.leading;
    y = put_target_name(&around, put_legend(&around, y));
    return put_unit(&around, y + TICK + CHART_GAP / 4 + chart.style.leading);
}
