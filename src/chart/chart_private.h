// clang-format off
/*
 * Declares what the files about charts share: from names and numbers to drawings.
 *
 *   chart.c ─▶ alt.c: the text alternative         words.c: fi, sv, en; target.c: targets
 *           ─▶ bar.c, bar_draw.c, line.c: a strip a drawing
 *   graphic.c ─▶ graphic_draw.c: drawings in the rows of a table
 *                 │ number.c: scales and ticks, draw.c: text, lines, marks,
 *                 │ place.c: labels that cover nothing, colour.c: contrast
 */
// clang-format on
#ifndef PYKALA_CHART_PRIVATE_H
#define PYKALA_CHART_PRIVATE_H

#include "chart/chart.h"

enum { CHART_GAP = 4 * 64, CHART_RULE = 64 * 3 / 4, CHART_GRID = 64 / 2, CHART_WHITE = 0xFFFFFF };

/* --- number.c --- */

/* Returns how many decimals the value takes, 4 at most. */
int chart_decimals(int64_t value);

/* Appends the value with decimals (not rounded) and the language's signs. */
void chart_format(int64_t value, int decimals, const struct chart_words *words, struct buf *out);

/* Returns the smallest step, 1, 2 or 5 times a power of ten, of at least least. */
int64_t chart_step(int64_t least);

/* Returns the smallest such step of which ticks reach from low to high; whole: a whole one. */
int64_t chart_least_step(int64_t low, int64_t high, int64_t ticks, bool whole);

/* Returns the scale with that step that holds low and high; never empty. */
struct chart_scale chart_scale(int64_t low, int64_t high, int64_t step);

/* Returns the scale of a line's numbers: with zero, unless they are all so far away from zero that
 * the line would be flat. */
struct chart_scale chart_line_scale(int64_t low, int64_t high, int64_t ticks, bool whole);

/* Returns how far along an axis of that length the value stands. */
pt64 chart_at(const struct chart_scale *scale, int64_t value, pt64 length);

/* --- target.c --- */

/* Returns whether the row has a number and a target; chart_reaches: a number that reaches it. */
bool chart_judged(const struct chart_row *row);
bool chart_reaches(const struct chart_row *row);

bool chart_same_target(const struct chart_row *a, const struct chart_row *b);

/* Returns the data of a line chart with its rows in the order of the years, whatever the table's,
 * where all are years; in the arena. */
struct chart_data chart_by_year(const struct chart_data *data, struct arena *arena);

/* Returns a row with the target where all rows with a target have the same; else NULL. */
const struct chart_row *chart_common_target(const struct chart_data *data);

/* Appends "Tavoite vähintään 75 %". */
void chart_target_text(const struct chart_row *row, const struct chart_words *words,
                       struct buf *out);

/* --- alt.c --- */

void chart_alt_bars(const struct chart_data *data, const struct chart_words *words,
                    struct buf *out);
void chart_alt_lines(const struct chart_data *data, const struct chart_words *words,
                     struct buf *out);

/* --- colour.c --- */

/* Returns the contrast by WCAG 2.2, in hundredths: 2100 for black on white. */
int chart_contrast(uint32_t a, uint32_t b);

/* Returns the colour, darkened as far as needed for that contrast (in hundredths) with white. */
uint32_t chart_on_white(uint32_t colour, int contrast);

/* Returns the colour mixed with white; percent is the colour's share. */
uint32_t chart_tint(uint32_t colour, int percent);

/* --- draw.c --- */

struct chart {
    struct galley *galley;
    const struct chart_data *data;
    const struct chart_words *words;
    struct room room;
    struct diag_place place;
    struct page_tag *parent;
    pt64 tallest; /* drawing that a page holds */
    struct text_style style, title_style;
    uint32_t ink[CHART_SERIES]; /* bars and lines: the first is the theme's accent */
    uint32_t axis, grid, band;

    struct strip *strip;         /* the drawing in hand */
    struct page_tag *leaf;       /* holds all of the drawing; NULL: the drawing is an artifact */
    enum page_artifact artifact; /* of a drawing without a leaf */
};

/* Lines of text of that width and height, to be put where there is room. */
struct chart_text {
    struct strips lines;
    pt64 width, height;
};

/* Chooses the types, and colours with the contrast that WCAG 2.2 AA asks for, whatever the theme
 * has. */
void chart_dress(struct chart *chart);

/* Sets the words into lines no wider than width; breaks inside words where needed. */
struct chart_text chart_text(struct chart *chart, const char *words, const struct text_style *style,
                             pt64 width);

/* Returns the number at a tick, with the decimals of the scale's step. */
struct chart_text chart_tick(struct chart *chart, const struct chart_scale *scale, int64_t value);

/* Begins a drawing: a Figure with that Alt, and a strip for it. */
void chart_begin(struct chart *chart, const char *alt, struct strips *out);

void chart_put_text(struct chart *chart, const struct chart_text *text, pt64 x, pt64 y);
/* Puts text with each line ending at x. */
void chart_put_text_left_of(struct chart *chart, const struct chart_text *text, pt64 x, pt64 y);

void chart_put_fill(struct chart *chart, struct page_box box, uint32_t colour);
void chart_put_line(struct chart *chart, const struct page_point *points, size_t count, pt64 width,
                    uint32_t colour);

/* Draws a bar: solid, or an outline with diagonal stripes. */
void chart_put_bar(struct chart *chart, struct page_box box, bool solid);

/* Draws a series' line from point to point, in its dashes; and its mark. */
void chart_put_series(struct chart *chart, size_t series, const struct page_point *points,
                      size_t count);
void chart_put_mark(struct chart *chart, size_t series, struct page_point at);

/* Draws a disc in the accent's colour, or a ring. */
void chart_put_dot(struct chart *chart, struct page_point at, pt64 radius, bool hollow);

/* Puts the title and returns the y below the title. */
pt64 chart_put_title(struct chart *chart, const char *title);

/* Returns x moved so that something of that width is inside the room. */
pt64 chart_inside(const struct chart *chart, pt64 x, pt64 width);

/* --- place.c --- */

/* The boxes and lines that labels must not cover. */
struct chart_places {
    struct page_box bounds;
    struct page_box *boxes;
    size_t box_count, box_capacity;
    struct page_point *ends; /* of lines, in pairs */
    size_t end_count, end_capacity;
    struct page_point *marks; /* the points that labels may belong to */
    size_t mark_count, mark_capacity;
};

void chart_place_box(struct galley *galley, struct chart_places *places, struct page_box box);
void chart_place_line(struct galley *galley, struct chart_places *places, struct page_point from,
                      struct page_point to);
/* Takes the room of a point's mark of that radius. */
void chart_place_mark(struct galley *galley, struct chart_places *places, struct page_point point,
                      pt64 radius);

/* Finds room for a label of that size beside a point, nearer to it than to any other mark, and
 * takes the room. Returns false where there is none, without touching box. */
bool chart_place(struct galley *galley, struct chart_places *places, struct page_point point,
                 pt64 width, pt64 height, struct page_box *box);

/* --- graphic_draw.c --- */

void chart_draw_graphic(struct chart *chart, const struct chart_column *column,
                        const struct chart_numbers *numbers, const struct chart_spot *spot);

/* --- bar.c, line.c --- */

void chart_bars(struct chart *chart, struct strips *out);
void chart_lines(struct chart *chart, struct strips *out);

#endif
