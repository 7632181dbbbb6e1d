/*
 * Cuts rows that no page holds: a row alone, or rows that cells tie together.
 *
 * Every line of their cells has the place that it would have on an endless page. A strip begins at
 * each height where lines begin, and reaches down to the lowest end so far. Where the lines of two
 * cells aren't level it begins above that end: the space above it is negative, so that all lines
 * are in their places where no page ends, and none is cut where one does.
 */
#include "layout/table.h"

#include "base/minmax.h"

#include <stdlib.h>

/* What is never cut: a line of a cell; its first one with the row's top, the lowest of a row with
 * the row's end. */
struct piece {
    const struct table_cell *cell;
    const struct strip *line; /* NULL in a cell without text */
    pt64 top, bottom;
    pt64 y;                       /* of the line */
    bool first;                   /* of its cell */
    bool drawn;                   /* with the cell's graphic */
    size_t ends_from, ends_until; /* the rows, from the cutting's first, that end with it */
};

/* Rows of a table in the making. */
struct cutting {
    struct galley *galley;
    const struct table *table;
    size_t first, end;      /* rows */
    pt64 *tops;             /* one a row, and the end of the last */
    struct table_ends ends; /* by the rows from first on */
    struct piece *pieces;
    size_t count, capacity;
    size_t *strips; /* by cell: the number of strips down to its last line */
    const struct strips *headings, *spaced; /* to be set again; with space below, inside a row */
    /* Headers that began above the strip in hand, and those that are set again beside it. */
    const struct table_cell **headers, **shown;
    size_t header_count, shown_count, next_header;
    const struct strip *again;
    bool is_padded; /* again */
};

/* --- Pieces --- */

static pt64 top_of(const struct cutting *cutting, const struct table_cell *cell)
{
    return cutting->tops[cell->row - cutting->first];
}

static pt64 end_of(const struct cutting *cutting, const struct table_cell *cell)
{
    return cutting->tops[cell->row + cell->rows - cutting->first];
}

static struct piece *add_piece(struct cutting *cutting, struct piece piece)
{
    STRIP_GROW(cutting->galley->arena, cutting->pieces, cutting->count, cutting->capacity);
    cutting->pieces[cutting->count] = piece;
    return &cutting->pieces[cutting->count++];
}

static void add_pieces(struct cutting *cutting, const struct table_cell *cell)
{
    pt64 top = top_of(cutting, cell), y = top + cell->pad + cell->drop;
    struct piece *last = NULL;
    for (size_t i = 0; i < cell->content.count; i++) {
        const struct strip *line = &cell->content.items[i];
        y += i ? line->before : 0;
        last = add_piece(cutting, (struct piece){.cell = cell,
                                                 .line = line,
                                                 .top = i ? y : top,
                                                 .bottom = y + line->height,
                                                 .y = y,
                                                 .first = i == 0});
        y += line->height;
    }
    if (!last)
        last = add_piece(cutting, (struct piece){.cell = cell, .top = top, .first = true});
    last->drawn = cell->graphic;
    if (cell->graphic || !last->line)
        last->bottom = top + cell->height;
}

/* Has the lowest line of the cells that end with a row, or above, reach down to the row's end. */
static void find_row_ends(struct cutting *cutting)
{
    size_t rows = cutting->end - cutting->first;
    struct piece **lowest = arena_array(cutting->galley->arena, rows, sizeof(struct piece *));
    for (size_t i = 0; i < cutting->count; i++) {
        struct piece *piece = &cutting->pieces[i];
        size_t row = piece->cell->row + piece->cell->rows - 1 - cutting->first;
        if (!lowest[row] || lowest[row]->top <= piece->top)
            lowest[row] = piece;
    }
    for (size_t i = 0; i < rows; i++) {
        if (i && lowest[i - 1] && (!lowest[i] || lowest[i]->top < lowest[i - 1]->top))
            lowest[i] = lowest[i - 1];
        if (!lowest[i])
            continue;
        if (!lowest[i]->ends_until)
            lowest[i]->ends_from = i;
        lowest[i]->ends_until = i + 1;
        lowest[i]->bottom = MAX(lowest[i]->bottom, cutting->tops[i + 1]);
    }
}

static int by_top(const void *left, const void *right)
{
    const struct piece *a = left, *b = right;
    if (a->top != b->top)
        return a->top < b->top ? -1 : 1;
    if (a->cell != b->cell)
        return a->cell < b->cell ? -1 : 1;
    return (a->line > b->line) - (a->line < b->line);
}

