/*
 * Makes a table's tags. Each cell names the header cells that apply (Headers), besides their Scope,
 * so that every reader can announce them (ISO 32000-1 14.8.5.7, HTML's header algorithm). Where too
 * many apply to be heard, Scope alone is given: in a table of headings only, the names would be as
 * many as the square of its rows.
 */
#include "layout/table.h"

#include <string.h>

enum { MOST_HEADERS = 32 /* named by a cell */ };

/* A list of header ids that grows as the walk goes down the table. */
struct ids {
    const char **ids;
    size_t count, capacity;
};

/* Header cells that hold for the same columns from their rows down, MOST_HEADERS + 1 at most. */
struct extent {
    size_t columns;
    size_t block; /* of headings without data between */
    struct column_header {
        const char *id;
        size_t order; /* position among all column headers */
    } * items;
    size_t count, capacity;
};

/* The extents that begin in one column. */
struct extents {
    struct extent *items;
    size_t count, capacity;
};

struct headers {
    struct extents *columns; /* one a column */
    size_t block, order;
    struct ids row;   /* of the row in hand */
    struct ids group; /* row headers that hold for the whole part */
    struct {
        const char *id;
        size_t until; /* first row below those of the header */
    } spanning[16];
    size_t spanning_count;
    /* Cells with rows below the one in hand, whose headers name them, too. */
    const struct table_cell **tall;
    size_t tall_count, tall_capacity;
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
    if (found->count <= MOST_HEADERS && header.id != own)
        found->items[found->count++] = header;
}

/* Adds a row's headers; for a header cell, own, those before own. */
static void add_row_headers(struct found *found, const struct ids *row, const char *own)
{
    for (size_t i = 0; i < row->count && row->ids[i] != own; i++)
        add_found(found, (struct column_header){.id = row->ids[i]}, own);
}

/* Adds the headers of the extents of more than reach columns. */
static void add_extents(struct found *found, const struct extents *extents, size_t reach,
                        const char *own)
{
    for (size_t i = 0; i < extents->count; i++)
        for (size_t k = 0; k < extents->items[i].count && extents->items[i].columns > reach; k++)
            add_found(found, extents->items[i].items[k], own);
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
        size_t reach = i < cell->column ? cell->column - i : 0;
        add_extents(found, &headers->columns[i], reach, cell->tag->id);
        if (i < cell->column)
            continue;
        sort_found(found, first);
        first = found->count;
    }
}

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
    if (cell->tag->scope == PAGE_SCOPE_COLUMN)
        return;
    add_row_headers(found, &headers->group, cell->tag->id);
    if (cell->node->cell.scope != DOC_SCOPE_ROW_GROUP)
        add_row_headers(found, &headers->row, cell->tag->id);
}

static bool names(const struct page_tag *tag, const char *id)
{
    bool found = tag->id == id;
    for (size_t i = 0; i < tag->headers_count && !found; i++)
        found = tag->headers[i] == id;
    return found;
}

/* Adds the row's headers to a cell that goes on from rows above. */
static void add_later_headers(struct galley *galley, const struct ids *row, struct page_tag *tag)
{
    struct ids list = {0};
    for (size_t i = 0; i < tag->headers_count; i++)
        add_id(galley, &list, tag->headers[i]);
    for (size_t i = 0; i < row->count; i++)
        if (!names(tag, row->ids[i]))
            add_id(galley, &list, row->ids[i]);
    tag->headers = list.ids;
    tag->headers_count = list.count;
}

/* Adds the row's headers to all cells that go on into it; forgets those that end or have too many.
 */
static void name_later_headers(struct galley *galley, size_t row, struct headers *headers)
{
    size_t kept = 0;
    for (size_t i = 0; i < headers->tall_count; i++) {
        const struct table_cell *cell = headers->tall[i];
        if (cell->row + cell->rows <= row)
            continue;
        if (headers->row.count)
            add_later_headers(galley, &headers->row, cell->tag);
        if (cell->tag->headers_count > MOST_HEADERS)
            cell->tag->headers_count = 0;
        else
            headers->tall[kept++] = cell;
    }
    headers->tall_count = kept;
}

static void name_headers(struct galley *galley, const struct table_cell *cell,
                         struct headers *headers)
{
    struct ids list = {0};
    struct found found = {.count = 0};
    if (cell->node->cell.headers)
        split_ids(galley, cell->node->cell.headers, &list);
    else
        find_headers(cell, headers, &found);
    for (size_t i = 0; i < found.count && found.count <= MOST_HEADERS; i++)
        add_id(galley, &list, found.items[i].id);
    cell->tag->headers = list.ids;
    cell->tag->headers_count = list.count;
    bool goes_on = cell->rows > 1 && !cell->node->cell.headers &&
                   cell->tag->scope == PAGE_SCOPE_NONE && found.count <= MOST_HEADERS;
    if (!goes_on)
        return;
    STRIP_GROW(galley->arena, headers->tall, headers->tall_count, headers->tall_capacity);
    headers->tall[headers->tall_count++] = cell;
}

