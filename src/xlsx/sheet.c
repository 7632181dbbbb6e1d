#include "xlsx/sheet.h"

#include "base/message.h"
#include "base/utf8.h"
#include "xlsx/markup.h"
#include "xlsx/number.h"
#include "xlsx/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct reading {
    struct shared *shared;
    const struct xlsx_sheet *sheet;
    int row, column; /* of the cell that is being read, or of the last one */
    char type[16];   /* of it, as the file has it */
    long style;
    bool has_formula, has_value;
    struct text text;   /* of it; the whole is its value in every type */
    struct buf written; /* the value as a person reads it */
    struct buf cells;   /* struct xlsx_cell */
    bool is_unordered;
};

/* --- Values --- */

/* Returns the name of the cell in hand. */
static const char *name_of(const struct reading *reading)
{
    return xlsx_name(reading->sheet, reading->row, reading->column, reading->shared->arena);
}

/* Stops at what is wrong in the cell in hand. */
static void stop_at_cell(struct reading *reading, struct markup *markup, const char *message)
{
    package_has_broken_cell(reading->shared->package, name_of(reading), "%s", message);
    markup_stop(markup);
}

/* Returns whether a cell has room for a text; reports and stops when not. */
static bool has_room(struct reading *reading, struct markup *markup, const char *text)
{
    size_t size = strlen(text);
    if (size <= XLSX_CELL_LENGTH || utf8_count(text, size) <= XLSX_CELL_LENGTH)
        return true;
    markup_stop(markup);
    return package_has_long_cell(reading->shared->package, name_of(reading),
                                 _("the cell has more than %d characters"), XLSX_CELL_LENGTH);
}

static void add_cell(struct reading *reading, struct markup *markup, enum xlsx_kind kind,
                     const char *text)
{
    struct xlsx_cell cell = {reading->row, reading->column, kind, text};
    if (!has_room(reading, markup, text))
        return;
    const struct xlsx_cell *last = (const void *)reading->cells.data;
    size_t count = reading->cells.size / sizeof cell;
    reading->is_unordered |=
        count && (last[count - 1].row > cell.row ||
                  (last[count - 1].row == cell.row && last[count - 1].column >= cell.column));
    buf_append(&reading->cells, &cell, sizeof cell);
}

/* Adds what has been written for the cell. */
static void add_written(struct reading *reading, struct markup *markup, enum xlsx_kind kind)
{
    const struct buf *written = &reading->written;
    add_cell(reading, markup, kind,
             arena_strndup(reading->shared->arena, written->data, written->size));
}

/* Adds a number as its format shows it. */
static void add_number(struct reading *reading, struct markup *markup, const char *value)
{
    double number;
    if (!number_read(value, &number)) {
        stop_at_cell(reading, markup, _("what the file has for a number is none"));
        return;
    }
    const struct shared *shared = reading->shared;
    enum format format = styles_format(&shared->styles, reading->style);
    buf_clear(&reading->written);
    if (format == FORMAT_DATE && number_write_day(number, shared->is_1904, &reading->written)) {
        add_written(reading, markup, XLSX_DATE);
        return;
    }
    if (format == FORMAT_TIME && number_write_time(number, &reading->written)) {
        add_written(reading, markup, XLSX_TEXT);
        return;
    }
    number_write(number, format == FORMAT_PERCENT ? 2 : 0, &reading->written);
    buf_string(&reading->written, format == FORMAT_PERCENT ? " %" : "");
    add_written(reading, markup, XLSX_NUMBER);
}

/* Adds a date that the file has as 2026-11-09T00:00:00. */
static void add_date(struct reading *reading, struct markup *markup, const char *value)
{
    enum { DAY = 10 /* bytes of 2026-11-09 */ };
    buf_clear(&reading->written);
    buf_append(&reading->written, value, strnlen(value, DAY));
    bool is_day = strlen(value) >= DAY && (!value[DAY] || value[DAY] == 'T');
    add_written(reading, markup, is_day ? XLSX_DATE : XLSX_TEXT);
}

static void add_shared(struct reading *reading, struct markup *markup, const char *value)
{
    bool is_number = *value && strlen(value) < 10 && !value[strspn(value, "0123456789")];
    const char *text =
        is_number ? strings_at(&reading->shared->strings, strtol(value, NULL, 10)) : NULL;
    if (!text)
        stop_at_cell(reading, markup, _("the text that the cell refers to isn't in the workbook"));
    else if (*text)
        add_cell(reading, markup, XLSX_TEXT, text);
}

static bool is_type(const struct reading *reading, const char *type)
{
    return strcmp(reading->type, type) == 0;
}

/* Adds a text that stands in the sheet; an empty one is a blank cell. */
static void add_text(struct reading *reading, struct markup *markup, enum xlsx_kind kind,
                     const char *value)
{
    buf_clear(&reading->written);
    if (kind == XLSX_TEXT && is_type(reading, "str"))
        text_append_read(value, strlen(value), &reading->written);
    else
        buf_string(&reading->written, value);
    if (reading->written.size)
        add_written(reading, markup, kind);
}

