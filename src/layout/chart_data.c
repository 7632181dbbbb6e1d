/* From a table's cells to a chart's names and numbers. */
#include "layout/chart.h"

#include "base/message.h"

#include <string.h>

enum column_kind { COLUMN_OTHER, COLUMN_VALUE, COLUMN_LOW, COLUMN_HIGH };

struct column {
    enum column_kind kind;
    size_t series;
};

static const char *text_of(struct layout *layout, const struct doc_node *node)
{
    struct buf text = {0};
    doc_text(node, &text);
    const char *copy = arena_strndup(layout->arena, text.data ? text.data : "", text.size);
    buf_free(&text);
    return copy;
}

static const char *title_of(struct layout *layout, const struct doc_node *table)
{
    for (const struct doc_node *node = table->first; node; node = node->next)
        if (node->kind == DOC_CAPTION)
            return text_of(layout, node);
    return "";
}

/* The last head cell above a column says what it holds; the first column holds the names. */
static const struct doc_node *head_of(const struct table *table, size_t column)
{
    const struct doc_node *head = NULL;
    for (size_t i = 0; i < table->cell_count; i++) {
        const struct table_cell *cell = &table->cells[i];
        if (table->rows[cell->row].part == 0 && cell->column == column && cell->columns == 1)
            head = cell->node;
    }
    return head;
}

static void report_series(struct layout *layout, const struct doc_node *table)
{
    struct diag_place place = table->place;
    diag_add(layout->diags, DIAG_ERROR, "layout-chart-series", place,
             _("divide it into several charts"), _("a line chart has at most %d series"),
             CHART_SERIES);
    layout->failed = true;
}

/* A bar chart draws the first column of values, a line chart every one. */
static struct column *read_columns(struct layout *layout, const struct table *table,
                                   struct chart_data *data)
{
    struct column *columns = arena_array(layout->arena, table->columns, sizeof *columns);
    size_t most = table->node->classes & DOC_LINE_CHART ? CHART_SERIES : 1;
    for (size_t i = 1; i < table->columns; i++) {
        const struct doc_node *head = head_of(table, i);
        unsigned classes = head ? head->classes : 0;
        if (classes & DOC_TARGET_LOW) {
            columns[i].kind = COLUMN_LOW;
        } else if (classes & DOC_TARGET_HIGH) {
            columns[i].kind = COLUMN_HIGH;
        } else if (data->series_count == most && most > 1) {
            report_series(layout, table->node);
        } else if (data->series_count < most) {
            columns[i] = (struct column){COLUMN_VALUE, data->series_count};
            data->series[data->series_count++] = head ? text_of(layout, head) : "";
        }
    }
    return columns;
}

static void read_cell(struct layout *layout, const struct table_cell *cell,
                      const struct column *column, char decimal, struct chart_row *row)
{
    if (cell->column == 0)
        row->label = text_of(layout, cell->node);
    if (column->kind == COLUMN_OTHER)
        return;
    struct chart_value *value = column->kind == COLUMN_LOW    ? &row->low
                                : column->kind == COLUMN_HIGH ? &row->high
                                                              : &row->values[column->series];
    value->text = text_of(layout, cell->node);
    value->number = chart_parse(value->text, decimal, &value->value);
}

static struct chart_row *add_row(struct chart_data *data)
{
    struct chart_row *row = &data->rows[data->row_count++];
    row->label = row->low.text = row->high.text = "";
    for (size_t i = 0; i < CHART_SERIES; i++)
        row->values[i].text = "";
    return row;
}

void chart_read(struct layout *layout, const struct table *table, struct chart_data *data)
{
    *data = (struct chart_data){.title = title_of(layout, table->node), .lang = table->node->lang};
    const struct column *columns = read_columns(layout, table, data);
    char decimal = chart_words(data->lang)->decimal;
    data->rows = arena_array(layout->arena, table->row_count, sizeof *data->rows);
    for (size_t i = 0; i < table->row_count; i++) {
        if (table->rows[i].part == 0)
            continue;
        struct chart_row *row = add_row(data);
        for (size_t k = 0; k < table->rows[i].count; k++) {
            const struct table_cell *cell = &table->cells[table->rows[i].first + k];
            read_cell(layout, cell, &columns[cell->column], decimal, row);
        }
    }
}

bool chart_judged(const struct chart_row *row)
{
    return row->values[0].number && (row->low.number || row->high.number);
}

bool chart_reaches(const struct chart_row *row)
{
    int64_t value = row->values[0].value;
    return chart_judged(row) && (!row->low.number || value >= row->low.value) &&
           (!row->high.number || value <= row->high.value);
}

static bool same_limit(const struct chart_value *a, const struct chart_value *b)
{
    return a->number == b->number && (!a->number || a->value == b->value);
}

const struct chart_row *chart_common_target(const struct chart_data *data)
{
    const struct chart_row *common = NULL;
    for (size_t i = 0; i < data->row_count; i++) {
        const struct chart_row *row = &data->rows[i];
        if (!row->low.number && !row->high.number)
            continue;
        if (common &&
            !(same_limit(&row->low, &common->low) && same_limit(&row->high, &common->high)))
            return NULL;
        common = common ? common : row;
    }
    return common;
}

void chart_target_text(const struct chart_row *row, const struct chart_words *words,
                       struct buf *out)
{
    if (row->low.number && row->high.number && row->low.value != row->high.value)
        buf_printf(out, "%s %s–%s", words->target, row->low.text, row->high.text);
    else if (row->low.number && row->high.number)
        buf_printf(out, "%s %s", words->target, row->low.text);
    else if (row->low.number)
        buf_printf(out, "%s %s", words->at_least, row->low.text);
    else
        buf_printf(out, "%s %s", words->at_most, row->high.text);
}
