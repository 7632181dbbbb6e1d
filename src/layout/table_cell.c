/* Finds the style, place and content of cells for the files about tables. */
#include "layout/table.h"

#include "base/minmax.h"

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

pt64 table_cell_height(const struct table *table, const struct table_cell *cell)
{
    pt64 height = 0;
    for (size_t i = 0; i < cell->rows; i++)
        height += table->rows[cell->row + i].height;
    return height;
}

pt64 table_room(const struct galley *galley)
{
    return MIN(galley->page_rooms[0], galley->page_rooms[1]);
}

pt64 table_take_content(struct galley *galley, const struct table_cell *cell, pt64 limit,
                        size_t *next, struct strip *strip)
{
    pt64 y = cell->pad + cell->drop;
    size_t first = *next;
    for (; *next < cell->content.count; ++*next) {
        const struct strip *line = &cell->content.items[*next];
        pt64 before = *next > first ? line->before : 0;
        if (*next > first && y + before + line->height > limit - cell->pad)
            break;
        y += before;
        strip_take(galley->arena, strip, line, y);
        y += line->height;
    }
    return y + cell->pad;
}
