/* Judges targets: limits that rows give for their numbers. */
#include "chart/chart_private.h"

bool chart_judged(const struct chart_row *row)
{
    return row->values[0].number && (row->low.number || row->high.number);
}

bool chart_reaches(const struct chart_row *row)
{
    int64_t value = row->values[0].value;
    return chart_judged(row) && (!row->low.number || value >= row->low.value) &&
           (!row->high.number || value <= row->high.value);
}

static bool same_limit(const struct chart_value *a, const struct chart_value *b)
{
    return a->number == b->number && (!a->number || a->value == b->value);
}

bool chart_same_target(const struct chart_row *a, const struct chart_row *b)
{
    return same_limit(&a->low, &b->low) && same_limit(&a->high, &b->high);
}

const struct chart_row *chart_common_target(const struct chart_data *data)
{
    const struct chart_row *common = NULL;
    for (size_t i = 0; i < data->row_count; i++) {
        const struct chart_row *row = &data->rows[i];
        if (!row->low.number && !row->high.number)
            continue;
        if (common && !chart_same_target(row, common))
            return NULL;
        common = common ? common : row;
    }
    return common;
}

void chart_target_text(const struct chart_row *row, const struct chart_words *words,
                       struct buf *out)
{
    if (row->low.number && row->high.number && row->low.value != row->high.value)
        buf_printf(out, "%s %s–%s", words->target, row->low.text, row->high.text);
    else if (row->low.number && row->high.number)
        buf_printf(out, "%s %s", words->target, row->low.text);
    else if (row->low.number)
        buf_printf(out, "%s %s", words->at_least, row->low.text);
    else
        buf_printf(out, "%s %s", words->at_most, row->high.text);
}
