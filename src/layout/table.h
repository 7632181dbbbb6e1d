/* What the files about tables share: the grid, from the document to finished rows. */
#ifndef PYKALA_LAYOUT_TABLE_H
#define PYKALA_LAYOUT_TABLE_H

#include "layout/layout_private.h"

enum { TABLE_PAD_X = 4 * 64, TABLE_PAD_Y = 3 * 64 };

struct table_cell {
    const struct doc_node *node;
    struct page_tag *tag;
    size_t row, column, rows, columns; /* where it stands and how many it spans */
    pt64 least, most; /* widths: of the widest piece, and without a break; with padding */
    int64_t area;     /* width of all its paragraphs, each on one line */
    int lines;        /* how many paragraphs, so lines at the least */
    int64_t estimate; /* of its lines a row at the widths in hand (table_lower.c) */
    bool number;      /* aligned with others of its column */
    pt64 tail, inset; /* from the decimal comma on; from the right edge, to align it */
    struct strips content;
    pt64 height; /* of the content with its padding */
};

struct table_row {
    const struct doc_node *node;
    size_t first, count; /* cells that begin in this row */
    size_t part;         /* head 0; bodies from 1 */
    pt64 height;
    bool tied;    /* a cell spans from the row above into this one */
    bool heading; /* of its part: in the head, or at a body's top with nothing but header cells */
};

/* A cell that began in a row above and reaches the one in hand. */
struct table_span {
    const struct table_cell *cell;
    pt64 above, below; /* heights of its rows before the one in hand, and from it on */
};

struct table_spans {
    struct table_span *items;
    size_t count, capacity;
    const struct strip *again; /* they can be set again on a page that begins here; else NULL */
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
    pt64 *widths;   /* columns of them */
    bool hyphenate; /* without it the table would not fit its room */
};

/* table_grid.c: places the cells (HTML's table model, simplified), without tags. */
void table_read(struct galley *galley, struct table *table);

/* table_tags.c: makes the tags, with ids and Headers, in document order. */
void table_tag(struct galley *galley, struct table *table, struct page_tag *parent);

/* table_columns.c: decides the columns' widths from their content. */
void table_measure(struct galley *galley, struct table *table);

/*
 * table_lower.c: moves room between the columns, none getting less than its least width, as long
 * as the table is estimated to become lower.
 */
void table_lower(struct table *table, const pt64 *least, pt64 width);

/* table_numbers.c: says how far each number stands from the right, before the measuring. */
void table_align_numbers(struct galley *galley, struct table *table);

/* table_rows.c: sets the cells and appends a strip a row. */
void table_set(struct galley *galley, struct table *table, struct strips *out);

/* Takes a cell's strips from *next on into the row's strip, as far as limit allows. */
pt64 table_take_content(struct galley *galley, const struct table_cell *cell, pt64 limit,
                        size_t *next, struct strip *strip);

/* table_repeat.c: what pages set again, and where a table should not be cut because of it. */

/* Goes on to a row: spans that have ended are dropped, those of the row above are added. */
void table_next_spans(struct galley *galley, const struct table *table, size_t row,
                      struct table_spans *spans);

/* The penalty of a page break before a row. */
int table_penalty(const struct table *table, const struct table_spans *spans, size_t row);

/* The headings to be set again below a row: with it, where it is one. */
const struct strips *table_add_heading(struct galley *galley, const struct table *table, size_t row,
                                       const struct strips *headings, const struct strip *strip);

/* The height of a page whose turn nobody knows yet. */
pt64 table_room(const struct galley *galley);

/* Returns the caption among a table's children; NULL where there is none. */
const struct doc_node *table_caption(const struct doc_node *table);

/* Returns the style in which a cell is set. */
struct text_style table_cell_style(const struct galley *galley, const struct table *table,
                                   const struct table_cell *cell);

/* x of a column's left edge; column may be one past the last. */
pt64 table_column_x(const struct table *table, size_t column);

/* --- table_chart.c --- */

/* Returns what a page holds below its head. Landscape pages hold less; only their sections reach so
 * far right. */
pt64 table_chart_room(const struct galley *galley, struct room room);

/* Draws the table's chart, a strip a drawing. Nothing where there are no numbers to draw. */
void table_chart(struct galley *galley, const struct table *table, struct page_tag *parent,
                 struct strips *out);

#endif