static void find_pieces(struct cutting *cutting)
{
    const struct table *table = cutting->table;
    const struct table_row *last = &table->rows[cutting->end - 1];
    size_t first = table->rows[cutting->first].first, end = last->first + last->count;
    for (size_t i = first; i < end; i++)
        add_pieces(cutting, &table->cells[i]);
    find_row_ends(cutting);
    if (cutting->count)
        qsort(cutting->pieces, cutting->count, sizeof *cutting->pieces, by_top);
}

/* --- What is set again --- */

/* Returns whether a header is whole above a height, and is seen again beside what is below. */
static bool is_shown(const struct cutting *cutting, const struct table_cell *cell, pt64 top)
{
    pt64 y = top_of(cutting, cell);
    return y + cell->height <= top && top + cell->height <= end_of(cutting, cell);
}

/* Notes the headers that begin above a height; drops those that end there. */
static void find_headers(struct cutting *cutting, pt64 top)
{
    const struct table *table = cutting->table;
    const struct table_row *last = &table->rows[cutting->end - 1];
    for (; cutting->next_header < last->first + last->count; cutting->next_header++) {
        const struct table_cell *cell = &table->cells[cutting->next_header];
        if (top_of(cutting, cell) >= top)
            break;
        if (table_can_repeat(cutting->galley, cell))
            cutting->headers[cutting->header_count++] = cell;
    }
    size_t kept = 0;
    for (size_t i = 0; i < cutting->header_count; i++)
        if (end_of(cutting, cutting->headers[i]) > top)
            cutting->headers[kept++] = cutting->headers[i];
    cutting->header_count = kept;
}

static void set_again(struct cutting *cutting)
{
    struct strip *again = arena_alloc(cutting->galley->arena, sizeof *again);
    for (size_t i = 0; i < cutting->shown_count; i++)
        strip_take_all(cutting->galley->arena, again, &cutting->shown[i]->content,
                       cutting->is_padded ? cutting->shown[i]->pad : 0);
    cutting->again = cutting->shown_count ? again : NULL;
}

/* Finds the headers that a page beginning at a height sets again. */
static void find_again(struct cutting *cutting, pt64 top, bool begins_row)
{
    size_t count = 0;
    bool changed = begins_row || cutting->is_padded;
    cutting->is_padded = begins_row;
    find_headers(cutting, top);
    for (size_t i = 0; i < cutting->header_count; i++) {
        const struct table_cell *cell = cutting->headers[i];
        if (!is_shown(cutting, cell, top))
            continue;
        changed = changed || count >= cutting->shown_count || cutting->shown[count] != cell;
        cutting->shown[count++] = cell;
    }
    changed = changed || count < cutting->shown_count;
    cutting->shown_count = count;
    if (changed)
        set_again(cutting);
}

/* Returns the headings with a cell's padding below them. */
static const struct strips *add_space(struct galley *galley, const struct strips *headings,
                                      pt64 space)
{
    if (!headings)
        return NULL;
    struct strips *spaced = arena_alloc(galley->arena, sizeof *spaced);
    strips_append(galley->arena, spaced, headings, 0);
    strips_add(galley->arena, spaced, space);
    return spaced;
}

/* --- Strips --- */

/* Raises the penalty of the breaks that part a line from the cell's line above. */
static void raise_penalties(struct cutting *cutting, const struct piece *piece, struct strips *out)
{
    size_t *above = &cutting->strips[piece->cell - cutting->table->cells];
    for (size_t i = *above; i < out->count && !piece->first; i++)
        out->items[i].penalty = MAX(out->items[i].penalty, piece->line->penalty);
    *above = out->count;
}

/* Adds a line to the column of its cell, from the strip's top. */
static void add_line(struct cutting *cutting, const struct piece *piece, pt64 top,
                     struct strips *columns)
{
    struct strip *column = strips_add(cutting->galley->arena, columns, 0);
    column->order = (size_t)(piece->cell - cutting->table->cells);
    if (piece->line)
        strip_take(cutting->galley->arena, column, piece->line, piece->y - top);
    if (!piece->drawn)
        return;
    struct strip graphic = {0};
    table_draw_graphic(cutting->galley, cutting->table, piece->cell, piece->cell->height, &graphic);
    strip_take(cutting->galley->arena, column, &graphic, top_of(cutting, piece->cell) - top);
}

