/*
 * Charts: names and numbers → drawings of them.
 *
 * In: plain values, and the galley that they are set in. Out: strips, a drawing each, with tags
 * that describe the drawing; or graphics for the rows of a table, which are artifacts, since the
 * numbers stand beside them. Nothing depends on colour alone: bars differ by pattern, lines by
 * marks and dashes, dots by being hollow.
 */
#ifndef PYKALA_CHART_CHART_H
#define PYKALA_CHART_CHART_H

#include "base/decimal.h"
#include "galley/galley.h"

enum { CHART_SERIES = 3, CHART_UNIT = DECIMAL_UNIT };

/* A cell. Numbers count in 1/CHART_UNIT. */
struct chart_value {
    const char *text; /* as in the cell; "" where there is no cell */
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

/* The charts' own words, in one language. */
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
    const char *without_zero; /* said below lines whose scale has no zero */
};

/* Returns the words of the language; English for an unknown one. */
const struct chart_words *chart_words(const char *lang);

/*
 * Reads a number as people write it: "1 234,5", "−3 %", "62,1 kpl". Any space may set thousands
 * apart; decimal is ',' or '.', and with '.' a comma sets thousands apart. A unit may stand after
 * the number. Returns false for words, ranges, dates, and numbers of 10^13 or more.
 */
bool chart_parse(const char *text, char decimal, int64_t *value);

/* Returns the bytes of a number's part at the start of a text; 0 where there is none. */
enum { CHART_GROUP = 3 }; /* digits */
size_t chart_sign_size(const char *text);
size_t chart_digits_size(const char *text);
/* Returns the bytes of a plain, no-break, narrow no-break or thin space. */
size_t chart_space_size(const char *text);
/* Returns the bytes of a separator of thousands: a space or sign before CHART_GROUP digits only. */
size_t chart_group_size(const char *text, char decimal);

struct chart_setting {
    struct room room;
    pt64 tallest; /* drawing: half a page, since a drawing leaves as much empty as it is tall */
    struct diag_place source;
    struct page_tag *parent;
};

/* Draws the data's chart, a strip a drawing: lines, or bars; nothing where there are no numbers. */
void chart_set(struct galley *galley, const struct chart_data *data, bool lines,
               const struct chart_setting *setting, struct strips *out);

/* --- Graphics in the rows of a table --- */

enum chart_graphic { CHART_BARS, CHART_DUMBBELLS, CHART_SPARKLINES };

enum { CHART_NUMBERS = 64 /* of a cell */ };

/* A cell's numbers: of a bar its value and the target's low and high limit, of a dumbbell then and
 * now, of a sparkline all in their order. */
struct chart_numbers {
    struct decimal *items;
    size_t count; /* 0: nothing is drawn */
};

/* Reads a cell's text into numbers, in the arena: decimals with a point, "-" for an absent one.
 * Returns false where the graphic cannot draw what is there. */
bool chart_numbers_read(const char *text, enum chart_graphic graphic, struct arena *arena,
                        struct chart_numbers *numbers);

/* The beginning, end and ticks of an axis; low and high are whole steps. */
struct chart_scale {
    int64_t low, high, step;
};

/* A column of graphics on one scale. */
struct chart_column {
    enum chart_graphic graphic;
    const char *lang;
    struct diag_place place;
    bool drawn, whole; /* whether there are numbers, and all are whole */
    int64_t low, high;
    size_t longest; /* how many numbers a cell has at most */
    struct chart_scale scale;
};

struct chart_column chart_column_new(enum chart_graphic graphic, const char *lang,
                                     struct diag_place place);

/* Takes a cell's numbers into the scale. */
void chart_column_add(struct chart_column *column, const struct chart_numbers *numbers);

/* Returns the width that the axis' numbers need beside each other. */
pt64 chart_axis_width(struct galley *galley, const struct chart_column *column);

/* Returns the height of the axis' numbers in a width; below each other where they don't fit it. */
pt64 chart_axis_height(struct galley *galley, const struct chart_column *column, pt64 width);

/* Puts the axis' least and greatest number into the strip, from left to right from y down. */
void chart_axis_set(struct galley *galley, const struct chart_column *column, pt64 left, pt64 right,
                    pt64 y, struct strip *strip);

/* Where a graphic is drawn. */
struct chart_spot {
    pt64 left, right, top, bottom; /* of the cell, without its padding at the sides */
    pt64 middle, height;           /* of the digits beside the graphic */
};

/* Draws a cell's graphic into the strip. */
void chart_graphic_set(struct galley *galley, const struct chart_column *column,
                       const struct chart_numbers *numbers, const struct chart_spot *spot,
                       struct strip *strip);

#endif
