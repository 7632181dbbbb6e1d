/*
 * What the files about charts share: from a table of the document to drawings of its numbers.
 *
 *   chart.c ─▶ chart_data.c: the table's words and numbers     chart_alt.c: Alt from the numbers
 *           ─▶ chart_bar*.c, chart_line.c: a strip a drawing    chart_words.c: fi, sv, en
 *                 │ chart_number.c: scales and ticks, chart_draw.c: text, lines, marks,
 *                 │ chart_place.c: labels that cover nothing, chart_colour.c: contrast
 *
 * Nothing is told by colour alone: bars differ by pattern, lines by marks and dashes.
 */
#ifndef PYKALA_LAYOUT_CHART_H
#define PYKALA_LAYOUT_CHART_H

#include "layout/table.h"

enum { CHART_SERIES = 3, CHART_UNIT = 10000, CHART_GAP = 4 * 64 };

/* A cell. Numbers count in 1/CHART_UNIT. */
struct chart_value {
    const char *text; /* as the cell says it; "" where there is no cell */
    bool number;
    int64_t value;
};

struct chart_row {
    const char *label;
    struct chart_value values[CHART_SERIES];
    struct chart_value low, high; /* the target's limits */
};

struct chart_data {
    const char *title; /* the table's caption; "" without one */
    const char *lang;
    const char *series[CHART_SERIES]; /* heads of the columns with values */
    size_t series_count;
    struct chart_row *rows;
    size_t row_count;
};

/* What charts say by themselves, in one language. */
struct chart_words {
    const char *lang; /* primary subtag */
    char decimal;
    const char *group; /* between thousands */
    const char *bar_chart, *line_chart;
    const char *with_value, *without_value;
    const char *highest, *lowest, *all_values, *in_all;
    const char *reaching, *missing; /* counts of rows */
    const char *reaches, *misses;   /* the legend */
    const char *target, *at_least, *at_most;
    const char *first, *last, *peak, *bottom, *rose, *fell, *unchanged;
    const char *continued;
};

/* --- chart_words.c --- */

/* The words of the language, English for one that is not known. */
const struct chart_words *chart_words(const char *lang);

/* --- chart_number.c --- */

/*
 * Reads a number as people write it: "1 234,5", "−3 %", "62,1 kpl". Thousands may be set apart by
 * any space; decimal is ',' or '.', and with '.' a comma sets thousands apart. After the number
 * may stand a unit. Returns false for words, ranges, dates, and numbers of 10^13 or more.
 */
bool chart_parse(const char *text, char decimal, int64_t *value);

/* How many decimals the number takes, 4 at most. */
int chart_decimals(int64_t value);

/* Appends the number with so many decimals (not rounded) and the language's signs. */
void chart_format(int64_t value, int decimals, const struct chart_words *words, struct buf *out);

/* Where an axis begins, ends and has its ticks; low and high are whole steps. */
struct chart_scale {
    int64_t low, high, step;
};

/* The smallest step of 1, 2 or 5 times a power of ten that is not below least. */
int64_t chart_step(int64_t least);

/* The scale with that step that holds both; never empty. */
struct chart_scale chart_scale(int64_t low, int64_t high, int64_t step);

/* How far along an axis of that length the value stands. */
pt64 chart_at(const struct chart_scale *scale, int64_t value, pt64 length);

/* --- chart_data.c --- */

void chart_read(struct layout *layout, const struct table *table, struct chart_data *data);

/* Whether the row has a number and a target, and whether it reaches it. */
bool chart_judged(const struct chart_row *row);
bool chart_reaches(const struct chart_row *row);

/* The row that gives the target where all rows that have one have the same; else NULL. */
const struct chart_row *chart_common_target(const struct chart_data *data);

/* Appends "Tavoite vähintään 75 %". */
void chart_target_text(const struct chart_row *row, const struct chart_words *words,
                       struct buf *out);

/* --- chart_alt.c: what somebody who does not see the chart hears --- */

