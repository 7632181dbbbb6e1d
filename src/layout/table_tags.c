/*
 * Makes a table's tags. Each cell names the header cells that apply (Headers), besides their Scope,
 * so that every reader can announce them (ISO 32000-1 14.8.5.7), by HTML's algorithm for assigning
 * header cells; docs/page-document.md says where it differs. The walk goes down the table once, and
 * keeps of each header how far it holds. Where too many apply to be heard, Scope alone is given: in
 * a table of headings only, the names would be as many as the square of its rows.
 */
#include "layout/table.h"

#include "base/minmax.h"

#include <string.h>

/* Those named by a cell; and those kept of each extent, from which a cell's own and too many are
 * told. */
enum { MOST_HEADERS = 32, MOST_KEPT = MOST_HEADERS + 2 };

/* A list of header ids that grows as the walk goes down the table. */
struct ids {
    const char **ids;
    size_t count, capacity;
};

/* Column headers over the same columns, in their order, the last MOST_KEPT of them that aren't
 * empty. In each column those hold between which and the last one no other cell stands. */
struct extent {
    size_t columns;
    size_t *closed; /* by column: the rows down to the last other cell above the last header */
    struct column_header {
        const char *id;
        size_t row;
        size_t order; /* position among all column headers */
    } items[MOST_KEPT];
    size_t count;
};

/* The extents that begin in one column. */
struct extents {
    struct extent **items;
    size_t count, capacity;
};

/* A header of the whole part, for the columns from its own on. */
struct group_header {
    const char *id;
    size_t column;
};

struct headers {
    size_t columns;
    const struct table_cell **slots; /* by column: the cell that covers it in the row in hand */
    bool *is_full;                   /* by column: the cell that begins there gets no more names */
    size_t *closed; /* by column: the rows down to the last cell that is no column header */
    struct extents *extents; /* by column */
    size_t order;
    struct group_header groups[MOST_HEADERS + 1];
    size_t group_count;
    /* Header cells that hold for the next cell of the row in hand. */
    const struct table_cell **row;
    size_t row_count;
    size_t row_closed; /* the columns up to the last cell of the row that is no header */
};

/* The headers of a cell; more than MOST_HEADERS are too many. */
struct found {
    struct column_header items[MOST_HEADERS + 1];
    size_t count;
};

static void add_id(struct galley *galley, struct ids *list, const char *id)
{
    STRIP_GROW(galley->arena, list->ids, list->count, list->capacity);
    list->ids[list->count++] = id;
}

static void add_found(struct found *found, struct column_header header, const char *own)
{
    if (found->count <= MOST_HEADERS && header.id && header.id != own)
        found->items[found->count++] = header;
}

/* Returns the id by which others name a header cell; NULL when it is empty. */
static const char *name_of(const struct table_cell *header)
{
    return header->node->first ? header->tag->id : NULL;
}

static bool is_header(const struct table_cell *cell)
{
    return cell->tag && cell->tag->role == PAGE_TH;
}

static bool is_column_header(const struct table_cell *cell)
{
    return is_header(cell) && cell->tag->scope == PAGE_SCOPE_COLUMN;
}

/* --- Headers of rows --- */

/* Adds the row's headers left of a cell. */
static void add_row_headers(struct found *found, const struct headers *headers,
                            const struct table_cell *cell)
{
    for (size_t i = 0; i < headers->row_count; i++)
        if (headers->row[i]->node->cell.scope == DOC_SCOPE_ROW)
            add_found(found, (struct column_header){.id = name_of(headers->row[i])}, cell->tag->id);
}

/* Adds the headers of the part from the first on that stand above the cell's last column. */
static void add_group_headers(struct found *found, const struct headers *headers,
                              const struct table_cell *cell)
{
    for (size_t i = 0; i < headers->group_count; i++)
        if (headers->groups[i].column < cell->column + cell->columns)
            add_found(found, (struct column_header){.id = headers->groups[i].id}, cell->tag->id);
}

/* Notes a cell for those right of it in the row. A header hides one of the same rows where other
 * cells stand between. */
