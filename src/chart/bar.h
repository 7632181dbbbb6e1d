/* Declares what bar.c, which measures bar charts, and bar_draw.c, which draws them, share. */
#ifndef PYKALA_CHART_BAR_H
#define PYKALA_CHART_BAR_H

#include "chart/chart_private.h"

enum {
    CHART_BAR = 9 * 64, /* thickness */
    CHART_NAME_GAP = 7 * 64,
    CHART_VALUE_GAPS = 5 * 64 /* between a bar, its number and the next thing */
};

struct bar {
    const struct chart_row *row;
    struct chart_text name, value;
    pt64 y, height; /* in the drawing in hand */
};

struct bars {
    struct chart *chart;
    struct bar *bars;
    size_t count;
    struct chart_scale scale;
    pt64 names_end;
    pt64 left, right;               /* of the plot */
    pt64 top, bottom;               /* in the drawing in hand */
    const struct chart_row *target; /* of all rows; NULL where there is none, or it varies */
    bool judged, reached, missed;
};

/* Returns the height of a drawing without its rows. */
pt64 chart_bars_around(const struct bars *bars);

/* Draws the rows [from, to) into the chart's strip, with all that is around them. */
void chart_bars_draw(struct bars *bars, const char *title, size_t from, size_t to);

#endif
