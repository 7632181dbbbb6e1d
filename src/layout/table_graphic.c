/*
 * Sets graphic columns: those with a head of class bars, dumbbells or sparklines, whose cells hold
 * numbers to be drawn. All of such a column is an artifact, since its numbers stand as text in
 * columns beside it.
 */
#include "layout/table.h"

#include "base/message.h"
#include "base/minmax.h"

enum { LEAST_WIDTH = MM(19), MOST_WIDTH = MM(32), PAD_X = 6 * 64 /* apart from other graphics */ };

/* --- reading --- */

static void report(struct galley *galley, const struct doc_node *node, const char *hint,
                   const char *message)
{
    diag_add(galley->diags, RULE_LAYOUT_GRAPHIC, node->place, hint, "%s", message);
    galley->failed = true;
}

static enum chart_graphic graphic_of(unsigned classes)
{
    if (classes & DOC_BARS)
        return CHART_BARS;
    return classes & DOC_DUMBBELLS ? CHART_DUMBBELLS : CHART_SPARKLINES;
}

static void find_columns(struct galley *galley, struct table *table)
{
    for (size_t i = 0; i < table->cell_count; i++) {
        const struct table_cell *cell = &table->cells[i];
        const struct doc_node *node = cell->node;
        if (!(node->classes & DOC_GRAPHICS))
            continue;
        if (table->rows[cell->row].part != 0 || cell->columns > 1) {
            report(galley, node, _("put it into thead, over one column"),
                   _("this is no place for the head of a graphic column"));
            continue;
        }
        struct chart_column *column = arena_alloc(galley->arena, sizeof *column);
        *column = chart_column_new(graphic_of(node->classes), node->lang, node->place);
        table->graphics[cell->column] = column;
    }
}

static bool is_graphic(const struct table *table, const struct table_cell *cell)
{
    for (size_t i = 0; i < cell->columns; i++)
        if (!table->graphics[cell->column + i])
            return false;
    return true;
}

/* Returns whether the cell holds text alone, without an id that a link could lead to. */
static bool holds_text(const struct doc_node *cell)
{
    const struct doc_node *paragraph = cell->first;
    if (!paragraph)
        return true;
    for (const struct doc_node *node = paragraph->first; node; node = node->next)
        if (node->kind != DOC_TEXT)
            return false;
    return paragraph->implied && !paragraph->next;
}

/* Reports a head with more than paragraphs: lists have tags. */
static void check_head(struct galley *galley, const struct table_cell *cell)
{
    for (const struct doc_node *node = cell->node->first; node; node = node->next)
        if (node->kind != DOC_PARAGRAPH)
            report(galley, node, _("write text alone into it"),
                   _("the head of a graphic column holds more than text"));
}

static void read_cell(struct galley *galley, struct table *table, struct table_cell *cell)
{
    static const char *const hints[] = {
        [CHART_BARS] = N_("write the value, perhaps with the least and the most that reaches the "
                          "target: \"16.5 20 -\""),
        [CHART_DUMBBELLS] = N_("write the number of then and that of now: \"56.2 58.4\""),
        [CHART_SPARKLINES] = N_("write up to 64 numbers: \"31 38.5 - 44\""),
    };
    struct chart_column *column = table->graphics[cell->column];
    bool sound = !cell->node->cell.header && cell->columns == 1 && holds_text(cell->node) &&
                 chart_numbers_read(galley_plain_text(galley, cell->node), column->graphic,
                                    galley->arena, &cell->numbers);
    if (!sound)
        report(galley, cell->node, _(hints[column->graphic]),
               _("this cell of a graphic column cannot be drawn"));
    chart_column_add(column, &cell->numbers);
}

void table_find_graphics(struct galley *galley, struct table *table)
{
    bool has_text = false;
    table->graphics = arena_array(galley->arena, table->columns, sizeof(struct chart_column *));
    find_columns(galley, table);
    for (size_t i = 0; i < table->columns; i++)
        has_text = has_text || !table->graphics[i];
    if (!has_text)
        report(galley, table->node, _("add the numbers as text in columns beside them"),
               _("the table has graphic columns alone"));
    for (size_t i = 0; i < table->cell_count; i++) {
        struct table_cell *cell = &table->cells[i];
        cell->graphic = is_graphic(table, cell);
        if (cell->graphic && table->rows[cell->row].part == 0)
            check_head(galley, cell);
        else if (cell->graphic)
            read_cell(galley, table, cell);
    }
}

/* --- widths --- */

pt64 table_graphic_least(struct galley *galley, const struct chart_column *column)
{
    pt64 axis = chart_axis_width(galley, column) + 2 * PAD_X;
    return MAX(axis, LEAST_WIDTH);
}

pt64 table_graphic_most(void)
{
    return MOST_WIDTH;
}

/* --- setting --- */

static pt64 left_of(const struct table *table, const struct table_cell *cell)
{
    return table_column_x(table, cell->column) + PAD_X;
}

/* Returns the right end, not left of the beginning in a column that is all padding. */
static pt64 right_of(const struct table *table, const struct table_cell *cell)
{
    pt64 right = table_column_x(table, cell->column + cell->columns) - PAD_X;
    return MAX(right, left_of(table, cell));
}

/* Returns whether the cell is the head that the axis' numbers stand under. */
static bool has_axis(const struct table *table, const struct table_cell *cell)
{
    return cell->node->classes & DOC_GRAPHICS && table->graphics[cell->column]->drawn;
}

void table_set_graphic(struct galley *galley, const struct table *table, struct table_cell *cell)
{
    struct text_style style = table_cell_style(galley, table, cell);
    if (table->rows[cell->row].part != 0) {
        cell->height = cell->numbers.count ? style.leading : 0;
        return;
    }
    pt64 left = left_of(table, cell), width = right_of(table, cell) - left;
    for (const struct doc_node *node = cell->node->first; node; node = node->next)
        if (node->kind == DOC_PARAGRAPH)
            galley_text_set(galley, galley_text_new(galley, node, &style, NULL), left, width,
                            PAGE_ARTIFACT_LAYOUT, &cell->content);
    if (has_axis(table, cell))
        cell->height = chart_axis_height(galley, table->graphics[cell->column], width);
}

/* Returns where a cell's graphic is drawn: beside the first line of the row's text. */
static struct chart_spot spot_of(struct galley *galley, const struct table *table,
                                 const struct table_cell *cell, pt64 bottom)
{
    struct text_style style = table_cell_style(galley, table, cell);
    const struct text_font *font = galley_font(galley, &style);
    struct chart_spot spot = {left_of(table, cell), right_of(table, cell), 0, bottom, 0, 0};
    if (!font)
        return spot;
    spot.height = text_font_scale(font, text_font_metrics(font)->cap_height, style.size);
    spot.middle = cell->pad + cell->drop + galley_baseline(font, &style) - spot.height / 2;
    return spot;
}

void table_draw_graphic(struct galley *galley, const struct table *table,
                        const struct table_cell *cell, pt64 bottom, struct strip *strip)
{
    const struct chart_column *column = table->graphics[cell->column];
    if (!cell->graphic)
        return;
    if (cell->numbers.count) {
        struct chart_spot spot = spot_of(galley, table, cell, bottom);
        chart_graphic_set(galley, column, &cell->numbers, &spot, strip);
    }
    if (!has_axis(table, cell))
        return;
    pt64 left = left_of(table, cell), right = right_of(table, cell);
    pt64 height = chart_axis_height(galley, column, right - left);
    chart_axis_set(galley, column, left, right, bottom - cell->pad - height, strip);
}
