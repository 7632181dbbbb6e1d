/* Makes a chart's names and numbers from a table's cells. */
#include "chart/chart.h"
#include "layout/table.h"

#include "base/message.h"

enum column_kind { COLUMN_OTHER, COLUMN_VALUE, COLUMN_LOW, COLUMN_HIGH };

struct column {
    enum column_kind kind;
    size_t series;
};

/* Returns the last head cell above a column, the name of its values; the first column has names. */
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

static void report_series(struct galley *galley, const struct doc_node *table)
{
    struct diag_place place = table->place;
    diag_add(galley->diags, RULE_LAYOUT_CHART_SERIES, place, _("divide it into several charts"),
             _("a line chart has at most %d series"), CHART_SERIES);
    galley->failed = true;
}

/* Returns the columns to draw: the first with values for a bar chart, all for a line chart. */
static struct column *read_columns(struct galley *galley, const struct table *table,
                                   struct chart_data *data)
{
    struct column *columns = arena_array(galley->arena, table->columns, sizeof *columns);
    size_t most = table->node->classes & DOC_LINE_CHART ? CHART_SERIES : 1;
    for (size_t i = 1; i < table->columns; i++) {
        const struct doc_node *head = head_of(table, i);
        unsigned classes = head ? head->classes : 0;
        if (table->graphics[i])
            continue;
        if (classes & DOC_TARGET_LOW) {
            columns[i].kind = COLUMN_LOW;
        } else if (classes & DOC_TARGET_HIGH) {
            columns[i].kind = COLUMN_HIGH;
        } else if (data->series_count == most && most > 1) {
            report_series(galley, table->node);
        } else if (data->series_count < most) {
            columns[i] = (struct column){COLUMN_VALUE, data->series_count};
            data->series[data->series_count++] = head ? galley_plain_text(galley, head) : "";
        }
    }
    return columns;
}

static void read_cell(struct galley *galley, const struct table_cell *cell,
                      const struct column *column, char decimal, struct chart_row *row)
{
    if (cell->column == 0)
        row->label = galley_plain_text(galley, cell->node);
    if (column->kind == COLUMN_OTHER)
        return;
    struct chart_value *value = column->kind == COLUMN_LOW    ? &row->low
                                : column->kind == COLUMN_HIGH ? &row->high
                                                              : &row->values[column->series];
    value->text = galley_plain_text(galley, cell->node);
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

static void read_chart(struct galley *galley, const struct table *table, struct chart_data *data)
{
    const struct doc_node *caption = table_caption(table->node);
    *data = (struct chart_data){.title = caption ? galley_plain_text(galley, caption) : "",
                                .lang = table->node->lang};
    const struct column *columns = read_columns(galley, table, data);
    char decimal = chart_words(data->lang)->decimal;
    data->rows = arena_array(galley->arena, table->row_count, sizeof *data->rows);
    for (size_t i = 0; i < table->row_count; i++) {
        if (table->rows[i].part == 0)
            continue;
        struct chart_row *row = add_row(data);
        for (size_t k = 0; k < table->rows[i].count; k++) {
            const struct table_cell *cell = &table->cells[table->rows[i].first + k];
            read_cell(galley, cell, &columns[cell->column], decimal, row);
        }
    }
}

void table_chart(struct galley *galley, const struct table *table, struct page_tag *parent,
                 struct strips *out)
{
    struct chart_data data;
    const struct chart_setting setting = {
        .room = table->room,
        .tallest = table_page_room(galley, table) / 2,
        .source = table->node->place,
        .parent = parent,
    };
    read_chart(galley, table, &data);
    chart_set(galley, &data, table->node->classes & DOC_LINE_CHART, &setting, out);
}
