/*
 * Finds column widths from content: each column has a narrowest and a widest useful width; the
 * width between is shared out so that columns which need little get all they need, and then moved
 * from column to column as long as that makes the table lower (table_lower.c).
 */
#include "layout/table.h"

#include "base/minmax.h"

struct extent {
    pt64 least, most;
};

/* The extents of several columns together. */
struct sum {
    int64_t least, most;
};

static struct sum sum_of(const struct extent *columns, size_t count)
{
    struct sum sum = {0};
    for (size_t i = 0; i < count; i++) {
        sum.least += columns[i].least;
        sum.most += columns[i].most;
    }
    return sum;
}

/* Adds a block to the cell's needs. A least known before saves a close look at narrower blocks. */
static void measure_block(struct galley *galley, const struct doc_node *node,
                          const struct text_style *style, enum text_cuts cuts,
                          struct table_cell *cell)
{
    pt64 label = 0;
    if (node->kind == DOC_PARAGRAPH) {
        const struct galley_text *text = galley_text_new(galley, node, style, NULL);
        pt64 most = galley_text_max_width(text);
        cell->least = galley_text_min_width_over(text, cuts, cell->least);
        cell->most = MAX(cell->most, most);
        cell->area += most;
        cell->lines++;
        return;
    }
    if (node->kind == DOC_LIST)
        label = layout_label_width(galley, node, style);
    struct table_cell inner = {.least = MAX(cell->least - label, 0)};
    for (const struct doc_node *child = node->first; child; child = child->next)
        measure_block(galley, child, style, cuts, &inner);
    cell->least = MAX(cell->least, inner.least + label);
    cell->most = MAX(cell->most, inner.most + label);
    cell->area += inner.area + (int64_t)label * inner.lines;
    cell->lines += inner.lines;
}

/* Measures a cell; known is the width that other cells of its column need. */
static void measure_cell(struct galley *galley, const struct table *table, pt64 known,
                         struct table_cell *cell)
{
    struct text_style style = table_cell_style(galley, table, cell);
    cell->least = MAX(known - 2 * TABLE_PAD_X - cell->inset, 0);
    cell->most = 0;
    cell->area = cell->lines = 0;
    if (cell->graphic && table->rows[cell->row].part != 0)
        return;
    for (const struct doc_node *node = cell->node->first; node; node = node->next)
        measure_block(galley, node, &style, table->cuts, cell);
    cell->least += 2 * TABLE_PAD_X + cell->inset;
    cell->most += 2 * TABLE_PAD_X + cell->inset;
}

/* Shares evenly what a spanning cell needs beyond its columns, among those of text if there are. */
static void spread(const struct table *table, struct extent *columns, const struct table_cell *cell)
{
    struct sum sum = sum_of(columns + cell->column, cell->columns);
    int64_t count = 0;
    for (size_t i = 0; i < cell->columns; i++)
        count += cell->graphic || !table->graphics[cell->column + i];
    pt64 least = (pt64)((MAX(cell->least - sum.least, 0) + count - 1) / count);
    pt64 most = (pt64)((MAX(cell->most - sum.most, 0) + count - 1) / count);
    for (size_t i = cell->column; i < cell->column + cell->columns; i++) {
        if (table->graphics[i] && !cell->graphic)
            continue;
        columns[i].least += least;
        columns[i].most += most;
    }
}

/* Gives graphic columns their own extents, whatever the width of their heads on one line. */
static void measure_graphics(struct galley *galley, const struct table *table,
                             struct extent *columns)
{
    for (size_t i = 0; i < table->columns; i++) {
        if (!table->graphics[i])
            continue;
        pt64 least = table_graphic_least(galley, table->graphics[i]);
        columns[i].least = MAX(columns[i].least, least);
        columns[i].most = table_graphic_most();
    }
}

static void measure_columns(struct galley *galley, const struct table *table,
                            struct extent *columns)
{
    for (size_t i = 0; i < table->columns; i++)
        columns[i] = (struct extent){0, 0};
    for (size_t i = 0; i < table->cell_count; i++) {
        struct table_cell *cell = &table->cells[i];
        struct extent *column = &columns[cell->column];
        measure_cell(galley, table, cell->columns == 1 ? column->least : 0, cell);
        if (cell->columns != 1)
            continue;
        column->least = MAX(column->least, cell->least);
        column->most = MAX(column->most, cell->most);
    }
    measure_graphics(galley, table, columns);
    for (size_t i = 0; i < table->cell_count; i++)
        if (table->cells[i].columns > 1)
            spread(table, columns, &table->cells[i]);
    for (size_t i = 0; i < table->columns; i++)
        columns[i].most = MAX(columns[i].most, columns[i].least);
}

/* Sums the graphic columns, and counts those of text. */
static struct sum sum_of_graphics(const struct table *table, const struct extent *columns,
                                  size_t *text_columns)
{
    struct sum sum = {0};
    *text_columns = 0;
    for (size_t i = 0; i < table->columns; i++) {
        *text_columns += !table->graphics[i];
        sum.least += table->graphics[i] ? columns[i].least : 0;
        sum.most += table->graphics[i] ? columns[i].most : 0;
    }
    return sum;
}

