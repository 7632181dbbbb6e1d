/*
 * Reads the numbers of graphics in the rows of a table, and finds the one scale of a column: bars
 * begin at zero, dumbbells and sparklines where a line chart's axis would.
 */
#include "chart/chart_private.h"

#include "base/blank.h"
#include "base/minmax.h"

#include <string.h>

enum { MOST_TICKS = 6, LONGEST = 32 /* bytes of a number */ };

/* Reads a word: a decimal, or "-" for an absent one. */
static bool read_number(const char *word, size_t size, struct decimal *number)
{
    char copy[LONGEST];
    *number = (struct decimal){0};
    if (size == 1 && *word == '-')
        return true;
    if (size >= sizeof copy)
        return false;
    memcpy(copy, word, size);
    copy[size] = '\0';
    *number = decimal_read(copy);
    return number->is_given;
}

static bool can_draw(enum chart_graphic graphic, size_t count)
{
    switch (graphic) {
    case CHART_BARS:
        return count == 1 || count == 3;
    case CHART_DUMBBELLS:
        return count == 2;
    case CHART_SPARKLINES:
        break;
    }
    return count > 0;
}

bool chart_numbers_read(const char *text, enum chart_graphic graphic, struct arena *arena,
                        struct chart_numbers *numbers)
{
    struct decimal items[CHART_NUMBERS] = {0};
    size_t count = 0, size = 0;
    for (const char *at = text, *word; (word = blank_word(at, &size)); at = word + size)
        if (count == CHART_NUMBERS || !read_number(word, size, &items[count++]))
            return false;
    if (!count)
        return true;
    if (!can_draw(graphic, count))
        return false;
    numbers->count = graphic == CHART_BARS ? 3 : count; /* limits that aren't written are absent */
    numbers->items = arena_array(arena, numbers->count, sizeof *items);
    memcpy(numbers->items, items, numbers->count * sizeof *items);
    return true;
}

struct chart_column chart_column_new(enum chart_graphic graphic, const char *lang,
                                     struct diag_place place)
{
    return (struct chart_column){.graphic = graphic, .lang = lang, .place = place, .whole = true};
}

static void choose_scale(struct chart_column *column)
{
    int64_t low = MIN(column->low, 0), high = MAX(column->high, 0);
    column->scale =
        column->graphic == CHART_BARS
            ? chart_scale(low, high, chart_least_step(low, high, MOST_TICKS, column->whole))
            : chart_line_scale(column->low, column->high, MOST_TICKS, column->whole);
}

void chart_column_add(struct chart_column *column, const struct chart_numbers *numbers)
{
    for (size_t i = 0; i < numbers->count; i++) {
        const struct decimal *number = &numbers->items[i];
        if (!number->is_given)
            continue;
        column->low = column->drawn ? MIN(column->low, number->value) : number->value;
        column->high = column->drawn ? MAX(column->high, number->value) : number->value;
        column->whole = column->whole && number->value % CHART_UNIT == 0;
        column->drawn = true;
    }
    column->longest = MAX(column->longest, numbers->count);
    if (column->drawn)
        choose_scale(column);
}

/* Begins drawings of the column into the strip, whose texts are no wider than width; data, which
 * lives as long, carries the language. */
static struct chart begin(struct galley *galley, const struct chart_column *column, pt64 width,
                          struct chart_data *data, struct strip *strip)
{
    *data = (struct chart_data){.title = "", .lang = column->lang};
    struct chart chart = {
        .galley = galley,
        .data = data,
        .words = chart_words(column->lang),
        .room = {0, 0, width},
        .place = column->place,
        .strip = strip,
        .artifact = PAGE_ARTIFACT_LAYOUT,
    };
    chart_dress(&chart);
    return chart;
}

/* The numbers at an axis' ends. A sparkline's axis is upright: there high holds the range. */
struct ends {
    struct chart_text low, high;
};

static pt64 width_of(const struct ends *ends)
{
    return ends->low.width + (ends->high.width ? CHART_GAP + ends->high.width : 0);
}

/* Returns how far the high end's number stands below the low end's: where both are too wide to be
 * beside each other. */
static pt64 drop_of(const struct ends *ends, pt64 width)
{
    return width_of(ends) > width ? ends->low.height : 0;
}

static struct ends set_ends(struct chart *chart, const struct chart_column *column)
{
    const struct chart_scale *scale = &column->scale;
    struct buf range = {0};
    struct ends ends = {.low = chart_tick(chart, scale, scale->low),
                        .high = chart_tick(chart, scale, scale->high)};
    if (column->graphic != CHART_SPARKLINES)
        return ends;
    int decimals = chart_decimals(scale->step);
    chart_format(scale->low, decimals, chart->words, &range);
    buf_string(&range, "–");
    chart_format(scale->high, decimals, chart->words, &range);
    ends.low = chart_text(chart, range.data, &chart->style, room_width(chart->room));
    ends.high = (struct chart_text){0};
    buf_free(&range);
    return ends;
}

pt64 chart_axis_width(struct galley *galley, const struct chart_column *column)
{
    struct chart_data data;
    if (!column->drawn)
        return 0;
    struct chart chart = begin(galley, column, sheet_measure(galley, true), &data, NULL);
    struct ends ends = set_ends(&chart, column);
    return width_of(&ends);
}

pt64 chart_axis_height(struct galley *galley, const struct chart_column *column, pt64 width)
{
    struct chart_data data;
    if (!column->drawn)
        return 0;
    struct chart chart = begin(galley, column, width, &data, NULL);
    struct ends ends = set_ends(&chart, column);
    return MAX(ends.low.height, drop_of(&ends, width) + ends.high.height);
}

void chart_axis_set(struct galley *galley, const struct chart_column *column, pt64 left, pt64 right,
                    pt64 y, struct strip *strip)
{
    struct chart_data data;
    if (!column->drawn)
        return;
    struct chart chart = begin(galley, column, right - left, &data, strip);
    struct ends ends = set_ends(&chart, column);
    chart_put_text(&chart, &ends.low, left, y);
    chart_put_text_left_of(&chart, &ends.high, right, y + drop_of(&ends, right - left));
}

void chart_graphic_set(struct galley *galley, const struct chart_column *column,
                       const struct chart_numbers *numbers, const struct chart_spot *spot,
                       struct strip *strip)
{
    struct chart_data data;
    if (!numbers->count || !column->drawn)
        return;
    struct chart chart = begin(galley, column, sheet_measure(galley, true), &data, strip);
    chart_draw_graphic(&chart, column, numbers, spot);
}
