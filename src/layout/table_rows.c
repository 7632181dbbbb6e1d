/* Makes row strips from cells. A row is cut only when it is taller than a page. */
#include "layout/table.h"

#include "base/minmax.h"

enum { THIN = 64 / 2, THICK = 64, SIGN_HEIGHT = 24 * 64 };

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

/* Finds row heights: first from cells of one row, then a spanning cell's last row gets the excess.
 */
static void measure_rows(struct table *table)
{
    for (size_t i = 0; i < table->cell_count; i++) {
        const struct table_cell *cell = &table->cells[i];
        struct table_row *row = &table->rows[cell->row];
        if (cell->rows == 1 && row->height < cell->height)
            row->height = cell->height;
    }
    for (size_t i = 0; i < table->cell_count; i++) {
        const struct table_cell *cell = &table->cells[i];
        pt64 reached = table_cell_height(table, cell);
        if (reached < cell->height)
            table->rows[cell->row + cell->rows - 1].height += cell->height - reached;
    }
}

static void add_fill(struct galley *galley, struct strip *strip, struct page_box box,
                     uint32_t colour, enum page_artifact artifact)
{
    struct page_item *item = strip_item(galley->arena, strip, PAGE_FILL);
    item->artifact = artifact;
    item->colour = colour;
    item->fill = box;
}

static void add_backgrounds(struct galley *galley, const struct table *table,
                            const struct table_row *row, struct strip *strip, pt64 height)
{
    for (size_t i = 0; i < row->count && !table->plain; i++) {
        const struct table_cell *cell = &table->cells[row->first + i];
        if (!cell->node->cell.header || row->part != 0)
            continue;
        struct page_box box = {table_column_x(table, cell->column), 0, 0, height};
        box.width = table_column_x(table, cell->column + cell->columns) - box.x;
        if (cell->rows > 1)
            box.height = table_cell_height(table, cell);
        add_fill(galley, strip, box, galley->theme->colours[THEME_TABLE_HEAD],
                 PAGE_ARTIFACT_BACKGROUND);
    }
}

static void add_rule(struct galley *galley, const struct table *table,
                     const struct table_cell *cell, pt64 thickness, struct strip *strip)
{
    struct page_box box = {table_column_x(table, cell->column), strip->height - thickness / 2, 0,
                           thickness};
    box.width = table_column_x(table, cell->column + cell->columns) - box.x;
    add_fill(galley, strip, box, galley->theme->colours[THEME_RULE], PAGE_ARTIFACT_LAYOUT);
}

/* Adds the rule below a row, left out where a cell goes on into the next row. */
static void add_rules(struct galley *galley, const struct table *table,
                      const struct table_spans *spans, size_t index, struct strip *strip)
{
    const struct table_row *row = &table->rows[index];
    bool part_ends = index + 1 == table->row_count || table->rows[index + 1].part != row->part;
    pt64 thickness = part_ends ? THICK : THIN;
    if (table->plain)
        return;
    for (size_t i = 0; i < spans->count; i++)
        if (spans->items[i].cell->row + spans->items[i].cell->rows == index + 1)
            add_rule(galley, table, spans->items[i].cell, thickness, strip);
    for (size_t i = row->first; i < row->first + row->count; i++)
        if (table->cells[i].rows == 1)
            add_rule(galley, table, &table->cells[i], thickness, strip);
}

/* Sets a row taller than a page in pieces that fit. */
static void set_tall_row(struct galley *galley, const struct table *table, size_t index, pt64 limit,
                         const struct table_spans *spans, struct strips *out)
{
    const struct table_row *row = &table->rows[index];
    size_t *next = arena_array(galley->arena, row->count, sizeof *next);
    for (bool more = true, first = true; more; first = false) {
        struct strip *strip = strips_add(galley->arena, out, 0);
        strip->penalty = first ? table_penalty(table, spans, index) : STRIP_FREE;
        strip->place = row->node->place;
        more = false;
        for (size_t i = 0; i < row->count; i++) {
            const struct table_cell *cell = &table->cells[row->first + i];
            pt64 height = table_take_content(galley, cell, limit, &next[i], strip);
            strip->height = MAX(height, strip->height);
            more = more || next[i] < cell->content.count;
        }
        for (size_t i = 0; first && i < row->count; i++)
            table_draw_graphic(galley, table, &table->cells[row->first + i], strip);
        if (!more)
            add_rules(galley, table, spans, index, strip);
    }
}

static bool spans_rows(const struct table *table, const struct table_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (table->cells[row->first + i].rows > 1)
            return true;
    return row->tied;
}

static void set_row(struct galley *galley, const struct table *table, size_t index,
                    const struct table_spans *spans, struct strips *out)
{
    const struct table_row *row = &table->rows[index];
    struct strip *strip = strips_add(galley->arena, out, row->height);
    strip->penalty = table_penalty(table, spans, index);
    strip->place = row->node->place;
    add_backgrounds(galley, table, row, strip, row->height);
    for (size_t i = 0; i < row->count; i++) {
        const struct table_cell *cell = &table->cells[row->first + i];
        size_t next = 0;
        table_take_content(galley, cell, INT32_MAX / 2, &next, strip);
        table_draw_graphic(galley, table, cell, strip);
    }
    add_rules(galley, table, spans, index, strip);
}

/* Sets one row below the headings that pages set again. */
static void add_row(struct galley *galley, const struct table *table, size_t index,
                    const struct table_spans *spans, const struct strips *headings,
                    struct strips *out)
{
    const struct table_row *row = &table->rows[index];
    pt64 limit = table_room(galley);
    size_t first = out->count;
    if (headings)
        limit -= strips_height(headings, 0, headings->count);
    if (row->height > limit && !spans_rows(table, row))
        set_tall_row(galley, table, index, limit, spans, out);
    else
        set_row(galley, table, index, spans, out);
    for (; first < out->count && row->part != 0; first++) {
        out->items[first].repeat = headings;
        out->items[first].again = spans->again;
    }
}

void table_set(struct galley *galley, struct table *table, struct strips *out)
{
    for (size_t i = 0; i < table->cell_count; i++)
        set_cell(galley, table, &table->cells[i]);
    measure_rows(table);
    const struct strips *head = NULL, *headings = NULL; /* of the table; with the body's own */
    struct table_spans spans = {0};
    for (size_t i = 0; i < table->row_count; i++) {
        const struct table_row *row = &table->rows[i];
        bool begins = i > 0 && row->part != row[-1].part;
        if (begins && row[-1].part == 0)
            head = headings;
        if (begins)
            headings = head;
        table_next_spans(galley, table, i, &spans);
        add_row(galley, table, i, &spans, headings, out);
        headings = table_add_heading(galley, table, i, headings, &out->items[out->count - 1]);
    }
}