/* Returns the extent of a cell, a new one where there is none yet. */
static struct extent *find_extent(struct galley *galley, const struct table_cell *cell,
                                  const struct headers *headers)
{
    struct extents *extents = &headers->columns[cell->column];
    for (size_t i = 0; i < extents->count; i++)
        if (extents->items[i].columns == cell->columns)
            return &extents->items[i];
    STRIP_GROW(galley->arena, extents->items, extents->count, extents->capacity);
    extents->items[extents->count] = (struct extent){.columns = cell->columns};
    return &extents->items[extents->count++];
}

/* Notes a heading, which hides one of an earlier block over just the same columns. */
static void note_column_header(struct galley *galley, const struct table_cell *cell,
                               struct headers *headers)
{
    struct extent *extent = find_extent(galley, cell, headers);
    if (extent->block != headers->block)
        extent->count = 0;
    extent->block = headers->block;
    if (extent->count > MOST_HEADERS)
        return;
    STRIP_GROW(galley->arena, extent->items, extent->count, extent->capacity);
    extent->items[extent->count++] = (struct column_header){cell->tag->id, headers->order++};
}

/* Notes a header cell for its columns from here down, or for its rows. */
static void note_header(struct galley *galley, const struct table_cell *cell,
                        struct headers *headers)
{
    const char *id = cell->tag->id;
    if (cell->tag->scope == PAGE_SCOPE_COLUMN) {
        note_column_header(galley, cell, headers);
        return;
    }
    if (cell->node->cell.scope == DOC_SCOPE_ROW_GROUP) {
        if (headers->group.count <= MOST_HEADERS)
            add_id(galley, &headers->group, id);
        return;
    }
    add_id(galley, &headers->row, id);
    size_t most = sizeof headers->spanning / sizeof *headers->spanning;
    if (cell->rows > 1 && headers->spanning_count < most) {
        headers->spanning[headers->spanning_count].id = id;
        headers->spanning[headers->spanning_count++].until = cell->row + cell->rows;
    }
}

static void begin_row(struct galley *galley, size_t row, struct headers *headers)
{
    headers->row = (struct ids){0};
    size_t kept = 0;
    for (size_t i = 0; i < headers->spanning_count; i++) {
        if (headers->spanning[i].until <= row)
            continue;
        headers->spanning[kept++] = headers->spanning[i];
        add_id(galley, &headers->row, headers->spanning[i].id);
    }
    headers->spanning_count = kept;
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

static bool has_role(const struct table_cell *cell, enum page_role role)
{
    return cell->tag && cell->tag->role == role;
}

static void tag_row(struct galley *galley, struct table *table, size_t index, struct page_tag *part,
                    struct headers *headers)
{
    const struct table_row *row = &table->rows[index];
    struct page_tag *tag = galley_node_tag(galley, part, PAGE_TR, row->node);
    begin_row(galley, index, headers);
    /* Row headers may stand right of a cell that they hold for, so the row is tagged first. */
    for (size_t i = 0; i < row->count; i++)
        tag_cell(galley, table, &table->cells[row->first + i], tag);
    for (size_t i = 0; i < row->count; i++)
        if (has_role(&table->cells[row->first + i], PAGE_TH))
            note_header(galley, &table->cells[row->first + i], headers);
    name_later_headers(galley, index, headers);
    bool data = false;
    for (size_t i = 0; i < row->count; i++) {
        const struct table_cell *cell = &table->cells[row->first + i];
        if (!cell->graphic)
            name_headers(galley, cell, headers);
        data = data || has_role(cell, PAGE_TD);
    }
    headers->block += data;
}

void table_tag(struct galley *galley, struct table *table, struct page_tag *parent)
{
    galley->table_count++;
    struct headers headers = {
        .columns = arena_array(galley->arena, table->columns, sizeof *headers.columns)};
    struct page_tag *part = NULL;
    for (size_t i = 0; i < table->row_count; i++) {
        const struct table_row *row = &table->rows[i];
        if (i == 0 || row->part != table->rows[i - 1].part) {
            bool head = row->part == 0;
            part = galley_tag(galley, parent, head ? PAGE_THEAD : PAGE_TBODY);
            galley_note_target(galley, row->node->parent, part);
            headers.group = (struct ids){0};
            headers.spanning_count = headers.tall_count = 0;
        }
        tag_row(galley, table, i, part, &headers);
    }
}