static void note_in_row(struct headers *headers, const struct table_cell *cell)
{
    if (!is_header(cell)) {
        headers->row_closed = cell->column + 1;
        return;
    }
    size_t kept = 0;
    for (size_t i = 0; i < headers->row_count; i++) {
        const struct table_cell *before = headers->row[i];
        bool is_hidden = before->row == cell->row && before->rows == cell->rows &&
                         before->column < headers->row_closed;
        if (!is_hidden)
            headers->row[kept++] = before;
    }
    headers->row[kept++] = cell;
    headers->row_count = kept;
}

static void note_group_header(struct headers *headers, const struct table_cell *cell)
{
    if (headers->group_count <= MOST_HEADERS && name_of(cell))
        headers->groups[headers->group_count++] =
            (struct group_header){name_of(cell), cell->column};
}

/* --- Headers of columns --- */

/* Adds the headers of an extent that hold for a cell below it, which begins at a column. */
static void add_extent(struct found *found, const struct extent *extent, size_t column,
                       const struct table_cell *cell)
{
    size_t from = MAX(cell->column, column), closed = SIZE_MAX;
    size_t end = MIN(cell->column + cell->columns, column + extent->columns);
    for (; from < end; from++)
        closed = MIN(extent->closed[from - column], closed);
    for (size_t i = 0; i < extent->count; i++)
        if (extent->items[i].row >= closed)
            add_found(found, extent->items[i], cell->tag->id);
}

/* Sorts the headers found from first on by order. */
static void sort_found(struct found *found, size_t first)
{
    for (size_t i = first + 1; i < found->count; i++) {
        struct column_header header = found->items[i];
        size_t at = i;
        for (; at > first && found->items[at - 1].order > header.order; at--)
            found->items[at] = found->items[at - 1];
        found->items[at] = header;
    }
}

/* Adds headers column by column, each column's in their order. */
static void add_column_headers(struct found *found, const struct headers *headers,
                               const struct table_cell *cell)
{
    size_t first = 0, end = cell->column + cell->columns;
    for (size_t i = 0; i < end && found->count <= MOST_HEADERS; i++) {
        const struct extents *extents = &headers->extents[i];
        for (size_t k = 0; k < extents->count; k++)
            if (i + extents->items[k]->columns > cell->column)
                add_extent(found, extents->items[k], i, cell);
        if (i < cell->column)
            continue;
        sort_found(found, first);
        first = found->count;
    }
}

/* Returns the extent of a cell, a new one where there is none yet. */
static struct extent *find_extent(struct galley *galley, const struct table_cell *cell,
                                  const struct headers *headers)
{
    struct extents *extents = &headers->extents[cell->column];
    for (size_t i = 0; i < extents->count; i++)
        if (extents->items[i]->columns == cell->columns)
            return extents->items[i];
    struct extent *extent = arena_alloc(galley->arena, sizeof *extent);
    extent->columns = cell->columns;
    extent->closed = arena_array(galley->arena, cell->columns, sizeof *extent->closed);
    STRIP_GROW(galley->arena, extents->items, extents->count, extents->capacity);
    return extents->items[extents->count++] = extent;
}

/* Notes a column header, which hides one over just the same columns where other cells stand
 * between.
 */
static void note_column_header(struct galley *galley, const struct table_cell *cell,
                               struct headers *headers)
{
    struct extent *extent = find_extent(galley, cell, headers);
    memcpy(extent->closed, headers->closed + cell->column, cell->columns * sizeof *extent->closed);
    if (!name_of(cell))
        return;
    if (extent->count == MOST_KEPT)
        memmove(extent->items, extent->items + 1, --extent->count * sizeof *extent->items);
    extent->items[extent->count++] =
        (struct column_header){name_of(cell), cell->row, headers->order++};
}

/* --- The names of a cell --- */

static void split_ids(struct galley *galley, const char *written, struct ids *list)
{
    while (*written) {
        size_t size = strcspn(written, " ");
        if (size)
            add_id(galley, list, arena_strndup(galley->arena, written, size));
        written += size;
        written += strspn(written, " ");
    }
}

