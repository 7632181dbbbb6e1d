/* Checks what a table's structure must hold: rows of one length, headers that are some, and each
 * year of a line chart once. */
#include "doc/doc_private.h"

#include "base/blank.h"
#include "base/buf.h"
#include "base/calendar.h"
#include "base/memory.h"
#include "base/message.h"

#include <stdlib.h>
#include <string.h>

/* The layout takes no more columns, and says so (layout-too-wide). */
enum { MOST_COLUMNS = 100 };

enum { YEARS = 10000 };

static void complain_row(struct diags *diags, const struct doc_node *row, size_t columns,
                         size_t first)
{
    if (doc_may_report(diags, row->place))
        diag_add(
            diags, RULE_PAGE_TABLE, row->place,
            _("give every row as many cells, empty ones if need be; colspan and rowspan count"),
            _("the row's columns are %zu, those of the table's first row %zu"), columns, first);
}

/* --- Rows of one length --- */

/* The grid of a part of a table. */
struct grid {
    struct diags *diags;
    size_t first;                         /* columns of the table's first row; 0 before it */
    size_t rows[MOST_COLUMNS];            /* that a cell from above still takes, by column */
    struct doc_node *cells[MOST_COLUMNS]; /* those cells */
    bool is_too_wide;
};

/* Puts a cell where the row has room from a column on. Returns the column behind it. */
static size_t place_cell(struct grid *grid, struct doc_node *cell, size_t column)
{
    size_t end = column + (size_t)cell->cell.column_span;
    grid->is_too_wide = grid->is_too_wide || end > MOST_COLUMNS;
    for (; column < end && !grid->is_too_wide; column++) {
        if (grid->rows[column] && doc_may_report(grid->diags, cell->place))
            diag_add(grid->diags, RULE_PAGE_TABLE, cell->place, _("make its colspan less"),
                     _("the cell would stand over a cell from a row above"));
        grid->rows[column] = (size_t)cell->cell.row_span;
        grid->cells[column] = cell;
    }
    return end;
}

static size_t skip_taken(const struct grid *grid, size_t column)
{
    while (column < MOST_COLUMNS && grid->rows[column])
        column++;
    return column;
}

/* Takes a row from what the cells from above still take. */
static void end_row(struct grid *grid)
{
    for (size_t i = 0; i < MOST_COLUMNS; i++)
        grid->rows[i] -= grid->rows[i] > 0;
}

static void check_row(struct grid *grid, const struct doc_node *row)
{
    size_t column = 0;
    for (struct doc_node *cell = row->first; cell && !grid->is_too_wide; cell = cell->next)
        column = place_cell(grid, cell, skip_taken(grid, column));
    if (grid->is_too_wide)
        return;
    /* What cells from above take counts at the row's end, too, even behind a gap. */
    for (size_t i = column; i < MOST_COLUMNS; i++)
        column = grid->rows[i] ? i + 1 : column;
    if (!grid->first)
        grid->first = column;
    if (column != grid->first || skip_taken(grid, 0) < column)
        complain_row(grid->diags, row, skip_taken(grid, 0) < column ? skip_taken(grid, 0) : column,
                     grid->first);
    end_row(grid);
}

/* Leaves a row without cells out: the cells from above get a row less. */
static void leave_out(struct grid *grid, const struct doc_node *row)
{
    if (row->id && doc_may_report(grid->diags, row->place))
        diag_add(grid->diags, RULE_PAGE_EMPTY, row->place, _("give it cells, or no id"),
                 _("a row without cells has an id"));
    struct doc_node *before = NULL;
    for (size_t i = 0; i < MOST_COLUMNS; i++) {
        struct doc_node *cell = grid->rows[i] ? grid->cells[i] : NULL;
        if (cell && cell != before)
            cell->cell.row_span--;
        before = cell;
    }
    end_row(grid);
}

