#include "workbook/sheet.h"

#include "base/arena.h"
#include "base/calendar.h"
#include "base/decimal.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/utf8.h"
#include "followup/followup.h"

#include <stdlib.h>
#include <string.h>

/* Widths of columns in digits. A head has room for the button of its filter. */
enum { WIDEST = 60, MARGIN = 2, BUTTON = 2 };

/* A sheet that is being written. */
struct sheet {
    const struct book *book;
    const struct table *table;
    lxw_worksheet *library;
    lxw_row_t line; /* where the next row goes */
    size_t *widths; /* of the columns, in characters */
};

bool sheet_has_room(const struct table *table, size_t rows, struct diags *diags)
{
    return rows < SHEET_MOST_ROWS ||
           diag_add(diags, RULE_WORKBOOK_LIMIT, (struct diag_place){0},
                    _("take the figures as CSV"),
                    _("%s has %zu rows; a sheet of Excel holds at most %d and their head"),
                    table->name, rows, SHEET_MOST_ROWS - 1);
}

/* Returns how many characters a text has in UTF-16. */
static size_t count_utf16(const char *text)
{
    size_t count = 0;
    for (uint32_t codepoint; *text; count += codepoint > 0xFFFF ? 2 : 1)
        text += utf8_read(text, &codepoint);
    return count;
}

/* Returns the place in the answers that a row comes from. Its strings are in the arena. */
static struct diag_place place_of_row(const struct book *book, const xmlNode *row,
                                      struct arena *arena)
{
    const char *file = xml_attribute(row, "tiedosto");
    const char *line = xml_attribute(row, "rivi");
    if (!file)
        return (struct diag_place){0};
    return (struct diag_place){.file = arena_printf(arena, "%s/%s", book->folder, file),
                               .line = line ? atoi(line) : 0,
                               .cell = xml_attribute(row, "solu")};
}

/* Returns whether a row's cells have room; reports those that haven't. */
static bool row_fits(const struct book *book, const struct table *table, const xmlNode *row)
{
    struct arena *arena = arena_new();
    bool has_room = true;
    for (size_t i = 0; i < table->count; i++) {
        struct buf text = {0}, escaped = {0};
        table_cell(row, &table->columns[i], &text);
        writer_escape(text.size ? text.data : "", &escaped);
        size_t count = escaped.size ? count_utf16(escaped.data) : 0;
        if (count > SHEET_MOST_CHARACTERS)
            has_room = diag_add(book->diags, RULE_WORKBOOK_LIMIT, place_of_row(book, row, arena),
                                _("shorten the text, or take the figures as CSV"),
                                _("%s, %s: the text has %zu characters; a cell of Excel holds at "
                                  "most %d"),
                                table->name, table->columns[i].name, count, SHEET_MOST_CHARACTERS);
        buf_free(&escaped);
        buf_free(&text);
    }
    arena_free(arena);
    return has_room;
}

bool sheet_fits(const struct book *book, const struct table *table)
{
    size_t rows = 0;
    bool has_room = true;
    for (const xmlNode *row = table_next(table, book->summary, NULL); row;
         row = table_next(table, book->summary, row)) {
        has_room &= row_fits(book, table, row);
        rows++;
    }
    return sheet_has_room(table, rows, book->diags) && has_room;
}

static lxw_error write_text(const struct sheet *sheet, size_t at, const char *text)
{
    struct buf escaped = {0};
    writer_escape(text, &escaped);
    lxw_error error = sheet->book->writer.worksheet_write_string(
        sheet->library, sheet->line, (lxw_col_t)at, escaped.data,
        sheet->book->formats[sheet->table->columns[at].kind]);
    buf_free(&escaped);
    return error;
}

/* Finds the number that Excel shows as a cell. It has at most 15 digits, as many as Excel keeps:
 * answers are below 10^9 and have three decimals. Returns false for text. */
static bool find_number(const struct table_column *column, const char *text, double *number)
{
    int32_t day;
    if (column->kind == TABLE_DATE && calendar_read(text, &day)) {
        *number = day + SHEET_DAY_OF_1970;
        return *number >= SHEET_FIRST_DAY;
    }
    struct decimal decimal = table_is_number(column) ? decimal_read(text) : (struct decimal){0};
    *number = (double)decimal.value / DECIMAL_UNIT;
    return decimal.is_given;
}

static lxw_error write_cell(const struct sheet *sheet, size_t at, const char *text)
{
    const struct table_column *column = &sheet->table->columns[at];
    double number;
    if (!*text)
        return LXW_NO_ERROR;
    if (!find_number(column, text, &number))
        return write_text(sheet, at, text);
    return sheet->book->writer.worksheet_write_number(sheet->library, sheet->line, (lxw_col_t)at,
                                                      number, sheet->book->formats[column->kind]);
}

static void widen(const struct sheet *sheet, size_t at, size_t characters)
{
    if (characters > sheet->widths[at])
        sheet->widths[at] = characters;
}

static lxw_error write_row(struct sheet *sheet, const xmlNode *row)
{
    lxw_error error = LXW_NO_ERROR;
    for (size_t i = 0; i < sheet->table->count && !error; i++) {
        struct buf text = {0};
        buf_string(&text, "");
        table_cell(row, &sheet->table->columns[i], &text);
        error = write_cell(sheet, i, text.data);
        widen(sheet, i, utf8_count(text.data, text.size));
        buf_free(&text);
    }
    sheet->line++;
    return error;
}

static lxw_error write_head(struct sheet *sheet)
{
    lxw_error error = LXW_NO_ERROR;
    for (size_t i = 0; i < sheet->table->count && !error; i++) {
        const char *name = sheet->table->columns[i].name;
        error = sheet->book->writer.worksheet_write_string(sheet->library, 0, (lxw_col_t)i, name,
                                                           sheet->book->head);
        widen(sheet, i, strlen(name) + BUTTON);
    }
    sheet->line = 1;
    return error;
}

/* Sets the widths, and what makes the head one: it stays in sight, and filters the rows. */
static lxw_error set_up(const struct sheet *sheet)
{
    lxw_error error = LXW_NO_ERROR;
    lxw_col_t last = (lxw_col_t)(sheet->table->count - 1);
    for (lxw_col_t i = 0; i <= last && !error; i++) {
        size_t width = sheet->widths[i] < WIDEST ? sheet->widths[i] : WIDEST;
        error = sheet->book->writer.worksheet_set_column(sheet->library, i, i,
                                                         (double)(width + MARGIN), NULL);
    }
    sheet->book->writer.worksheet_freeze_panes(sheet->library, 1, 0);
    return error ? error
                 : sheet->book->writer.worksheet_autofilter(sheet->library, 0, 0, sheet->line - 1,
                                                            last);
}

static lxw_error write_sheet(struct sheet *sheet)
{
    const struct table *table = sheet->table;
    const xmlNode *summary = sheet->book->summary;
    lxw_error error = write_head(sheet);
    for (const xmlNode *row = table_next(table, summary, NULL); row && !error;
         row = table_next(table, summary, row))
        error = write_row(sheet, row);
    return error ? error : set_up(sheet);
}

bool sheet_add(const struct book *book, const struct table *table)
{
    struct sheet sheet = {.book = book, .table = table};
    sheet.library = book->writer.workbook_add_worksheet(book->library, table->name);
    if (!sheet.library)
        memory_exhausted();
    sheet.widths = memory_new(table->count, sizeof *sheet.widths);
    lxw_error error = write_sheet(&sheet);
    free(sheet.widths);
    return error == LXW_NO_ERROR || writer_failed(book->diags, book->writer.lxw_strerror(error));
}
