#include "chart/chart_private.h"

/* Returns whether there is enough to draw: a number for bars, two points for lines. */
static bool can_draw(const struct chart_data *data, bool lines)
{
    for (size_t k = 0; k < data->series_count; k++) {
        size_t numbers = 0;
        for (size_t i = 0; i < data->row_count; i++)
            numbers += data->rows[i].values[k].number;
        if (numbers > (lines ? 1 : 0))
            return true;
    }
    return false;
}

void chart_set(struct galley *galley, const struct chart_data *data, bool lines,
               const struct chart_setting *setting, struct strips *out)
{
    if (!can_draw(data, lines))
        return;
    const struct chart_data sorted = lines ? chart_by_year(data, galley->arena) : *data;
    struct chart chart = {
        .galley = galley,
        .data = &sorted,
        .words = chart_words(data->lang),
        .room = setting->room,
        .place = setting->source,
        .parent = setting->parent,
        .tallest = setting->tallest,
    };
    chart_dress(&chart);
    if (lines)
        chart_lines(&chart, out);
    else
        chart_bars(&chart, out);
}