/* Checks a part's rows, and takes those without cells out. */
static void check_rows(struct grid *grid, struct doc_node *part)
{
    struct doc_node *last = NULL;
    memset(grid->rows, 0, sizeof grid->rows);
    for (struct doc_node **at = &part->first; *at;) {
        struct doc_node *row = *at;
        if (row->kind == DOC_ROW && !row->first) {
            leave_out(grid, row);
            *at = row->next;
            continue;
        }
        if (row->kind == DOC_ROW)
            check_row(grid, row);
        last = row;
        at = &row->next;
    }
    part->last = last;
}

/* --- Headers --- */

/* The ids of a table's th, sorted. */
struct headers {
    const char **ids;
    size_t count, capacity;
};

static int compare(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static bool is_header(const struct headers *headers, const char *id)
{
    return headers->count &&
           bsearch(&id, headers->ids, headers->count, sizeof *headers->ids, compare);
}

static void check_headers(const struct headers *headers, const struct doc_node *cell,
                          struct arena *arena, struct diags *diags)
{
    const char *at = cell->cell.headers;
    for (at += strspn(at, BLANK); *at; at += strspn(at, BLANK)) {
        size_t size = strcspn(at, BLANK);
        const char *id = arena_strndup(arena, at, size);
        if (!is_header(headers, id) && doc_may_report(diags, cell->place))
            diag_add(diags, RULE_PAGE_LINK, cell->place, _("name th of the same table"),
                     _("headers names \"%s\", which is the id of no th in the table"), id);
        at += size;
    }
}

static void check_all_headers(const struct doc_node *table, struct diags *diags)
{
    struct headers headers = {0};
    struct arena *arena = arena_new();
    for (const struct doc_node *node = table; node; node = doc_following(table, node))
        if (node->kind == DOC_CELL && node->cell.header && node->id) {
            GROW(headers.ids, headers.count, headers.capacity);
            headers.ids[headers.count++] = node->id;
        }
    if (headers.count)
        qsort(headers.ids, headers.count, sizeof *headers.ids, compare);
    for (const struct doc_node *node = table; node; node = doc_following(table, node))
        if (node->kind == DOC_CELL && node->cell.headers)
            check_headers(&headers, node, arena, diags);
    free(headers.ids);
    arena_free(arena);
}

/* --- Years of a chart --- */

static const struct doc_node *next_row(const struct doc_node *table, const struct doc_node *node)
{
    do
        node = doc_following(table, node);
    while (node && (node->kind != DOC_ROW || node->parent->kind == DOC_TABLE_HEAD));
    return node;
}

/* Reads the year that a row is about. Returns false where it is about none. */
static bool read_year(const struct doc_node *row, int *year)
{
    struct buf name = {0};
    doc_text(row->first, &name);
    bool is_year =
        row->first->cell.row_span == 1 && name.data && calendar_read_year(name.data, year);
    buf_free(&name);
    return is_year;
}

/* Complains of years that a line chart has twice, which would be two points in one place. Rows that
 * are not all years stand side by side, and may have one name. */
static void check_years(const struct doc_node *table, struct diags *diags)
{
    bool seen[YEARS] = {false};
    int year = 0;
    for (const struct doc_node *row = table; (row = next_row(table, row));)
        if (!read_year(row, &year))
            return;
    for (const struct doc_node *row = table; (row = next_row(table, row));) {
        read_year(row, &year);
        if (seen[year] && doc_may_report(diags, row->place))
            diag_add(diags, RULE_PAGE_TABLE, row->place, _("give each year one row"),
                     _("the year %d stands twice in a line chart"), year);
        seen[year] = true;
    }
}

void doc_table_check(struct doc_node *table, struct diags *diags)
{
    struct grid grid = {.diags = diags};
    for (struct doc_node *part = table->first; part; part = part->next)
        if (part->kind == DOC_TABLE_HEAD || part->kind == DOC_TABLE_BODY)
            check_rows(&grid, part);
    check_rows(&grid, table);
    check_all_headers(table, diags);
    if (table->classes & DOC_LINE_CHART)
        check_years(table, diags);
}
