#include "layout/table.h"

enum { MOST_COLUMNS = 100 };

/* For each column, how many further rows a cell from above still takes. */
struct occupancy {
    size_t rows[MOST_COLUMNS];
};

static struct table_row *add_row(struct layout *layout, struct table *table,
                                 const struct doc_node *node, size_t part)
{
    table->rows = strip_grow(layout->arena, table->rows, table->row_count, &table->row_capacity,
                             sizeof *table->rows);
    struct table_row *row = &table->rows[table->row_count++];
    *row = (struct table_row){.node = node, .first = table->cell_count, .part = part};
    return row;
}

static size_t clip(size_t value, size_t most)
{
    return value < most ? value : most;
}

static void add_cell(struct layout *layout, struct table *table, const struct doc_node *node,
                     size_t column, size_t rows_left)
{
    table->cells = strip_grow(layout->arena, table->cells, table->cell_count, &table->cell_capacity,
                              sizeof *table->cells);
    table->cells[table->cell_count++] = (struct table_cell){
        .node = node,
        .row = table->row_count - 1,
        .column = column,
        .columns = clip((size_t)node->cell.column_span, MOST_COLUMNS - column),
        .rows = clip((size_t)node->cell.row_span, rows_left),
    };
}

static size_t rows_from(const struct doc_node *row)
{
    size_t count = 0;
    for (; row && row->kind == DOC_ROW; row = row->next)
        count++;
    return count;
}

static void occupy(struct occupancy *occupancy, const struct table_cell *cell)
{
    for (size_t i = 0; i < cell->columns; i++)
        occupancy->rows[cell->column + i] = cell->rows;
}

static void read_row(struct layout *layout, struct table *table, const struct doc_node *node,
                     size_t part, struct occupancy *occupancy)
{
    struct table_row *row = add_row(layout, table, node, part);
    for (size_t i = 0; i < MOST_COLUMNS; i++)
        row->tied = row->tied || occupancy->rows[i];
    size_t column = 0, rows_left = rows_from(node);
    for (const struct doc_node *cell = node->first; cell; cell = cell->next) {
        while (column < MOST_COLUMNS && occupancy->rows[column])
            column++;
        if (column == MOST_COLUMNS)
            break;
        add_cell(layout, table, cell, column, rows_left);
        const struct table_cell *added = &table->cells[table->cell_count - 1];
        occupy(occupancy, added);
        column += added->columns;
    }
    row->count = table->cell_count - row->first;
    for (size_t i = 0; i < MOST_COLUMNS; i++) {
        if (!occupancy->rows[i])
            continue;
        occupancy->rows[i]--;
        table->columns = table->columns > i + 1 ? table->columns : i + 1;
    }
}

void table_read(struct layout *layout, struct table *table)
{
    size_t bodies = 0;
    struct occupancy occupancy = {0};
    for (const struct doc_node *node = table->node->first; node; node = node->next) {
        if (node->kind == DOC_ROW) {
            read_row(layout, table, node, 1, &occupancy);
        } else if (node->kind == DOC_TABLE_HEAD || node->kind == DOC_TABLE_BODY) {
            size_t part = node->kind == DOC_TABLE_HEAD ? 0 : ++bodies;
            occupancy = (struct occupancy){0};
            for (const struct doc_node *row = node->first; row; row = row->next)
                read_row(layout, table, row, part, &occupancy);
        }
    }
}