void chart_alt_bars(const struct chart_data *data, const struct chart_words *words,
                    struct buf *out);
void chart_alt_lines(const struct chart_data *data, const struct chart_words *words,
                     struct buf *out);

/* --- chart_colour.c --- */

/* Contrast by WCAG 2.2, in hundredths: 2100 for black on white. */
int chart_contrast(uint32_t a, uint32_t b);

/* The colour, darkened as far as it takes to reach that contrast (in hundredths) with white. */
uint32_t chart_on_white(uint32_t colour, int contrast);

/* The colour mixed with white, so much of it. */
uint32_t chart_tint(uint32_t colour, int percent);

/* --- chart_draw.c --- */

struct chart {
    struct layout *layout;
    const struct chart_data *data;
    const struct chart_words *words;
    struct frame frame;
    struct diag_place place;
    struct page_tag *parent;
    pt64 room; /* the tallest drawing that a page holds */
    struct type type, title_type;
    uint32_t ink[CHART_SERIES]; /* bars and lines: the first is the theme's accent */
    uint32_t axis, grid, band;

    struct strip *strip;   /* the drawing in hand */
    struct page_tag *leaf; /* all of it belongs to this */
};

/* Lines of text of that width and height, to be put where there is room. */
struct chart_text {
    struct strips lines;
    pt64 width, height;
};

/* Sets the words into lines no wider than width; breaks inside words where it must. */
struct chart_text chart_text(struct chart *chart, const char *words, const struct type *type,
                             pt64 width);

/* Begins a drawing: a Figure with that Alt, and a strip for it. */
void chart_begin(struct chart *chart, const char *alt, struct strips *out);

void chart_put_text(struct chart *chart, const struct chart_text *text, pt64 x, pt64 y);
/* The same, with each line ending at x. */
void chart_put_text_left_of(struct chart *chart, const struct chart_text *text, pt64 x, pt64 y);

void chart_put_fill(struct chart *chart, struct page_box box, uint32_t colour);
void chart_put_line(struct chart *chart, struct page_point from, struct page_point to, pt64 width,
                    uint32_t colour);

/* A bar: solid, or an outline with diagonal stripes. */
void chart_put_bar(struct chart *chart, struct page_box box, bool solid);

/* A series' line from point to point, in its dashes; and its mark. */
void chart_put_series(struct chart *chart, size_t series, const struct page_point *points,
                      size_t count);
void chart_put_mark(struct chart *chart, size_t series, struct page_point at);

/* Puts the title and returns the y below it. */
pt64 chart_put_title(struct chart *chart, const char *title);

/* x moved so that something of that width is inside the frame. */
pt64 chart_inside(const struct chart *chart, pt64 x, pt64 width);

/* --- chart_place.c --- */

/* What labels must not cover. */
struct chart_places {
    struct page_box bounds;
    struct page_box *boxes;
    size_t box_count, box_capacity;
    struct page_point *ends; /* of lines, in pairs */
    size_t end_count, end_capacity;
};

void chart_place_box(struct layout *layout, struct chart_places *places, struct page_box box);
void chart_place_line(struct layout *layout, struct chart_places *places, struct page_point from,
                      struct page_point to);

/*
 * Finds room for a label of that size beside a point and takes it. Returns false where there is
 * none; box is not touched then.
 */
bool chart_place(struct layout *layout, struct chart_places *places, struct page_point point,
                 pt64 width, pt64 height, struct page_box *box);

/* --- chart_bar.c, chart_line.c --- */

void chart_bars(struct chart *chart, struct strips *out);
void chart_lines(struct chart *chart, struct strips *out);

/* --- chart.c --- */

/* What a page holds below its head. Landscape pages hold less; only their sections reach so far
 * right. */
pt64 chart_room(const struct layout *layout, struct frame frame);

/* Draws the table's chart, a strip a drawing. Nothing where there are no numbers to draw. */
void layout_chart(struct layout *layout, const struct table *table, struct page_tag *parent,
                  struct strips *out);

#endif
