/*
 * Finds the least height: a steepest descent over the columns' widths. A row is as high as its
 * fullest cell; the lines of a cell are estimated from the width of its text, since setting it for
 * every trial would cost too much.
 */
#include "layout/table.h"

#include "base/memory.h"
#include "base/minmax.h"

#include <stdlib.h>

enum {
    MOST_ROWS = 300, /* of a long table the first speak for all */
    MOST_ROUNDS = 40,
    COARSE = 16,
    FINE = 128 /* steps, as parts of the width */
};

static int64_t lines_of(const struct table_cell *cell, pt64 width)
{
    int64_t room = width - 2 * TABLE_PAD_X;
    if (room <= 0)
        return cell->lines + cell->area / 64;
    /* Each paragraph's last line is half empty, and ragged lines lose about a twentieth. */
    int64_t lines = (cell->area * 21 / 20 + (cell->lines - 1) * room / 2 + room - 1) / room;
    return MAX(lines, cell->lines);
}

static pt64 width_of(const struct table *table, const struct table_cell *cell)
{
    pt64 width = 0;
    for (size_t i = 0; i < cell->columns; i++)
        width += table->widths[cell->column + i];
    return width;
}

static int64_t estimate(const struct table *table, const struct table_cell *cell)
{
    return lines_of(cell, width_of(table, cell)) / (int64_t)cell->rows;
}

static size_t count_cells(const struct table *table)
{
    if (!table->row_count)
        return 0;
    size_t rows = MIN(table->row_count, MOST_ROWS);
    return table->rows[rows - 1].first + table->rows[rows - 1].count;
}

static void estimate_all(struct table *table)
{
    size_t count = count_cells(table);
    for (size_t i = 0; i < count; i++)
        table->cells[i].estimate = estimate(table, &table->cells[i]);
}

static bool is_in(const struct table_cell *cell, size_t column)
{
    return column - cell->column < cell->columns;
}

/* Returns the lines of all rows, each as many as its fullest cell's, where the columns from and to
 * have other widths than the cells' estimates are for; limit, where the lines are more. */
static int64_t total_lines(const struct table *table, size_t from, size_t to, int64_t limit)
{
    int64_t total = 0;
    for (size_t r = 0; r < table->row_count && r < MOST_ROWS && total < limit; r++) {
        const struct table_row *row = &table->rows[r];
        int64_t most = 0;
        for (size_t i = row->first; i < row->first + row->count; i++) {
            const struct table_cell *cell = &table->cells[i];
            bool moved = is_in(cell, from) || is_in(cell, to);
            int64_t lines = moved ? estimate(table, cell) : cell->estimate;
            most = MAX(lines, most);
        }
        total += most;
    }
    return MIN(total, limit);
}

/* Finds the lines where a column is wider and none narrower: moves to the column come no lower. */
static void find_floors(struct table *table, pt64 step, int64_t lines, int64_t *floors)
{
    for (size_t i = 0; i < table->columns; i++) {
        table->widths[i] += step;
        floors[i] = total_lines(table, i, i, lines);
        table->widths[i] -= step;
    }
}

/* Tries moves of step from one column to another; keeps the best. */
static bool improve(struct table *table, const pt64 *least, pt64 step, int64_t *floors,
                    int64_t *lines)
{
    size_t best_from = 0, best_to = 0;
    int64_t best = *lines;
    find_floors(table, step, best, floors);
    for (size_t from = 0; from < table->columns; from++) {
        if (table->widths[from] - step < least[from])
            continue;
        for (size_t to = 0; to < table->columns; to++) {
            if (to == from || table->graphics[to] || floors[to] >= best)
                continue;
            table->widths[from] -= step;
            table->widths[to] += step;
            int64_t tried = total_lines(table, from, to, best);
            table->widths[from] += step;
            table->widths[to] -= step;
            if (tried >= best)
                continue;
            best = tried;
            best_from = from;
            best_to = to;
        }
    }
    if (best == *lines)
        return false;
    table->widths[best_from] -= step;
    table->widths[best_to] += step;
    estimate_all(table);
    *lines = best;
    return true;
}

void table_lower(struct table *table, const pt64 *least, pt64 width)
{
    int64_t *floors = memory_new(table->columns, sizeof *floors);
    estimate_all(table);
    int64_t lines = total_lines(table, 0, 0, INT64_MAX);
    int rounds = 0;
    for (int part = COARSE; part <= FINE; part *= 2)
        while (rounds++ < MOST_ROUNDS && improve(table, least, width / part, floors, &lines))
            continue;
    free(floors);
}