static enum page_scope scope_of(enum doc_scope scope)
{
    switch (scope) {
    case DOC_SCOPE_COLUMN:
    case DOC_SCOPE_COLUMN_GROUP:
        return PAGE_SCOPE_COLUMN;
    case DOC_SCOPE_ROW:
    case DOC_SCOPE_ROW_GROUP:
        return PAGE_SCOPE_ROW;
    default:
        return PAGE_SCOPE_NONE;
    }
}

static void find_headers(const struct table_cell *cell, const struct headers *headers,
                         struct found *found)
{
    add_column_headers(found, headers, cell);
    add_group_headers(found, headers, cell);
    add_row_headers(found, headers, cell);
}

static bool names(const struct page_tag *tag, const char *id)
{
    bool found = tag->id == id;
    for (size_t i = 0; i < tag->headers_count && !found; i++)
        found = tag->headers[i] == id;
    return found;
}

static void add_ids(struct galley *galley, struct ids *list, const struct page_tag *cell)
{
    for (size_t i = 0; i < cell->headers_count; i++)
        add_id(galley, list, cell->headers[i]);
}

/* Adds the headers of a later row to a cell that goes on into it. */
static void name_later_headers(struct galley *galley, const struct table_cell *cell,
                               const struct headers *headers)
{
    struct found found = {.count = 0};
    struct ids list = {0};
    struct page_tag *tag = cell->tag;
    add_group_headers(&found, headers, cell);
    add_row_headers(&found, headers, cell);
    for (size_t i = 0; i < found.count; i++) {
        if (names(tag, found.items[i].id))
            continue;
        if (!list.count)
            add_ids(galley, &list, tag);
        add_id(galley, &list, found.items[i].id);
    }
    if (!list.count)
        return;
    tag->headers = list.ids;
    tag->headers_count = list.count;
}

static void name_headers(struct galley *galley, const struct table_cell *cell,
                         const struct headers *headers)
{
    struct ids list = {0};
    struct found found = {.count = 0};
    if (cell->node->cell.headers)
        split_ids(galley, cell->node->cell.headers, &list);
    else
        find_headers(cell, headers, &found);
    for (size_t i = 0; i < found.count; i++)
        add_id(galley, &list, found.items[i].id);
    cell->tag->headers = list.ids;
    cell->tag->headers_count = list.count;
}

/* Names a cell's headers in a row; those of too many it loses, and gets no more. */
static void name_in_row(struct galley *galley, size_t row, const struct table_cell *cell,
                        struct headers *headers)
{
    bool *is_full = &headers->is_full[cell->column];
    if (cell->row == row)
        name_headers(galley, cell, headers);
    else if (!*is_full)
        name_later_headers(galley, cell, headers);
    if (cell->node->cell.headers) {
        *is_full = true;
    } else if (cell->tag->headers_count > MOST_HEADERS) {
        *is_full = true;
        cell->tag->headers_count = 0;
    }
}

/* Walks a row from the left, also over cells that go on from rows above. Graphics, which have no
 * tags, are no cells. */
static void name_row(struct galley *galley, size_t row, struct headers *headers)
{
    headers->row_count = headers->row_closed = 0;
    for (size_t i = 0; i < headers->columns; i++) {
        const struct table_cell *cell = headers->slots[i];
        if (!cell || !cell->tag || cell->column != i)
            continue;
        note_in_row(headers, cell);
        name_in_row(galley, row, cell, headers);
    }
}

/* --- The walk down the table --- */

/* Puts the row's cells into their slots. */
static void begin_row(const struct table *table, size_t index, struct headers *headers)
{
    const struct table_row *row = &table->rows[index];
    for (size_t i = 0; i < headers->columns; i++)
        if (headers->slots[i] && headers->slots[i]->row + headers->slots[i]->rows <= index)
            headers->slots[i] = NULL;
    for (size_t i = row->first; i < row->first + row->count; i++) {
        const struct table_cell *cell = &table->cells[i];
        headers->is_full[cell->column] = false;
        for (size_t k = 0; k < cell->columns; k++)
            headers->slots[cell->column + k] = cell;
    }
}