/* Adds the cell in hand, which has ended. */
static void finish_cell(struct reading *reading, struct markup *markup)
{
    const char *value = reading->text.whole.size ? reading->text.whole.data : "";
    if (is_type(reading, "inlineStr") || is_type(reading, "str"))
        add_text(reading, markup, XLSX_TEXT, value);
    else if (!*value && reading->has_formula)
        add_cell(reading, markup, XLSX_NO_VALUE, "");
    else if (!*value)
        return;
    else if (is_type(reading, "s"))
        add_shared(reading, markup, value);
    else if (is_type(reading, "b"))
        add_cell(reading, markup, XLSX_BOOLEAN,
                 strcmp(value, "1") == 0 || strcmp(value, "true") == 0 ? "true" : "false");
    else if (is_type(reading, "e"))
        add_text(reading, markup, XLSX_ERROR, value);
    else if (is_type(reading, "d"))
        add_date(reading, markup, value);
    else
        add_number(reading, markup, value);
}

/* --- Places --- */

/* Reads C12. Returns false for what isn't a cell's name. */
static bool read_reference(const char *reference, int *row, int *column)
{
    const char *at = reference;
    *row = *column = 0;
    for (; isupper((unsigned char)*at) && *column <= XLSX_COLUMNS; at++)
        *column = *column * 26 + (*at - 'A' + 1);
    if (at == reference || *column > XLSX_COLUMNS)
        return false;
    for (; isdigit((unsigned char)*at) && *row <= XLSX_ROWS; at++)
        *row = *row * 10 + (*at - '0');
    return !*at && *row >= 1 && *row <= XLSX_ROWS;
}

/* Finds out where the next row is: it may say so, or comes after the last. */
static void start_row(struct reading *reading, struct markup *markup)
{
    reading->row = (int)markup_number(markup, "r", XLSX_ROWS, reading->row + 1);
    reading->column = 0;
    if (reading->row >= 1 && reading->row <= XLSX_ROWS)
        return;
    package_is_broken(reading->shared->package, _("sheet %s has a row beyond the last"),
                      reading->sheet->name);
    markup_stop(markup);
}

/* Finds out where the next cell is, as of rows. */
static void place_cell(struct reading *reading, struct markup *markup)
{
    const char *reference = markup_attribute(markup, "r");
    bool is_place = reference ? read_reference(reference, &reading->row, &reading->column)
                              : ++reading->column <= XLSX_COLUMNS;
    if (is_place)
        return;
    package_is_broken(reading->shared->package,
                      _("sheet %s has a cell whose place is beyond the last, or no place"),
                      reading->sheet->name);
    markup_stop(markup);
}

static void start_cell(struct reading *reading, struct markup *markup)
{
    struct shared *shared = reading->shared;
    if (++shared->cells > XLSX_CELLS) {
        package_is_over(shared->package, _("the workbook has more than %d cells"), XLSX_CELLS);
        markup_stop(markup);
        return;
    }
    place_cell(reading, markup);
    const char *type = markup_attribute(markup, "t");
    snprintf(reading->type, sizeof reading->type, "%s", type ? type : "n");
    reading->style = markup_number(markup, "s", STYLES_MOST, 0);
    reading->has_formula = false;
    buf_clear(&reading->text.whole);
}

/* --- What the part holds --- */

static void start(void *context, struct markup *markup)
{
    struct reading *reading = context;
    if (markup_is(markup, "sheetData", "row"))
        start_row(reading, markup);
    else if (markup_is(markup, "row", "c"))
        start_cell(reading, markup);
    else if (markup_is(markup, "c", "v"))
        markup_gather(markup);
    else if (markup_is(markup, "c", "f"))
        reading->has_formula = true;
    else
        text_start(&reading->text, markup);
}

static void end(void *context, struct markup *markup)
{
    struct reading *reading = context;
    if (markup_is(markup, "row", "c")) {
        finish_cell(reading, markup);
    } else if (markup_is(markup, "c", "v")) {
        markup_gathered(markup);
        buf_clear(&reading->text.whole);
        buf_string(&reading->text.whole, markup_text(markup));
    } else {
        text_end(&reading->text, markup);
    }
}

static int compare(const void *a, const void *b)
{
    const struct xlsx_cell *left = a, *right = b;
    int rows = (left->row > right->row) - (left->row < right->row);
    int columns = (left->column > right->column) - (left->column < right->column);
    return rows ? rows : columns;
}

/* Puts the cells in order. Returns false, and reports it, when one comes twice. */
static bool sort(struct reading *reading)
{
    struct xlsx_cell *cells = (void *)reading->cells.data;
    size_t count = reading->cells.size / sizeof *cells;
    qsort(cells, count, sizeof *cells, compare);
    for (size_t i = 1; i < count; i++)
        if (compare(&cells[i - 1], &cells[i]) == 0)
            return package_has_broken_cell(
                reading->shared->package,
                xlsx_name(reading->sheet, cells[i].row, cells[i].column, reading->shared->arena),
                "%s", _("the cell comes twice"));
    return true;
}

/* Copies the cells into the sheet. */
static void keep(const struct reading *reading, struct xlsx_sheet *sheet)
{
    struct xlsx_cell *cells = arena_alloc(reading->shared->arena, reading->cells.size);
    sheet->count = reading->cells.size / sizeof *cells;
    if (sheet->count)
        memcpy(cells, reading->cells.data, reading->cells.size);
    sheet->cells = cells;
}

bool sheet_read_cells(struct shared *shared, const char *part, struct xlsx_sheet *sheet)
{
    static const struct markup_listener listener = {start, end};
    struct reading reading = {.shared = shared, .sheet = sheet, .text = {.parent = "is"}};
    bool is_read = markup_read(shared->package, part, &listener, &reading) &&
                   (!reading.is_unordered || sort(&reading));
    if (is_read)
        keep(&reading, sheet);
    buf_free(&reading.text.whole);
    buf_free(&reading.written);
    buf_free(&reading.cells);
    return is_read;
}
