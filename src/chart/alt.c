/*
 * Writes the text alternative, in sentences that need no inflection of names or numbers:
 * "Vaakapylväskaavio: Kävijät. Osuus, %. Rivejä, joilla on arvo: 3. Suurin: 92 (Joutsa)…"
 */
#include "chart/chart_private.h"

#include "base/minmax.h"

#include <string.h>

enum { MOST_NAMES = 3 };

/* A series' rows with numbers: how many, and the first, last, lowest and highest. */
struct summary {
    size_t count;
    const struct chart_row *first, *last, *lowest, *highest;
};

static struct summary summarise(const struct chart_data *data, size_t series)
{
    struct summary sum = {0};
    for (size_t i = 0; i < data->row_count; i++) {
        const struct chart_row *row = &data->rows[i];
        const struct chart_value *value = &row->values[series];
        if (!value->number)
            continue;
        if (!sum.count++)
            sum = (struct summary){1, row, row, row, row};
        sum.last = row;
        if (value->value < sum.lowest->values[series].value)
            sum.lowest = row;
        if (value->value > sum.highest->values[series].value)
            sum.highest = row;
    }
    return sum;
}

static void begin(const char *kind, const struct chart_data *data, struct buf *out)
{
    buf_string(out, kind);
    if (*data->title)
        buf_printf(out, ": %s", data->title);
    buf_string(out, ".");
}

/* Writes "Suurin: 92 % (Joutsa, Kinnula)." Names only some of many rows with the same value. */
static void write_extreme(const struct chart_data *data, const struct chart_words *words,
                          const char *word, const struct chart_row *extreme, struct buf *out)
{
    size_t count = 0;
    buf_printf(out, " %s: %s (", word, extreme->values[0].text);
    for (size_t i = 0; i < data->row_count; i++) {
        const struct chart_row *row = &data->rows[i];
        if (!row->values[0].number || row->values[0].value != extreme->values[0].value)
            continue;
        if (count++ < MOST_NAMES)
            buf_printf(out, "%s%s", count > 1 ? ", " : "", row->label);
    }
    if (count > MOST_NAMES)
        buf_printf(out, "; %s %zu", words->in_all, count);
    buf_string(out, ").");
}

static void write_extremes(const struct chart_data *data, const struct chart_words *words,
                           const struct summary *sum, struct buf *out)
{
    bool equal = sum->lowest->values[0].value == sum->highest->values[0].value;
    if (equal && sum->count > 1) {
        buf_printf(out, " %s: %s.", words->all_values, sum->highest->values[0].text);
        return;
    }
    write_extreme(data, words, words->highest, sum->highest, out);
    if (!equal)
        write_extreme(data, words, words->lowest, sum->lowest, out);
}

static void write_target(const struct chart_data *data, const struct chart_words *words,
                         struct buf *out)
{
    size_t judged = 0, reaching = 0;
    for (size_t i = 0; i < data->row_count; i++) {
        judged += chart_judged(&data->rows[i]);
        reaching += chart_reaches(&data->rows[i]);
    }
    if (!judged)
        return;
    const struct chart_row *common = chart_common_target(data);
    if (common) {
        buf_char(out, ' ');
        chart_target_text(common, words, out);
        buf_char(out, '.');
    }
    buf_printf(out, " %s: %zu; %s: %zu.", words->reaching, reaching, words->missing,
               judged - reaching);
}

/* Returns how many rows from first on have words instead of a number. */
static size_t count_words(const struct chart_data *data, size_t first, const char *words)
{
    size_t count = 0;
    for (size_t i = first; i < data->row_count; i++)
        count +=
            !data->rows[i].values[0].number && strcmp(data->rows[i].values[0].text, words) == 0;
    return count;
}

/* Writes "Rivejä ilman arvoa: 3 (ei raportoitu 2, ei koske 1)." */
static void write_without(const struct chart_data *data, const struct chart_words *words,
                          size_t missing, struct buf *out)
{
    if (!missing)
        return;
    buf_printf(out, " %s: %zu", words->without_value, missing);
    const char *separator = " (";
    for (size_t i = 0; i < data->row_count; i++) {
        const struct chart_value *value = &data->rows[i].values[0];
        if (value->number || !*value->text ||
            count_words(data, 0, value->text) != count_words(data, i, value->text))
            continue;
        buf_printf(out, "%s%s %zu", separator, value->text, count_words(data, i, value->text));
        separator = ", ";
    }
    buf_string(out, *separator == ',' ? ")." : ".");
}

void chart_alt_bars(const struct chart_data *data, const struct chart_words *words, struct buf *out)
{
    struct summary sum = summarise(data, 0);
    begin(words->bar_chart, data, out);
    if (*data->series[0])
        buf_printf(out, " %s.", data->series[0]);
    buf_printf(out, " %s: %zu.", words->with_value, sum.count);
    if (sum.count)
        write_extremes(data, words, &sum, out);
    write_target(data, words, out);
    write_without(data, words, data->row_count - sum.count, out);
}

static const char *direction(const struct chart_words *words, int64_t first, int64_t last)
{
    return last > first ? words->rose : last < first ? words->fell : words->unchanged;
}

static void write_point(const char *word, const struct chart_row *row, size_t series,
                        struct buf *out)
{
    buf_printf(out, "%s %s (%s), ", word, row->values[series].text, row->label);
}

/* Writes "Mediaani: ensin 62,1 (2026), viimeksi 70 (2029), korkein 71 (2028), kasvoi." */
static void write_series(const struct chart_data *data, const struct chart_words *words,
                         size_t series, struct buf *out)
{
    struct summary sum = summarise(data, series);
    if (!sum.count)
        return;
    buf_printf(out, " %s: ", data->series[series]);
    write_point(words->first, sum.first, series, out);
    if (sum.last != sum.first)
        write_point(words->last, sum.last, series, out);
    int64_t first = sum.first->values[series].value, last = sum.last->values[series].value;
    if (sum.highest->values[series].value > MAX(first, last))
        write_point(words->peak, sum.highest, series, out);
    if (sum.lowest->values[series].value < MIN(first, last))
        write_point(words->bottom, sum.lowest, series, out);
    buf_printf(out, "%s.", direction(words, first, last));
}

void chart_alt_lines(const struct chart_data *data, const struct chart_words *words,
                     struct buf *out)
{
    size_t with = 0;
    for (size_t i = 0; i < data->row_count; i++) {
        bool any = false;
        for (size_t k = 0; k < data->series_count; k++)
            any = any || data->rows[i].values[k].number;
        with += any;
    }
    begin(words->line_chart, data, out);
    buf_printf(out, " %s: %zu.", words->with_value, with);
    for (size_t i = 0; i < data->series_count; i++)
        write_series(data, words, i, out);
    if (with < data->row_count)
        buf_printf(out, " %s: %zu.", words->without_value, data->row_count - with);
}