/* Notes headers that hold for the row, too. */
static void note_headers(struct galley *galley, const struct table *table, size_t index,
                         struct headers *headers)
{
    const struct table_row *row = &table->rows[index];
    for (size_t i = row->first; i < row->first + row->count; i++) {
        const struct table_cell *cell = &table->cells[i];
        if (is_column_header(cell))
            note_column_header(galley, cell, headers);
        else if (is_header(cell) && cell->node->cell.scope == DOC_SCOPE_ROW_GROUP)
            note_group_header(headers, cell);
    }
}

/* Notes where cells stand that are no column headers. */
static void end_row(size_t index, struct headers *headers)
{
    for (size_t i = 0; i < headers->columns; i++)
        if (headers->slots[i] && !is_column_header(headers->slots[i]))
            headers->closed[i] = index + 1;
}

/* Counts the columns of a cell that are no artifacts. */
static int count_text_columns(const struct table *table, const struct table_cell *cell)
{
    int count = 0;
    for (size_t i = 0; i < cell->columns; i++)
        count += !table->graphics[cell->column + i];
    return count;
}

/* Lets links into a cell without a tag lead to its row. */
static void note_targets(struct galley *galley, const struct doc_node *cell, struct page_tag *row)
{
    for (const struct doc_node *node = cell; node; node = doc_following(cell, node))
        galley_note_target(galley, node, row);
}

static void tag_cell(struct galley *galley, const struct table *table, struct table_cell *cell,
                     struct page_tag *row)
{
    const struct doc_node *node = cell->node;
    if (cell->graphic) {
        note_targets(galley, node, row);
        return;
    }
    cell->tag = galley_node_tag(galley, row, node->cell.header ? PAGE_TH : PAGE_TD, node);
    cell->tag->column_span = count_text_columns(table, cell);
    cell->tag->row_span = (int)cell->rows;
    cell->tag->scope = node->cell.header ? scope_of(node->cell.scope) : PAGE_SCOPE_NONE;
    if (node->cell.header)
        cell->tag->id = node->id ? node->id
                                 : arena_printf(galley->arena, "t%zu.%zu", galley->table_count,
                                                (size_t)(cell - table->cells));
}

static void tag_row(struct galley *galley, struct table *table, size_t index, struct page_tag *part,
                    struct headers *headers)
{
    const struct table_row *row = &table->rows[index];
    struct page_tag *tag = galley_node_tag(galley, part, PAGE_TR, row->node);
    for (size_t i = 0; i < row->count; i++)
        tag_cell(galley, table, &table->cells[row->first + i], tag);
    begin_row(table, index, headers);
    note_headers(galley, table, index, headers);
    name_row(galley, index, headers);
    end_row(index, headers);
}

void table_tag(struct galley *galley, struct table *table, struct page_tag *parent)
{
    galley->table_count++;
    const size_t columns = table->columns;
    struct headers headers = {
        .columns = columns,
        .slots = arena_array(galley->arena, columns, sizeof *headers.slots),
        .is_full = arena_array(galley->arena, columns, sizeof *headers.is_full),
        .closed = arena_array(galley->arena, columns, sizeof *headers.closed),
        .extents = arena_array(galley->arena, columns, sizeof *headers.extents),
        .row = arena_array(galley->arena, columns, sizeof *headers.row),
    };
    struct page_tag *part = NULL;
    for (size_t i = 0; i < table->row_count; i++) {
        const struct table_row *row = &table->rows[i];
        if (i == 0 || row->part != table->rows[i - 1].part) {
            bool head = row->part == 0;
            part = galley_tag(galley, parent, head ? PAGE_THEAD : PAGE_TBODY);
            galley_note_target(galley, row->node->parent, part);
            headers.group_count = 0;
        }
        tag_row(galley, table, i, part, &headers);
    }
}
