/*
 * Aligns a column's numbers by their decimal commas. A number's tail is the text from the comma on
 * (decimals, then perhaps a unit); each number is set right, and kept away from the right edge by
 * the difference between the column's widest tail and its own.
 */
#include "chart/chart.h"
#include "layout/table.h"

#include <string.h>

/* Returns the bytes of a sign and whole thousands: "−12 500"; 0 where there is no digit. */
static size_t whole_size(const char *text)
{
    size_t size = chart_sign_size(text), digits = chart_digits_size(text + size), group;
    if (!digits)
        return 0;
    for (size += digits; (group = chart_group_size(text + size, ',')) > 0;)
        size += group + CHART_GROUP;
    return size;
}

/* Returns whether text is a word after a space, or a sign at once: not a date's or a range's rest.
 */
static bool is_unit(const char *text)
{
    size_t space = chart_space_size(text);
    if (*text && !space && *text != '%')
        return false;
    return !strchr(text + space, ' ');
}

/* Returns the tail of a number's text; NULL when text is no number. */
static const char *find_tail(const char *text)
{
    size_t size = whole_size(text);
    if (!size)
        return NULL;
    const char *tail = text + size;
    size_t decimals = *tail == ',' ? chart_digits_size(tail + 1) : 0;
    return is_unit(decimals ? tail + 1 + decimals : tail) ? tail : NULL;
}

static pt64 tail_width(struct galley *galley, const struct table *table,
                       const struct table_cell *cell, const char *tail)
{
    struct text_style style = table_cell_style(galley, table, cell);
    /* A space at a line's start would not count. */
    if (*tail == ' ')
        tail = arena_printf(galley->arena, "\u00A0%s", tail + 1);
    if (!*tail)
        return 0;
    return galley_text_max_width(
        galley_text_label(galley, arena_strdup(galley->arena, tail), cell->node, &style, NULL));
}

/* Reads the tail of a cell that takes part: of one column, one paragraph, and a number. */
static bool read_number(struct galley *galley, const struct table *table, struct table_cell *cell)
{
    const struct doc_node *first = cell->node->first;
    struct buf text = {0};
    if (!(cell->node->classes & DOC_NUMERIC) || cell->graphic || cell->columns != 1 || !first ||
        first->next || first->kind != DOC_PARAGRAPH)
        return false;
    doc_text(first, &text);
    const char *tail = text.size ? find_tail(text.data) : NULL;
    if (tail)
        cell->tail = tail_width(galley, table, cell, tail);
    buf_free(&text);
    return tail;
}

void table_align_numbers(struct galley *galley, struct table *table)
{
    pt64 *widest = arena_array(galley->arena, table->columns, sizeof *widest);
    for (size_t i = 0; i < table->cell_count; i++) {
        struct table_cell *cell = &table->cells[i];
        cell->number = read_number(galley, table, cell);
        if (cell->number && widest[cell->column] < cell->tail)
            widest[cell->column] = cell->tail;
    }
    for (size_t i = 0; i < table->cell_count; i++)
        if (table->cells[i].number)
            table->cells[i].inset = widest[table->cells[i].column] - table->cells[i].tail;
}
