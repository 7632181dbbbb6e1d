/*
 * Column widths from content: each column has a narrowest and a widest useful width; what room
 * there is between is shared out so that columns which need little get all they need.
 */
#include "layout/table.h"

struct extent {
    pt64 least, most;
};

static struct extent larger(struct extent a, struct extent b)
{
    return (struct extent){a.least > b.least ? a.least : b.least,
                           a.most > b.most ? a.most : b.most};
}

static struct extent measure_block(struct layout *layout, const struct doc_node *node,
                                   const struct type *type, bool hyphenate)
{
    struct extent extent = {0, 0};
    if (node->kind == DOC_PARAGRAPH) {
        const struct layout_text *text = layout_text_measured(layout, node, type);
        return (struct extent){layout_text_min_width(text, hyphenate), layout_text_max_width(text)};
    }
    for (const struct doc_node *child = node->first; child; child = child->next)
        extent = larger(extent, measure_block(layout, child, type, hyphenate));
    if (node->kind == DOC_LIST) {
        pt64 room = layout_label_room(layout, node, type);
        extent.least += room;
        extent.most += room;
    }
    return extent;
}

struct type table_cell_type(const struct layout *layout, const struct table_cell *cell)
{
    struct type type = layout_type(layout, THEME_TABLE);
    type.bold = cell->node->cell.header;
    type.align = cell->node->classes & DOC_NUMERIC ? TEXT_RIGHT : TEXT_RAGGED;
    return type;
}

static struct extent measure_cell(struct layout *layout, const struct table_cell *cell,
                                  bool hyphenate)
{
    struct type type = table_cell_type(layout, cell);
    struct extent extent = {0, 0};
    for (const struct doc_node *node = cell->node->first; node; node = node->next)
        extent = larger(extent, measure_block(layout, node, &type, hyphenate));
    extent.least += 2 * TABLE_PAD_X;
    extent.most += 2 * TABLE_PAD_X;
    return extent;
}

/* What a spanning cell needs beyond its columns is shared among them evenly. */
static void spread(struct extent *columns, const struct table_cell *cell, struct extent extent)
{
    struct extent sum = {0, 0};
    for (size_t i = 0; i < cell->columns; i++) {
        sum.least += columns[cell->column + i].least;
        sum.most += columns[cell->column + i].most;
    }
    pt64 count = (pt64)cell->columns;
    pt64 least = extent.least > sum.least ? (extent.least - sum.least + count - 1) / count : 0;
    pt64 most = extent.most > sum.most ? (extent.most - sum.most + count - 1) / count : 0;
    for (size_t i = 0; i < cell->columns; i++) {
        columns[cell->column + i].least += least;
        columns[cell->column + i].most += most;
    }
}

static void measure_columns(struct layout *layout, const struct table *table, bool hyphenate,
                            struct extent *columns)
{
    for (size_t i = 0; i < table->columns; i++)
        columns[i] = (struct extent){0, 0};
    for (size_t i = 0; i < table->cell_count; i++) {
        const struct table_cell *cell = &table->cells[i];
        if (cell->columns == 1)
            columns[cell->column] =
                larger(columns[cell->column], measure_cell(layout, cell, hyphenate));
    }
    for (size_t i = 0; i < table->cell_count; i++)
        if (table->cells[i].columns > 1)
            spread(columns, &table->cells[i], measure_cell(layout, &table->cells[i], hyphenate));
    for (size_t i = 0; i < table->columns; i++)
        if (columns[i].most < columns[i].least)
            columns[i].most = columns[i].least;
}

static int64_t sum_least(const struct extent *columns, size_t count)
{
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += columns[i].least;
    return sum;
}

static int64_t sum_most(const struct extent *columns, size_t count)
{
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += columns[i].most;
    return sum;
}

/* Everything fits on one line: the room left over goes to all in proportion. */
static void stretch(const struct extent *columns, size_t count, pt64 room, pt64 *widths)
{
    int64_t most = sum_most(columns, count);
    for (size_t i = 0; i < count; i++)
        widths[i] = most ? (pt64)(columns[i].most * (int64_t)room / most) : room / (pt64)count;
}

/* Not even the narrowest fits: all shrink in proportion, and lines that stick out are reported. */
static void squeeze(const struct extent *columns, size_t count, pt64 room, pt64 *widths)
{
    int64_t least = sum_least(columns, count);
    for (size_t i = 0; i < count; i++)
        widths[i] = (pt64)(columns[i].least * (int64_t)room / least);
}

/*
 * In between: a column that wants no more than its even share of what is left gets what it wants,
 * again and again; the others share the rest in proportion to what they want, none below its least.
 */
static void share(const struct extent *columns, size_t count, pt64 room, pt64 *widths)
{
    int64_t left = room;
    size_t open = count;
    for (size_t i = 0; i < count; i++)
        widths[i] = 0;
    for (bool settled = true; settled && open;) {
        settled = false;
        for (size_t i = 0; i < count && open; i++) {
            int64_t reserved = 0;
            for (size_t k = 0; k < count; k++)
                reserved += k != i && !widths[k] ? columns[k].least : 0;
            if (widths[i] || columns[i].most > left / (int64_t)open ||
                left - columns[i].most < reserved)
                continue;
            widths[i] = columns[i].most ? columns[i].most : 1;
            left -= widths[i];
            open--;
            settled = true;
        }
    }
    int64_t least = 0, most = 0;
    for (size_t i = 0; i < count; i++) {
        least += widths[i] ? 0 : columns[i].least;
        most += widths[i] ? 0 : columns[i].most - columns[i].least;
    }
    for (size_t i = 0; i < count; i++)
        if (!widths[i])
            widths[i] =
                (pt64)(columns[i].least +
                       (most ? (left - least) * (columns[i].most - columns[i].least) / most : 0));
}

void table_measure(struct layout *layout, struct table *table)
{
    size_t count = table->columns;
    pt64 room = table->frame.right - table->frame.x;
    struct extent *columns = arena_array(layout->arena, count, sizeof *columns);
    table->widths = arena_array(layout->arena, count, sizeof *table->widths);
    measure_columns(layout, table, false, columns);
    if (sum_least(columns, count) > room)
        measure_columns(layout, table, true, columns);
    if (sum_least(columns, count) >= room)
        squeeze(columns, count, room, table->widths);
    else if (sum_most(columns, count) <= room)
        stretch(columns, count, room, table->widths);
    else
        share(columns, count, room, table->widths);
}

pt64 table_column_x(const struct table *table, size_t column)
{
    pt64 x = table->frame.x;
    for (size_t i = 0; i < column; i++)
        x += table->widths[i];
    return x;
}
