/* Makes row strips from cells; rows taller than a page are cut (table_cut.c). */
#include "layout/table.h"

#include "base/minmax.h"

enum { SIGN_HEIGHT = 24 * 64 };

static void set_text(struct galley *galley, const struct table *table, struct table_cell *cell)
{
    struct text_style style = table_cell_style(galley, table, cell);
    /* Without rules or fills only the text shows where the cell begins. */
    pt64 pad = table->plain && cell->column == 0 ? 0 : TABLE_PAD_X;
    pt64 left = table_column_x(table, cell->column) + pad;
    pt64 right = table_column_x(table, cell->column + cell->columns) - TABLE_PAD_X - cell->inset;
    struct room room = {left, left, right};
    layout_blocks(galley, cell->node->first, cell->tag, room, &style, &cell->content);
}

static void set_cell(struct galley *galley, const struct table *table, struct table_cell *cell)
{
    if (cell->graphic)
        table_set_graphic(galley, table, cell);
    else
        set_text(galley, table, cell);
    cell->height += strips_height(&cell->content, 0, cell->content.count) + 2 * cell->pad;
    if (!(table->node->classes & DOC_SIGN) || table->rows[cell->row].part == 0)
        return;
    cell->drop = MAX(SIGN_HEIGHT - cell->height, 0);
    cell->height += cell->drop;
}

/* Makes each row as high as the cells that end with it need, from the first row down. */
static void measure_rows(struct galley *galley, struct table *table)
{
    const struct table_ends ends = table_find_ends(galley, table, 0, table->row_count);
    for (size_t r = 0; r < table->row_count; r++)
        for (const struct table_cell *cell = ends.first[r]; cell;
             cell = ends.next[cell - table->cells]) {
            pt64 lacks = cell->height - table_cell_height(table, cell);
            table->rows[r].height += MAX(lacks, 0);
        }
}

/* Finds the rows above which no page ends: the text of a cell from above has not ended there, or
 * its background, in a head. */
static void find_held_rows(struct table *table)
{
    for (size_t i = 0; i < table->cell_count; i++) {
        const struct table_cell *cell = &table->cells[i];
        struct table_row *row = &table->rows[cell->row];
        pt64 above = 0;
        for (size_t k = 1; k < cell->rows; k++) {
            above += row[k - 1].height;
            if (row->part != 0 && above >= cell->height)
                break;
            row[k].held = true;
        }
    }
}

/* Adds the rule below a row, left out where a cell goes on into the next row. */
static void add_rules(struct galley *galley, const struct table *table,
                      const struct table_spans *spans, size_t index, struct strip *strip)
{
    const struct table_row *row = &table->rows[index];
    for (size_t i = 0; i < spans->count; i++)
        if (spans->items[i].cell->row + spans->items[i].cell->rows == index + 1)
            table_add_rule(galley, table, spans->items[i].cell, strip->height, strip);
    for (size_t i = row->first; i < row->first + row->count; i++)
        if (table->cells[i].rows == 1)
            table_add_rule(galley, table, &table->cells[i], strip->height, strip);
}

/* Sets one row below the headings that pages set again. */
static void set_row(struct galley *galley, const struct table *table, size_t index,
                    const struct table_spans *spans, const struct strips *headings,
                    struct strips *out)
{
    const struct table_row *row = &table->rows[index];
    struct strip *strip = strips_add(galley->arena, out, row->height);
    strip->penalty = table_penalty(table, spans, index);
    strip->place = row->node->place;
    strip->repeat = headings;
    strip->again = row->part != 0 ? table_again(spans) : NULL;
    for (size_t i = row->first; i < row->first + row->count; i++)
        table_add_background(galley, table, &table->cells[i], 0,
                             table_cell_height(table, &table->cells[i]), strip);
    for (size_t i = row->first; i < row->first + row->count; i++) {
        const struct table_cell *cell = &table->cells[i];
        table_take_content(galley, cell, strip);
        table_draw_graphic(galley, table, cell, table_cell_height(table, cell), strip);
    }
    add_rules(galley, table, spans, index, strip);
}

/* Returns whether no page holds rows from first up to end that are to be on one page. */
static bool is_tall(const struct table *table, size_t first, size_t end, pt64 limit)
{
    pt64 height = 0;
    for (size_t i = first; i < end && height <= limit; i++)
        height = table->rows[i].height + (table->rows[i].held ? height : 0);
    return height > limit;
}

/* Sets the rows from first up to end, which cells tie together. */
static void set_band(struct galley *galley, const struct table *table, size_t first, size_t end,
                     const struct strips *headings, struct strips *out)
{
    pt64 limit = table_page_room(galley, table) -
                 (headings ? strips_height(headings, 0, headings->count) : 0);
    struct table_spans spans = {0};
    if (table->rows[first].part == 0)
        headings = NULL;
    if (is_tall(table, first, end, limit)) {
        table_cut(galley, table, first, end, headings, out);
        return;
    }
    for (size_t i = first; i < end; i++) {
        if (i > first)
            table_next_spans(galley, table, i, &spans);
        set_row(galley, table, i, &spans, headings, out);
    }
}

/* Returns the end of the rows from first on that cells tie together. */
static size_t band_end(const struct table *table, size_t first)
{
    size_t end = first + 1;
    while (end < table->row_count && table->rows[end].tied &&
           table->rows[end].part == table->rows[first].part)
        end++;
    return end;
}

void table_set(struct galley *galley, struct table *table, struct strips *out)
{
    for (size_t i = 0; i < table->cell_count; i++)
        set_cell(galley, table, &table->cells[i]);
    measure_rows(galley, table);
    find_held_rows(table);
    const struct strips *head = NULL, *headings = NULL; /* of the table; with the body's own */
    for (size_t first = 0, end; first < table->row_count; first = end) {
        const struct table_row *row = &table->rows[first];
        bool begins = first > 0 && row->part != row[-1].part;
        if (begins && row[-1].part == 0)
            head = headings;
        if (begins)
            headings = head;
        end = band_end(table, first);
        size_t strips = out->count;
        set_band(galley, table, first, end, headings, out);
        headings = table_add_headings(galley, table, first, end, headings, &out->items[strips]);
    }
}
