/*
 * Charts: names and numbers → drawings of them.
 *
 * In: plain values, and the galley that they are set in. Out: strips, a drawing each, with tags
 * that describe the drawing. Nothing depends on colour alone: bars differ by pattern, lines by
 * marks and dashes.
 */
#ifndef PYKALA_CHART_CHART_H
#define PYKALA_CHART_CHART_H

#include "galley/galley.h"

enum { CHART_SERIES = 3, CHART_UNIT = 10000 };

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

#endif
