#include "layout/table.h"

#include "base/message.h"
#include "base/minmax.h"

enum { MOST_COLUMNS = 100 };

/* The number of further rows that a cell from above takes, by column. */
struct occupancy {
    size_t rows[MOST_COLUMNS];
};

static struct table_row *add_row(struct galley *galley, struct table *table,
                                 const struct doc_node *node, size_t part)
{
    STRIP_GROW(galley->arena, table->rows, table->row_count, table->row_capacity);
    struct table_row *row = &table->rows[table->row_count++];
    *row = (struct table_row){.node = node, .first = table->cell_count, .part = part};
    return row;
}

/* Returns how many wanted columns a cell can have: up to one that a cell from above takes. */
static size_t free_columns(const struct occupancy *occupancy, size_t column, size_t wanted)
{
    size_t end = column + 1;
    while (end < MOST_COLUMNS && end - column < wanted && !occupancy->rows[end])
        end++;
    return end - column;
}

static void add_cell(struct galley *galley, struct table *table, const struct doc_node *node,
                     size_t column, size_t columns, size_t rows_left)
{
    STRIP_GROW(galley->arena, table->cells, table->cell_count, table->cell_capacity);
    table->cells[table->cell_count++] = (struct table_cell){
        .node = node,
        .row = table->row_count - 1,
        .column = column,
        .columns = columns,
        .rows = MIN((size_t)node->cell.row_span, rows_left),
        .pad = table->node->classes & DOC_COMPACT ? TABLE_PAD_COMPACT : TABLE_PAD_Y,
    };
}

static void report_too_wide(struct galley *galley, const struct doc_node *row)
{
    diag_add(galley->diags, RULE_LAYOUT_TOO_WIDE, row->place,
             _("divide the table, or turn its rows and columns round"),
             _("a table can have %d columns, not more"), (int)MOST_COLUMNS);
    galley->failed = true;
}

static void place_cells(struct galley *galley, struct table *table, const struct doc_node *row,
                        size_t rows_left, struct occupancy *occupancy)
{
    size_t column = 0;
    for (const struct doc_node *cell = row->first; cell; cell = cell->next) {
        while (column < MOST_COLUMNS && occupancy->rows[column])
            column++;
        if (column == MOST_COLUMNS) {
            report_too_wide(galley, row);
            return;
        }
        size_t columns = free_columns(occupancy, column, (size_t)cell->cell.column_span);
        add_cell(galley, table, cell, column, columns, rows_left);
        for (size_t end = column + columns; column < end; column++)
            occupancy->rows[column] = table->cells[table->cell_count - 1].rows;
        if (column > table->columns)
            table->columns = column;
    }
}

/* Returns whether all cells are headers, and of more than their row. */
static bool has_only_headings(const struct table *table, const struct table_row *row)
{
    for (size_t i = row->first; i < row->first + row->count; i++) {
        const struct doc_node *cell = table->cells[i].node;
        if (!cell->cell.header || cell->cell.scope == DOC_SCOPE_ROW)
            return false;
    }
    return row->count > 0 && !row->tied;
}

static bool is_heading(const struct table *table, const struct table_row *row)
{
    bool first = row == table->rows || row[-1].part != row->part;
    return row->part == 0 || ((first || row[-1].heading) && has_only_headings(table, row));
}

/* Reads a row; rows_left counts the part's rows from this one on: no cell reaches beyond. */
static void read_row(struct galley *galley, struct table *table, const struct doc_node *node,
                     size_t part, size_t rows_left, struct occupancy *occupancy)
{
    struct table_row *row = add_row(galley, table, node, part);
    for (size_t i = 0; i < table->columns; i++)
        row->tied = row->tied || occupancy->rows[i];
    place_cells(galley, table, node, rows_left, occupancy);
    row->count = table->cell_count - row->first;
    for (size_t i = 0; i < table->columns; i++)
        if (occupancy->rows[i])
            occupancy->rows[i]--;
    row->heading = is_heading(table, row);
}

static size_t count_rows(const struct doc_node *row)
{
    size_t count = 0;
    for (; row; row = row->next)
        count += row->kind == DOC_ROW;
    return count;
}

static void read_rows(struct galley *galley, struct table *table, const struct doc_node *row,
                      size_t part)
{
    struct occupancy occupancy = {0};
    size_t rows_left = count_rows(row);
    for (; row; row = row->next)
        if (row->kind == DOC_ROW)
            read_row(galley, table, row, part, rows_left--, &occupancy);
}

/* Reads rows directly in the table, which HTML allows, as a body. */
void table_read(struct galley *galley, struct table *table)
{
    size_t bodies = 0;
    for (const struct doc_node *node = table->node->first; node; node = node->next)
        if (node->kind == DOC_TABLE_HEAD || node->kind == DOC_TABLE_BODY)
            read_rows(galley, table, node->first, node->kind == DOC_TABLE_HEAD ? 0 : ++bodies);
    read_rows(galley, table, table->node->first, bodies + 1);
}