/*
 * Settles the widths of graphic columns, which nothing changes later: their widest where all
 * columns have that, else an even share of the table, less where text needs the room.
 */
static void settle_graphics(const struct table *table, struct extent *columns, pt64 width)
{
    size_t text_columns;
    struct sum sum = sum_of(columns, table->columns);
    struct sum graphics = sum_of_graphics(table, columns, &text_columns);
    pt64 even = sum.most <= width ? width : width / (pt64)table->columns;
    int64_t spare = MAX(width - sum.least, 0), wanted = 0;
    if (!graphics.most)
        return;
    for (size_t i = 0; i < table->columns; i++)
        if (table->graphics[i])
            wanted += MAX(MIN(columns[i].most, even) - columns[i].least, 0);
    for (size_t i = 0; i < table->columns; i++) {
        if (!table->graphics[i])
            continue;
        int64_t more = MAX(MIN(columns[i].most, even) - columns[i].least, 0);
        columns[i].least += (pt64)(wanted > spare ? more * spare / wanted : more);
        columns[i].most = columns[i].least;
    }
}

/* Stretches columns that need no breaks: the room left over goes to all of text in proportion. */
static void stretch(const struct table *table, const struct extent *columns, int64_t most,
                    pt64 width)
{
    size_t text_columns;
    int64_t fixed = sum_of_graphics(table, columns, &text_columns).most;
    for (size_t i = 0; i < table->columns; i++) {
        if (table->graphics[i])
            table->widths[i] = columns[i].most;
        else if (most > fixed)
            table->widths[i] = (pt64)(columns[i].most * (width - fixed) / (most - fixed));
        else
            table->widths[i] = (pt64)((width - fixed) / (int64_t)text_columns);
    }
}

/* Returns the width that a column gets at most where not even the narrowest fit: those that need
 * less keep that, and the others, whose words are broken anywhere, share the rest evenly. */
static pt64 find_cap(const struct extent *columns, size_t count, pt64 width)
{
    for (pt64 cap = width / (pt64)count;;) {
        int64_t rest = width;
        size_t open = 0;
        for (size_t i = 0; i < count; i++) {
            open += columns[i].least > cap;
            rest -= columns[i].least > cap ? 0 : columns[i].least;
        }
        if (!open || rest / (int64_t)open <= cap)
            return cap;
        cap = (pt64)(rest / (int64_t)open);
    }
}

/* Narrows the columns where not even the narrowest fit. */
static void squeeze(const struct extent *columns, size_t count, pt64 width, pt64 *widths)
{
    pt64 cap = find_cap(columns, count, width);
    for (size_t i = 0; i < count; i++)
        widths[i] = MIN(columns[i].least, cap);
}

/*
 * Shares width between the extremes: a column that wants no more than its even share of the rest
 * gets what it wants, again and again; the others share the rest in proportion to their wants, none
 * below its least.
 */
static void share(const struct extent *columns, size_t count, pt64 width, pt64 *widths)
{
    int64_t left = width;
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

static void fit(struct galley *galley, struct table *table, const struct extent *columns,
                pt64 width)
{
    share(columns, table->columns, width, table->widths);
    pt64 *least = arena_array(galley->arena, table->columns, sizeof *least);
    for (size_t i = 0; i < table->columns; i++)
        least[i] = columns[i].least;
    table_lower(table, least, width);
}

/* Limits what a long address or code takes from columns whose words would have to be hyphenated: to
 * what is left when all others have whole words, but a third of the table at least. It is broken.
 */
static void limit_codes(const struct table *table, pt64 cap, pt64 width, struct extent *columns)
{
    for (size_t i = 0; i < table->columns; i++)
        if (!table->graphics[i])
            columns[i].least = MIN(columns[i].least, MAX(cap, width / 3));
}

/* Measures in a brief arena: the texts are shaped again to be set, and a long table has many. */
static void measure(struct galley *galley, struct table *table, struct extent *columns)
{
    struct galley brief = *galley;
    brief.arena = arena_new();
    table_align_numbers(&brief, table);
    const pt64 width = room_width(table->room);
    pt64 cap = 0;
    for (table->cuts = TEXT_CUT_NONE;; table->cuts++) {
        measure_columns(&brief, table, columns);
        if (table->cuts == TEXT_CUT_WORDS || sum_of(columns, table->columns).least <= width)
            break;
        cap = find_cap(columns, table->columns, width);
    }
    if (table->cuts == TEXT_CUT_WORDS)
        limit_codes(table, cap, width, columns);
    arena_free(brief.arena);
    galley->failed = brief.failed;
}

void table_measure(struct galley *galley, struct table *table)
{
    size_t count = table->columns;
    pt64 width = room_width(table->room);
    struct extent *columns = arena_array(galley->arena, count, sizeof *columns);
    table->widths = arena_array(galley->arena, count, sizeof *table->widths);
    measure(galley, table, columns);
    settle_graphics(table, columns, width);
    struct sum sum = sum_of(columns, count);
    if (sum.least >= width)
        squeeze(columns, count, width, table->widths);
    else if (sum.most <= width)
        stretch(table, columns, sum.most, width);
    else
        fit(galley, table, columns, width);
}
