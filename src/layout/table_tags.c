/*
 * A table's tags. Each cell names the header cells that apply to it (Headers), besides their
 * Scope, so that every reader can announce them (ISO 32000-1 14.8.5.7, HTML's header algorithm).
 */
#include "layout/table.h"

#include <string.h>

/* A list of header ids that grows as the walk goes down the table. */
struct ids {
    const char **ids;
    size_t count, capacity;
};

/* A header cell that holds for columns from its row down. */
struct column_header {
    const char *id;
    size_t column, columns;
    size_t block; /* of headings without data between */
};

struct column_headers {
    struct column_header *items;
    size_t count, capacity;
};

struct headers {
    struct column_headers *columns; /* one list a column */
    size_t block;
    struct ids row;   /* of the row in hand */
    struct ids group; /* row headers that hold for the whole part */
    struct {
        const char *id;
        size_t until; /* first row that it does not hold for */
    } spanning[16];
    size_t spanning_count;
};

static void add_id(struct layout *layout, struct ids *list, const char *id)
{
    list->ids =
        strip_grow(layout->arena, list->ids, list->count, &list->capacity, sizeof *list->ids);
    list->ids[list->count++] = id;
}

static void add_unique(struct layout *layout, struct ids *list, const char *id)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->ids[i] == id)
            return;
    add_id(layout, list, id);
}

/* Those of a row; for a header cell, own, those that stand before it. */
static void add_row_headers(struct layout *layout, struct ids *list, const struct ids *row,
                            const char *own)
{
    for (size_t i = 0; i < row->count && row->ids[i] != own; i++)
        add_unique(layout, list, row->ids[i]);
}

static void add_column_headers(struct layout *layout, struct ids *list,
                               const struct column_headers *column, const char *own)
{
    for (size_t i = 0; i < column->count; i++)
        if (column->items[i].id != own)
            add_unique(layout, list, column->items[i].id);
}

static void split_ids(struct layout *layout, const char *written, struct ids *list)
{
    while (*written) {
        size_t size = strcspn(written, " ");
        if (size)
            add_id(layout, list, arena_strndup(layout->arena, written, size));
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

static void name_headers(struct layout *layout, const struct table_cell *cell,
                         const struct headers *headers)
{
    struct ids list = {0};
    if (cell->node->cell.headers) {
        split_ids(layout, cell->node->cell.headers, &list);
    } else {
        bool column_header = cell->tag->scope == PAGE_SCOPE_COLUMN;
        for (size_t i = 0; i < cell->columns; i++)
            add_column_headers(layout, &list, &headers->columns[cell->column + i], cell->tag->id);
        if (!column_header) {
            add_row_headers(layout, &list, &headers->group, cell->tag->id);
            if (cell->node->cell.scope != DOC_SCOPE_ROW_GROUP)
                add_row_headers(layout, &list, &headers->row, cell->tag->id);
        }
    }
    cell->tag->headers = list.ids;
    cell->tag->headers_count = list.count;
}

/* A heading hides one of an earlier block that stood over just the same columns. */
static void note_column_header(struct layout *layout, const struct table_cell *cell, size_t block,
                               struct column_headers *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct column_header *known = &list->items[i];
        if (known->column != cell->column || known->columns != cell->columns ||
            known->block == block)
            list->items[kept++] = *known;
    }
    list->count = kept;
    list->items =
        strip_grow(layout->arena, list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] =
        (struct column_header){cell->tag->id, cell->column, cell->columns, block};
}

/* A header cell holds for its columns from here down, or for its rows. */
static void note_header(struct layout *layout, const struct table_cell *cell,
                        struct headers *headers)
{
    const char *id = cell->tag->id;
    if (cell->tag->scope == PAGE_SCOPE_COLUMN) {
        for (size_t i = 0; i < cell->columns; i++)
            note_column_header(layout, cell, headers->block, &headers->columns[cell->column + i]);
        return;
    }
    if (cell->node->cell.scope == DOC_SCOPE_ROW_GROUP) {
        add_id(layout, &headers->group, id);
        return;
    }
    add_id(layout, &headers->row, id);
    size_t most = sizeof headers->spanning / sizeof *headers->spanning;
    if (cell->rows > 1 && headers->spanning_count < most) {
        headers->spanning[headers->spanning_count].id = id;
        headers->spanning[headers->spanning_count++].until = cell->row + cell->rows;
    }
}

static void begin_row(struct layout *layout, size_t row, struct headers *headers)
{
    headers->row = (struct ids){0};
    size_t kept = 0;
    for (size_t i = 0; i < headers->spanning_count; i++) {
        if (headers->spanning[i].until <= row)
            continue;
        headers->spanning[kept++] = headers->spanning[i];
        add_id(layout, &headers->row, headers->spanning[i].id);
    }
    headers->spanning_count = kept;
}

static void tag_cell(struct layout *layout, struct table_cell *cell, struct page_tag *row,
                     size_t table_number, size_t number)
{
    const struct doc_node *node = cell->node;
    cell->tag = layout_node_tag(layout, row, node->cell.header ? PAGE_TH : PAGE_TD, node);
    cell->tag->column_span = (int)cell->columns;
    cell->tag->row_span = (int)cell->rows;
    cell->tag->scope = node->cell.header ? scope_of(node->cell.scope) : PAGE_SCOPE_NONE;
    if (node->cell.header)
        cell->tag->id =
            node->id ? node->id : arena_printf(layout->arena, "t%zu.%zu", table_number, number);
}

static void tag_row(struct layout *layout, struct table *table, size_t index, struct page_tag *part,
                    struct headers *headers)
{
    const struct table_row *row = &table->rows[index];
    struct page_tag *tag = layout_node_tag(layout, part, PAGE_TR, row->node);
    begin_row(layout, index, headers);
    /* Row headers may stand right of a cell that they hold for, so the row is tagged first. */
    for (size_t i = 0; i < row->count; i++)
        tag_cell(layout, &table->cells[row->first + i], tag, layout->table_count, row->first + i);
    for (size_t i = 0; i < row->count; i++)
        if (table->cells[row->first + i].tag->role == PAGE_TH)
            note_header(layout, &table->cells[row->first + i], headers);
    bool data = false;
    for (size_t i = 0; i < row->count; i++) {
        name_headers(layout, &table->cells[row->first + i], headers);
        data = data || table->cells[row->first + i].tag->role == PAGE_TD;
    }
    headers->block += data;
}

void table_tag(struct layout *layout, struct table *table, struct page_tag *parent)
{
    layout->table_count++;
    struct headers headers = {
        .columns = arena_array(layout->arena, table->columns, sizeof *headers.columns)};
    struct page_tag *part = NULL;
    for (size_t i = 0; i < table->row_count; i++) {
        const struct table_row *row = &table->rows[i];
        if (i == 0 || row->part != table->rows[i - 1].part) {
            bool head = row->part == 0;
            part = layout_tag(layout, parent, head ? PAGE_THEAD : PAGE_TBODY);
            layout_note_target(layout, row->node->parent, part);
            headers.group = (struct ids){0};
            headers.spanning_count = 0;
        }
        tag_row(layout, table, i, part, &headers);
    }
}
