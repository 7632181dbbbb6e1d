#include "chart/chart_private.h"

#include <string.h>

enum { TEXT_CONTRAST = 450, GRAPHICS_CONTRAST = 300 };

/* Chooses colours with the contrast that WCAG 2.2 AA asks for, whatever the theme has. */
static void choose_colours(struct chart *chart)
{
    const uint32_t *colours = chart->galley->theme->colours;
    chart->style.colour = chart->title_style.colour =
        chart_on_white(colours[THEME_TEXT], TEXT_CONTRAST);
    chart->ink[0] = chart_on_white(colours[THEME_ACCENT], GRAPHICS_CONTRAST);
    chart->ink[1] = chart->style.colour;
    chart->ink[2] = chart_on_white(colours[THEME_RULE], GRAPHICS_CONTRAST);
    chart->axis = chart_on_white(colours[THEME_RULE], GRAPHICS_CONTRAST);
    chart->grid = chart_tint(chart->axis, 35);
    chart->band = chart_tint(chart->ink[0], 12);
}

static void choose_types(struct chart *chart)
{
    chart->style = galley_style(chart->galley, THEME_SMALL);
    chart->style.align = TEXT_RAGGED;
    chart->title_style = galley_style(chart->galley, THEME_TABLE);
    chart->title_style.align = TEXT_RAGGED;
    chart->title_style.bold = true;
}

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
    struct chart chart = {
        .galley = galley,
        .data = data,
        .words = chart_words(data->lang),
        .room = setting->room,
        .place = setting->source,
        .parent = setting->parent,
        .tallest = setting->tallest,
    };
    choose_types(&chart);
    choose_colours(&chart);
    if (lines)
        chart_lines(&chart, out);
    else
        chart_bars(&chart, out);
}
