/* Declares what the files about tables share: the grid, from the document to finished rows. */
#ifndef PYKALA_LAYOUT_TABLE_H
#define PYKALA_LAYOUT_TABLE_H

#include "chart/chart.h"
#include "layout/layout_private.h"

enum { TABLE_PAD_X = 4 * 64, TABLE_PAD_Y = 3 * 64, TABLE_PAD_COMPACT = 64 };

struct table_cell {
    const struct doc_node *node;
    struct page_tag *tag;
    size_t row, column, rows, columns; /* position and numbers of rows and columns spanned */
    pt64 least, most; /* widths with padding: of the widest piece, and without a break */
    int64_t area;     /* width of all its paragraphs, each on one line */
    int lines;        /* number of paragraphs: the least number of lines */
    int64_t estimate; /* estimated lines a row at the widths in hand (table_lower.c) */
    bool number;      /* aligned with others of its column */
    pt64 tail, inset; /* widths: from the decimal comma on; free at the right edge, to align */
    struct strips content;
    pt64 pad;                     /* above and below the content */
    pt64 height;                  /* of the content with its padding */
    pt64 drop;                    /* space above the content, where rows are to be signed */
    bool graphic;                 /* all its columns are graphic ones: an artifact */
    struct chart_numbers numbers; /* to be drawn */
};

struct table_row {
    const struct doc_node *node;
    size_t first, count; /* cells that begin in this row */
    size_t part;         /* head 0; bodies from 1 */
    pt64 height;
    bool tied;    /* a cell from the row above reaches into this one, */
    bool held;    /* and is not to be cut above it */
    bool heading; /* in the head, or at a body's top with nothing but header cells */
};

/* A cell that began in a row above and reaches the one in hand. */
struct table_span {
    const struct table_cell *cell;
    pt64 below; /* height of the cell's rows from the one in hand on */
};

struct table_spans {
    struct table_span *items;
    size_t count, capacity;
    const struct strip *again; /* all cells, to begin a page with; NULL where one can't */
};

struct table {
    const struct doc_node *node;
    struct room room;
    bool plain;
    struct table_cell *cells;
    size_t cell_count, cell_capacity;
    struct table_row *rows;
    size_t row_count, row_capacity;
    size_t columns;
    struct chart_column **graphics; /* one a column; NULL for a column of text */
    pt64 *widths;                   /* one a column */
    enum text_cuts cuts;            /* as few as let the table fit its room */
};

/* Places the cells (HTML's table model, simplified), without tags (table_grid.c). */
void table_read(struct galley *galley, struct table *table);

/* Finds the graphic columns and reads their numbers. Reports cells that can't be drawn
 * (table_graphic.c). */
void table_find_graphics(struct galley *galley, struct table *table);

/* Makes the tags, with ids and Headers, in document order (table_tags.c). */
void table_tag(struct galley *galley, struct table *table, struct page_tag *parent);

/* Decides the columns' widths from their content (table_columns.c). */
void table_measure(struct galley *galley, struct table *table);

/* Moves room between the columns, none below its least width, as long as the table is estimated to
 * become lower (table_lower.c). */
void table_lower(struct table *table, const pt64 *least, pt64 width);

/* Finds each number's distance from the right, before the measuring (table_numbers.c). */
void table_align_numbers(struct galley *galley, struct table *table);

/* Sets the cells and appends a strip a row (table_rows.c). */
void table_set(struct galley *galley, struct table *table, struct strips *out);

/* Return the least width that a graphic column's axis and drawings need, and the widest of use. */
pt64 table_graphic_least(struct galley *galley, const struct chart_column *column);
pt64 table_graphic_most(void);

/* Sets a graphic cell's content: of a head its text, as an artifact. */
void table_set_graphic(struct galley *galley, const struct table *table, struct table_cell *cell);

/* Draws a graphic cell's graphic into a strip, from its top down to bottom, in the order of the
 * columns: readers join what they take for a line. */
void table_draw_graphic(struct galley *galley, const struct table *table,
                        const struct table_cell *cell, pt64 bottom, struct strip *strip);

/* Adds the background of a table head's cell, or a part of it. */
void table_add_background(struct galley *galley, const struct table *table,
                          const struct table_cell *cell, pt64 y, pt64 height, struct strip *strip);

/* Adds the rule below a cell, which ends at y. */
void table_add_rule(struct galley *galley, const struct table *table, const struct table_cell *cell,
                    pt64 y, struct strip *strip);

/* The cells that end with each of some rows: the first by row, the next one by its cell. */
struct table_ends {
    const struct table_cell **first, **next;
};

struct table_ends table_find_ends(struct galley *galley, const struct table *table, size_t first,
                                  size_t end);

/* Returns the height of all rows of a cell. */
pt64 table_cell_height(const struct table *table, const struct table_cell *cell);

/* Returns the height below the head of the table's pages. Landscape pages hold less; only the rooms
 * of their sections reach so far right. */
pt64 table_page_room(const struct galley *galley, const struct table *table);

/* Takes a cell's strips into that of its first row. */
void table_take_content(struct galley *galley, const struct table_cell *cell, struct strip *strip);

/* --- table_cut.c --- */

/* Sets the rows from first up to end, which no page holds, below the headings that pages set again.
 */
void table_cut(struct galley *galley, const struct table *table, size_t first, size_t end,
               const struct strips *headings, struct strips *out);

/* --- table_repeat.c --- */

/* Returns whether a cell is set again on a page that its rows go on to: a header that is no large
 * part of the page. */
bool table_can_repeat(const struct galley *galley, const struct table_cell *cell);

/* Moves spans on to a row below another: drops those that have ended, adds those of the row above.
 */
void table_next_spans(struct galley *galley, const struct table *table, size_t row,
                      struct table_spans *spans);

/* Returns what a page that begins with the row in hand sets again beside it, all spans' cells; NULL
 * where one can't be or has no room for it in its rows that are left. */
const struct strip *table_again(const struct table_spans *spans);

/* Returns the penalty against headings without a row, and a row alone at an end of the table. */
int table_end_penalty(const struct table *table, size_t row);

/* Returns the penalty of a page break before a row. */
int table_penalty(const struct table *table, const struct table_spans *spans, size_t row);

/* Returns the headings to be set again below the rows first up to end, whose strips are given, with
 * those rows where they are headings. */
const struct strips *table_add_headings(struct galley *galley, const struct table *table,
                                        size_t first, size_t end, const struct strips *headings,
                                        const struct strip *strips);

/* Returns the caption among a table's children; NULL where there is none. */
const struct doc_node *table_caption(const struct doc_node *table);

struct text_style table_cell_style(const struct galley *galley, const struct table *table,
                                   const struct table_cell *cell);

/* Returns the x of a column's left edge; column may be one past the last. */
pt64 table_column_x(const struct table *table, size_t column);

/* --- table_chart.c --- */

/* Draws the table's chart, a strip a drawing; nothing where there are no numbers to draw. */
void table_chart(struct galley *galley, const struct table *table, struct page_tag *parent,
                 struct strips *out);

#endif
