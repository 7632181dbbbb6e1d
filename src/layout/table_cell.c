/* Cells: their style, their place, and their content, as the files about tables need it. */
#include "layout/table.h"

#include "base/minmax.h"

struct text_style table_cell_style(const struct galley *galley, const struct table *table,
                                   const struct table_cell *cell)
{
    struct text_style style = galley_style(galley, THEME_TABLE);
    style.bold = cell->node->cell.header;
    style.hyphenate = table->hyphenate;
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

pt64 table_room(const struct galley *galley)
{
    return MIN(galley->page_rooms[0], galley->page_rooms[1]);
}

pt64 table_take_content(struct galley *galley, const struct table_cell *cell, pt64 limit,
                        size_t *next, struct strip *strip)
{
    pt64 y = TABLE_PAD_Y;
    size_t first = *next;
    for (; *next < cell->content.count; ++*next) {
        const struct strip *line = &cell->content.items[*next];
        pt64 before = *next > first ? line->before : 0;
        if (*next > first && y + before + line->height > limit - TABLE_PAD_Y)
            break;
        y += before;
        for (size_t i = 0; i < line->count; i++) {
            struct page_item *item = strip_item(galley->arena, strip, line->items[i].kind);
            *item = line->items[i];
            strip_move(item, 0, y);
        }
        for (size_t i = 0; i < line->anchor_count; i++)
            strip_anchor(galley->arena, strip, line->anchors[i]);
        y += line->height;
    }
    return y + TABLE_PAD_Y;
}
