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
    bool tied; /* a cell spans from the row above into this one */
};

struct table {
    const struct doc_node *node;
    struct frame frame;
    bool plain;
    struct table_cell *cells;
    size_t cell_count, cell_capacity;
    struct table_row *rows;
    size_t row_count, row_capacity;
    size_t columns;
    pt64 *widths;   /* columns of them */
    bool hyphenate; /* without it the table would not fit its frame */
};

/* table_grid.c: places the cells (HTML's table model, simplified), without tags. */
void table_read(struct layout *layout, struct table *table);

/* table_tags.c: makes the tags, with ids and Headers, in document order. */
void table_tag(struct layout *layout, struct table *table, struct page_tag *parent);

/* table_columns.c: decides the columns' widths from their content. */
void table_measure(struct layout *layout, struct table *table);

/*
 * table_lower.c: moves room between the columns, none getting less than its least width, as long
 * as the table is estimated to become lower.
 */
void table_lower(struct table *table, const pt64 *least, pt64 room);

/* table_numbers.c: says how far each number stands from the right, before the measuring. */
void table_align_numbers(struct layout *layout, struct table *table);

/* table_rows.c: sets the cells and appends a strip a row. */
void table_set(struct layout *layout, struct table *table, struct strips *out);

/* The type in which a cell is set. */
struct type table_cell_type(const struct layout *layout, const struct table *table,
                            const struct table_cell *cell);

/* x of a column's left edge; column may be one past the last. */
pt64 table_column_x(const struct table *table, size_t column);

#endif
