/* Finds what a table sets again where it is cut: the head's rows, the heading rows of the body that
 * goes on, and the header cells of rows that began on the page before. */
#include "layout/table.h"

#include "base/minmax.h"

enum {
    STRIP_AVOID = 2000,
    HEADINGS_MOST = 3, /* headings are set again up to this part of a page, */
    HEADERS_MOST = 4   /* and headers of rows up to this */
};

/* --- Cells that span rows --- */

static void add_span(struct galley *galley, const struct table *table,
                     const struct table_cell *cell, struct table_spans *spans)
{
    STRIP_GROW(galley->arena, spans->items, spans->count, spans->capacity);
    struct table_span *span = &spans->items[spans->count++];
    *span = (struct table_span){.cell = cell};
    for (size_t i = 0; i < cell->rows; i++)
        span->below += table->rows[cell->row + i].height;
}

bool table_can_repeat(const struct galley *galley, const struct table_cell *cell)
{
    return cell->node->cell.header && cell->height <= sheet_room(galley) / HEADERS_MOST;
}

/* Returns all spans' cells as they stand in a page's first row; NULL where one of them can't. */
static const struct strip *make_again(struct galley *galley, const struct table_spans *spans)
{
    for (size_t i = 0; i < spans->count; i++)
        if (!table_can_repeat(galley, spans->items[i].cell))
            return NULL;
    if (!spans->count)
        return NULL;
    struct strip *again = arena_alloc(galley->arena, sizeof *again);
    for (size_t i = 0; i < spans->count; i++)
        table_take_content(galley, spans->items[i].cell, again);
    return again;
}

/* Moves the row in hand down by height; drops spans that end above. */
static void move_down(struct table_spans *spans, size_t row, pt64 height)
{
    size_t kept = 0;
    for (size_t i = 0; i < spans->count; i++) {
        struct table_span span = spans->items[i];
        span.below -= height;
        if (span.cell->row + span.cell->rows > row)
            spans->items[kept++] = span;
    }
    spans->count = kept;
}

void table_next_spans(struct galley *galley, const struct table *table, size_t row,
                      struct table_spans *spans)
{
    const struct table_row *above = &table->rows[row - 1];
    size_t known = spans->count;
    for (size_t i = above->first; i < above->first + above->count; i++)
        if (table->cells[i].rows > 1)
            add_span(galley, table, &table->cells[i], spans);
    bool changed = spans->count > known;
    known = spans->count;
    move_down(spans, row, above->height);
    if (changed || spans->count < known)
        spans->again = make_again(galley, spans);
}

const struct strip *table_again(const struct table_spans *spans)
{
    for (size_t i = 0; i < spans->count; i++)
        if (spans->items[i].below < spans->items[i].cell->height)
            return NULL;
    return spans->again;
}

/* --- Where a table is cut --- */

/* Returns the penalty inside a cell that spans rows and ends above; it is set again. */
static int span_penalty(const struct table_spans *spans, const struct table_span *span, size_t row)
{
    const struct table_cell *cell = span->cell;
    if (!spans->again || span->below < cell->height)
        return STRIP_STRICT;
    bool alone = row == cell->row + 1 || row + 1 == cell->row + cell->rows;
    return alone ? 2 * STRIP_AVOID : STRIP_AVOID;
}

int table_end_penalty(const struct table *table, size_t row)
{
    if (row == 0)
        return STRIP_FREE;
    const struct table_row *below = &table->rows[row], *above = below - 1;
    bool together = above->part == below->part || above->part == 0;
    if (above->heading)
        return together ? STRIP_STRICT : STRIP_FREE;
    bool second = row == 1 || above[-1].part == 0 || (above[-1].heading && together);
    bool last = row + 1 == table->row_count;
    return second || last ? STRIP_AVOID : STRIP_FREE;
}

int table_penalty(const struct table *table, const struct table_spans *spans, size_t row)
{
    int penalty = table_end_penalty(table, row);
    if (table->rows[row].held)
        return STRIP_NEVER;
    for (size_t i = 0; i < spans->count; i++) {
        int wanted = span_penalty(spans, &spans->items[i], row);
        penalty = MAX(wanted, penalty);
    }
    return penalty;
}

/* --- Headings --- */

/* Returns whether rows are headings that can be set again: all of them, above another row. */
static bool are_headings(const struct table *table, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (!table->rows[i].heading)
            return false;
    return end < table->row_count;
}

const struct strips *table_add_headings(struct galley *galley, const struct table *table,
                                        size_t first, size_t end, const struct strips *headings,
                                        const struct strip *strips)
{
    pt64 height = headings ? strips_height(headings, 0, headings->count) : 0;
    for (size_t i = first; i < end; i++)
        height += table->rows[i].height;
    if (!are_headings(table, first, end) || height > sheet_room(galley) / HEADINGS_MOST)
        return headings;
    struct strips *more = arena_alloc(galley->arena, sizeof *more);
    if (headings)
        strips_append(galley->arena, more, headings, 0);
    for (size_t i = first; i < end; i++)
        *strips_add(galley->arena, more, 0) = strips[i - first];
    return more;
}
