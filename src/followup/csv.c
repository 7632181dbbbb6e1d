/* Writes a table of a summary as CSV. */
#include "followup/csv.h"

#include "base/clean.h"
#include "base/utf8.h"

#include <string.h>

static bool is_separator(uint32_t codepoint)
{
    return codepoint == ',' || codepoint == ';' || codepoint == '|';
}

/* Returns whether a character begins a formula. A Japanese spreadsheet reads the wide forms like
 * the others. */
static bool begins_formula(uint32_t codepoint)
{
    static const uint32_t beginnings[] = {'=', '+', '-', '@', 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20};
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (beginnings[i] == codepoint)
            return true;
    return false;
}

/* Returns whether a reader may remove a character before it looks at a cell: quotation marks,
 * spaces and characters without width. */
static bool is_taken_away(uint32_t codepoint)
{
    return codepoint == '"' || codepoint == ' ' || codepoint == 0xA0 || codepoint == 0x1680 ||
           (codepoint >= 0x2000 && codepoint <= 0x200A) || codepoint == 0x202F ||
           codepoint == 0x205F || codepoint == 0x3000 || clean_is_ignorable(codepoint);
}

/* How far a reader may have come in a cell. */
enum cell {
    CELL_INSIDE,
    CELL_START, /* of the field, or after a separator */
    CELL_COMMA, /* after a comma and a space: so "-hoito" stands in a list of words */
};

static enum cell cell_behind(enum cell cell, uint32_t before, uint32_t codepoint)
{
    if (is_separator(codepoint))
        return CELL_START;
    if (cell == CELL_INSIDE || !is_taken_away(codepoint))
        return CELL_INSIDE;
    return before == ',' && codepoint == ' ' ? CELL_COMMA : cell;
}

/* Appends somebody's words so that a spreadsheet takes no part of them for a formula, whatever
 * separator it splits lines at: a character that begins a formula gets an apostrophe at the start
 * and after a separator. A comma is quoted in the file: a word after it may begin with a hyphen. */
static void write_words(const char *text, struct buf *out)
{
    enum cell cell = CELL_START;
    uint32_t before = 0, codepoint = 0;
    for (; *text; before = codepoint) {
        text += utf8_read(text, &codepoint);
        bool is_sign = codepoint == '+' || codepoint == '-';
        if (begins_formula(codepoint) && (cell == CELL_START || (cell == CELL_COMMA && !is_sign)))
            buf_char(out, '\'');
        buf_codepoint(out, codepoint);
        cell = cell_behind(cell, before, codepoint);
    }
}

static void write_quoted(const char *text, struct buf *out)
{
    buf_char(out, '"');
    for (; *text; text++) {
        if (*text == '"')
            buf_char(out, '"');
        buf_char(out, *text);
    }
    buf_char(out, '"');
}

static void write_number(const char *text, const struct csv_form *form, struct buf *out)
{
    for (; *text; text++)
        buf_char(out, *text == '.' ? form->decimal : *text);
}

static void write_cell(const xmlNode *row, const struct table_column *column,
                       const struct csv_form *form, struct buf *out)
{
    struct buf cell = {0}, safe = {0};
    buf_string(&cell, "");
    buf_string(&safe, "");
    table_cell(row, column, &cell);
    if (table_is_number(column))
        write_number(cell.data, form, out);
    else if (column->kind == TABLE_TEXT)
        write_words(cell.data, &safe);
    else
        buf_string(&safe, cell.data);
    if (strpbrk(safe.data, "\",;|"))
        write_quoted(safe.data, out);
    else
        buf_string(out, safe.data);
    buf_free(&safe);
    buf_free(&cell);
}

/* Writes the names of the columns, or a row's cells. */
static void write_line(const struct table *table, const xmlNode *row, const struct csv_form *form,
                       struct buf *out)
{
    for (size_t i = 0; i < table->count; i++) {
        if (i)
            buf_char(out, form->separator);
        if (row)
            write_cell(row, &table->columns[i], form, out);
        else
            buf_string(out, table->columns[i].name);
    }
    buf_string(out, "\r\n");
}

void csv_write(const struct table *table, const xmlNode *summary, const struct csv_form *form,
               struct buf *out)
{
    if (form->has_mark)
        buf_codepoint(out, 0xFEFF);
    write_line(table, NULL, form, out);
    for (const xmlNode *row = table_next(table, summary, NULL); row;
         row = table_next(table, summary, row))
        write_line(table, row, form, out);
}
