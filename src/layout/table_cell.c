/* Finds the style, place and content of cells for the files about tables, and their backgrounds and
 * rules. */
#include "layout/table.h"

enum { THIN = 64 / 2, THICK = 64 };

const struct doc_node *table_caption(const struct doc_node *table)
{
    const struct doc_node *node = table->first;
    while (node && node->kind != DOC_CAPTION)
        node = node->next;
    return node;
}

struct text_style table_cell_style(const struct galley *galley, const struct table *table,
                                   const struct table_cell *cell)
{
    struct text_style style = galley_style(galley, THEME_TABLE);
    style.bold = cell->node->cell.header;
    style.hyphenate = table->cuts == TEXT_CUT_WORDS;
    style.tabular = true;
    style.align = cell->node->classes & DOC_NUMERIC ? TEXT_RIGHT : TEXT_RAGGED;
    return style;
}

pt64 table_column_x(const struct table *table, size_t column)
{
    pt64 x = table->room.x;
    for (size_t i = 0; i < column; i++)
        x += table->widths[i];
    return x;
}

struct table_ends table_find_ends(struct galley *galley, const struct table *table, size_t first,
                                  size_t end)
{
    const struct table_row *last = &table->rows[end - 1];
    struct table_ends ends = {
        .first = arena_array(galley->arena, end - first, sizeof(const struct table_cell *)),
        .next = arena_array(galley->arena, table->cell_count, sizeof(const struct table_cell *))};
    for (size_t i = last->first + last->count; i-- > table->rows[first].first;) {
        const struct table_cell *cell = &table->cells[i];
        const struct table_cell **end_of_row = &ends.first[cell->row + cell->rows - 1 - first];
        ends.next[i] = *end_of_row;
        *end_of_row = cell;
    }
    return ends;
}

pt64 table_cell_height(const struct table *table, const struct table_cell *cell)
{
    pt64 height = 0;
    for (size_t i = 0; i < cell->rows; i++)
        height += table->rows[cell->row + i].height;
    return height;
}

pt64 table_page_room(const struct galley *galley, const struct table *table)
{
    return galley->page_rooms[table->room.right > sheet_measure(galley, false)];
}

void table_take_content(struct galley *galley, const struct table_cell *cell, struct strip *strip)
{
    strip_take_all(galley->arena, strip, &cell->content, cell->pad + cell->drop);
}

static void add_fill(struct galley *galley, struct strip *strip, struct page_box box,
                     uint32_t colour, enum page_artifact artifact)
{
    struct page_item *item = strip_item(galley->arena, strip, PAGE_FILL);
    item->artifact = artifact;
    item->colour = colour;
    item->fill = box;
}

void table_add_background(struct galley *galley, const struct table *table,
                          const struct table_cell *cell, pt64 y, pt64 height, struct strip *strip)
{
    struct page_box box = {table_column_x(table, cell->column), y, 0, height};
    box.width = table_column_x(table, cell->column + cell->columns) - box.x;
    if (!table->plain && cell->node->cell.header && table->rows[cell->row].part == 0)
        add_fill(galley, strip, box, galley->theme->colours[THEME_TABLE_HEAD],
                 PAGE_ARTIFACT_BACKGROUND);
}

void table_add_rule(struct galley *galley, const struct table *table, const struct table_cell *cell,
                    pt64 y, struct strip *strip)
{
    size_t end = cell->row + cell->rows;
    bool part_ends =
        end == table->row_count || table->rows[end].part != table->rows[cell->row].part;
    pt64 thickness = part_ends ? THICK : THIN;
    struct page_box box = {table_column_x(table, cell->column), y - thickness / 2, 0, thickness};
    box.width = table_column_x(table, cell->column + cell->columns) - box.x;
    if (!table->plain)
        add_fill(galley, strip, box, galley->theme->colours[THEME_RULE], PAGE_ARTIFACT_LAYOUT);
}
