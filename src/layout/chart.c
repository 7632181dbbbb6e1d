#include "layout/chart.h"

#include <string.h>

enum { TEXT_CONTRAST = 450, GRAPHICS_CONTRAST = 300 };

pt64 chart_room(const struct layout *layout, struct frame frame)
{
    pt64 portrait = layout_page_width(false) - layout->theme->left - layout->theme->right;
    return layout->rooms[frame.right > portrait];
}

/* What says something has the contrast that WCAG 2.2 AA asks for, whatever the theme says. */
static void choose_colours(struct chart *chart)
{
    const uint32_t *colours = chart->layout->theme->colours;
    chart->type.colour = chart->title_type.colour =
        chart_on_white(colours[THEME_TEXT], TEXT_CONTRAST);
    chart->ink[0] = chart_on_white(colours[THEME_ACCENT], GRAPHICS_CONTRAST);
    chart->ink[1] = chart->type.colour;
    chart->ink[2] = chart_on_white(colours[THEME_RULE], GRAPHICS_CONTRAST);
    chart->axis = chart_on_white(colours[THEME_RULE], GRAPHICS_CONTRAST);
    chart->grid = chart_tint(chart->axis, 35);
    chart->band = chart_tint(chart->ink[0], 12);
}

static void choose_types(struct chart *chart)
{
    chart->type = layout_type(chart->layout, THEME_SMALL);
    chart->type.align = TEXT_RAGGED;
    chart->title_type = layout_type(chart->layout, THEME_TABLE);
    chart->title_type.align = TEXT_RAGGED;
    chart->title_type.bold = true;
}

/* Bars need a number, lines two points. */
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

void layout_chart(struct layout *layout, const struct table *table, struct page_tag *parent,
                  struct strips *out)
{
    struct chart_data data;
    chart_read(layout, table, &data);
    bool lines = table->node->classes & DOC_LINE_CHART;
    if (!can_draw(&data, lines))
        return;
    struct chart chart = {
        .layout = layout,
        .data = &data,
        .words = chart_words(data.lang),
        .frame = table->frame,
        .place = table->node->place,
        .parent = parent,
        .room = chart_room(layout, table->frame),
    };
    choose_types(&chart);
    choose_colours(&chart);
    if (lines)
        chart_lines(&chart, out);
    else
        chart_bars(&chart, out);
}