/* Adds the backgrounds of heads from a strip's top down to that of the next one. */
static void add_backgrounds(struct cutting *cutting, pt64 top, pt64 next, struct strip *strip)
{
    const struct table *table = cutting->table;
    const struct table_row *last = &table->rows[cutting->end - 1];
    for (size_t i = table->rows[cutting->first].first; i < last->first + last->count; i++) {
        const struct table_cell *cell = &table->cells[i];
        pt64 from = MAX(top_of(cutting, cell), top), to = MIN(end_of(cutting, cell), next);
        if (from < to)
            table_add_background(cutting->galley, table, cell, from - top, to - from, strip);
    }
}

/* Adds the rules below the cells of the rows that end with the piece. */
static void add_rules(struct cutting *cutting, const struct piece *piece, pt64 top,
                      struct strip *strip)
{
    for (size_t row = piece->ends_from; row < piece->ends_until; row++)
        for (const struct table_cell *cell = cutting->ends.first[row]; cell;
             cell = cutting->ends.next[cell - cutting->table->cells])
            table_add_rule(cutting->galley, cutting->table, cell, cutting->tops[row + 1] - top,
                           strip);
}

/* Returns the first piece of a cell's top among those from first up to end, or NULL. */
static const struct piece *find_begin(const struct cutting *cutting, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (cutting->pieces[i].first)
            return &cutting->pieces[i];
    return NULL;
}

/* Adds an empty strip for the pieces from first up to end. */
static struct strip *new_strip(struct cutting *cutting, size_t first, size_t end,
                               struct strips *out)
{
    const struct table *table = cutting->table;
    const struct piece *begin = find_begin(cutting, first, end);
    pt64 top = cutting->pieces[first].top;
    pt64 next = end < cutting->count ? cutting->pieces[end].top
                                     : cutting->tops[cutting->end - cutting->first];
    struct strip *strip = strips_add(cutting->galley->arena, out, 0);
    strip->columns = arena_alloc(cutting->galley->arena, sizeof *strip->columns);
    strip->goes_on = first > 0;
    strip->place = table->rows[cutting->pieces[first].cell->row].node->place;
    strip->penalty = begin ? table_end_penalty(table, begin->cell->row) : STRIP_FREE;
    find_again(cutting, top, begin);
    strip->again = cutting->again;
    strip->repeat = begin ? cutting->headings : cutting->spaced;
    add_backgrounds(cutting, top, next, strip);
    return strip;
}

/* Makes a strip of the pieces from first up to end, which begin at one height. Returns how far down
 * all lines reach. */
static pt64 add_strip(struct cutting *cutting, size_t first, size_t end, pt64 reach,
                      struct strips *out)
{
    pt64 top = cutting->pieces[first].top;
    struct strip *strip = new_strip(cutting, first, end, out);
    strip->before = first ? top - reach : 0;
    for (size_t i = first; i < end; i++) {
        const struct piece *piece = &cutting->pieces[i];
        reach = MAX(reach, piece->bottom);
        raise_penalties(cutting, piece, out);
        add_line(cutting, piece, top, strip->columns);
        add_rules(cutting, piece, top, strip);
    }
    strip->height = reach - top;
    return reach;
}

static void add_strips(struct cutting *cutting, struct strips *out)
{
    pt64 reach = 0;
    for (size_t first = 0, end; first < cutting->count; first = end) {
        pt64 top = cutting->pieces[first].top;
        for (end = first; end < cutting->count && cutting->pieces[end].top == top;)
            end++;
        reach = add_strip(cutting, first, end, reach, out);
    }
}

static void find_tops(struct cutting *cutting)
{
    size_t rows = cutting->end - cutting->first;
    cutting->tops = arena_array(cutting->galley->arena, rows + 1, sizeof *cutting->tops);
    for (size_t i = 0; i < rows; i++)
        cutting->tops[i + 1] = cutting->tops[i] + cutting->table->rows[cutting->first + i].height;
}

void table_cut(struct galley *galley, const struct table *table, size_t first, size_t end,
               const struct strips *headings, struct strips *out)
{
    struct arena *arena = galley->arena;
    struct cutting cutting = {
        .galley = galley, .table = table, .first = first, .end = end, .headings = headings};
    cutting.spaced = add_space(galley, headings, table->cells[table->rows[first].first].pad);
    cutting.next_header = table->rows[first].first;
    cutting.strips = arena_array(arena, table->cell_count, sizeof *cutting.strips);
    cutting.headers = arena_array(arena, table->cell_count, sizeof(const struct table_cell *));
    cutting.shown = arena_array(arena, table->cell_count, sizeof(const struct table_cell *));
    find_tops(&cutting);
    cutting.ends = table_find_ends(galley, table, first, end);
    find_pieces(&cutting);
    add_strips(&cutting, out);
}
