#include "followup/book_read.h"

#include "base/blank.h"
#include "base/message.h"
#include "base/names.h"
#include "xlsx/written.h"

#include <stdarg.h>
#include <string.h>

const char *book_cell_name(const struct book_reading *reading, const struct book_row *row,
                           enum book_column column)
{
    int at = reading->columns[column] ? reading->columns[column] : reading->columns[BOOK_KEY];
    return xlsx_name(reading->sheet, row->line, at, reading->arena);
}

/* Returns the beginning of a row's question, by which people know the row. */
static const char *question_of(const struct book_reading *reading, const struct book_row *row)
{
    enum { MOST = 70 /* characters */ };
    int column = reading->columns[BOOK_QUESTION];
    const struct xlsx_cell *cell = column ? xlsx_cell_at(reading->sheet, row->line, column) : NULL;
    if (!cell)
        return row->words[0];
    struct buf cut = {0};
    buf_clipped(&cut, cell->text, strcspn(cell->text, "\n"), MOST);
    const char *question = arena_strndup(reading->arena, cut.data, cut.size);
    buf_free(&cut);
    return question;
}

const char *book_report(struct book_reading *reading, const struct book_row *row,
                        enum book_column column, const char *hint, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *message = arena_vprintf(reading->arena, format, arguments);
    va_end(arguments);
    const struct diag_place place = {.file = reading->path,
                                     .cell = book_cell_name(reading, row, column)};
    diag_add(reading->diags, RULE_FOLLOWUP_CELL, place, hint, "%s: %s", question_of(reading, row),
             message);
    reading->errors++;
    return NULL;
}

static bool is_blank(const struct book_reading *reading, const struct xlsx_cell *cell)
{
    return !cell || (cell->kind == XLSX_TEXT && !*xlsx_text(cell, reading->arena));
}

/* Returns a row's cell as it is; NULL where it is blank. */
static const struct xlsx_cell *peek(const struct book_reading *reading, int line,
                                    enum book_column column)
{
    int at = reading->columns[column];
    const struct xlsx_cell *cell = at ? xlsx_cell_at(reading->sheet, line, at) : NULL;
    return is_blank(reading, cell) ? NULL : cell;
}

const struct xlsx_cell *book_cell(struct book_reading *reading, const struct book_row *row,
                                  enum book_column column)
{
    const struct xlsx_cell *cell = peek(reading, row->line, column);
    if (!cell || (cell->kind != XLSX_NO_VALUE && cell->kind != XLSX_ERROR))
        return cell;
    if (cell->kind == XLSX_NO_VALUE)
        book_report(reading, row, column, _("write the answer itself instead of the formula"),
                    _("the formula in the cell has no value"));
    else
        book_report(reading, row, column, _("write the answer itself instead of the formula"),
                    _("the cell shows the error %s"), cell->text);
    return NULL;
}

/* Returns the sheet of that name; NULL for none. */
static const struct xlsx_sheet *sheet_named(const struct xlsx_book *book, const char *name)
{
    for (size_t i = 0; i < book->count; i++)
        if (strcmp(book->sheets[i].name, name) == 0)
            return &book->sheets[i];
    return NULL;
}

/* Returns the cell that holds the name of the column of ids; NULL for none. */
static const struct xlsx_cell *find_mark(const struct xlsx_sheet *sheet)
{
    for (size_t i = 0; sheet && i < sheet->count; i++)
        if (strcmp(sheet->cells[i].text, book_columns[BOOK_KEY]) == 0)
            return &sheet->cells[i];
    return NULL;
}

/* Finds the columns by their names, which stand in one row. Returns the first that is needed and
 * isn't there once; BOOK_COLUMNS when all are. */
static enum book_column find_columns(struct book_reading *reading, int line)
{
    size_t counts[BOOK_COLUMNS] = {0};
    for (size_t i = 0; i < reading->sheet->count; i++) {
        const struct xlsx_cell *cell = &reading->sheet->cells[i];
        for (size_t column = 0; cell->row == line && column < BOOK_COLUMNS; column++)
            if (strcmp(cell->text, book_columns[column]) == 0) {
                reading->columns[column] = cell->column;
                counts[column]++;
            }
    }
    enum book_column column = BOOK_ANSWER;
    while (column < BOOK_COLUMNS && (counts[column] == 1 || column == BOOK_UNIT))
        column++;
    return column;
}

/* Takes a key apart. Returns whether it is one that a form has. */
static bool read_key(struct book_reading *reading, const char *key, struct book_row *row)
{
    static const char *const known[] = {"paivays", "vastaaja", "vastuu",   "tila",
                                        "mittari", "ehdotus",  "huomautus"};
    for (size_t i = 0; i < BOOK_WORDS; i++) {
        size_t size = i + 1 < BOOK_WORDS ? strcspn(key, " ") : strlen(key);
        row->words[i] = arena_strndup(reading->arena, key, size);
        key += size + (key[size] == ' ');
    }
    return followup_index(known, sizeof known / sizeof *known, row->words[0]) <
           sizeof known / sizeof *known;
}

static void find_rows(struct book_reading *reading, int head)
{
    reading->rows = arena_array(reading->arena, reading->sheet->count, sizeof *reading->rows);
    for (size_t i = 0; i < reading->sheet->count; i++) {
        const struct xlsx_cell *cell = &reading->sheet->cells[i];
        struct book_row row = {.line = cell->row};
        if (cell->column == reading->columns[BOOK_KEY] && cell->row > head &&
            read_key(reading, xlsx_text(cell, reading->arena), &row))
            reading->rows[reading->row_count++] = row;
    }
    for (size_t i = 0; i < reading->row_count; i++)
        for (enum book_column column = BOOK_ANSWER; column < BOOK_COLUMNS; column++)
            reading->is_touched |=
                column != BOOK_UNIT && peek(reading, reading->rows[i].line, column);
}

/* Returns whether two rows are to the same question. */
static bool has_same_key(const struct book_row *row, const struct book_row *other)
{
    for (size_t i = 0; i < BOOK_WORDS; i++)
        if (strcmp(row->words[i], other->words[i]) != 0)
            return false;
    return true;
}

static bool has_row(const struct book_reading *reading, int line)
{
    for (size_t i = 0; i < reading->row_count; i++)
        if (reading->rows[i].line == line)
            return true;
    return false;
}

/* Reports rows with a question's number and an answer whose id is gone. Rows without a number are
 * somebody's own. */
static void report_lost(struct book_reading *reading, int head)
{
    for (size_t i = 0; i < reading->sheet->count; i++) {
        const struct xlsx_cell *cell = &reading->sheet->cells[i];
        const struct book_row row = {.line = cell->row, .words = {"–"}};
        if (cell->column != reading->columns[BOOK_ANSWER] || cell->row <= head + 1 ||
            is_blank(reading, cell) || has_row(reading, cell->row) ||
            !peek(reading, cell->row, BOOK_NUMBER))
            continue;
        reading->is_touched = true;
        book_report(reading, &row, BOOK_ANSWER,
                    _("copy the answers into the form as it was sent, or ask for a new one"),
                    _("the row has an answer, but its hidden id is gone"));
    }
}

/* Returns whether two rows have the same filled in. */
static bool are_same(const struct book_reading *one, const struct book_row *row,
                     const struct book_reading *other, const struct book_row *others)
{
    for (enum book_column column = BOOK_ANSWER; column < BOOK_COLUMNS; column++) {
        const struct xlsx_cell *own = peek(one, row->line, column);
        const struct xlsx_cell *found = peek(other, others->line, column);
        if (column != BOOK_UNIT && (!own != !found || (own && strcmp(own->text, found->text) != 0)))
            return false;
    }
    return true;
}

/* Returns whether a copy of the form's sheet says something else than the sheet. */
static bool is_other_copy(const struct book_reading *reading, const struct xlsx_sheet *sheet)
{
    const struct xlsx_cell *mark = sheet == reading->sheet ? NULL : find_mark(sheet);
    struct book_reading copy = {.sheet = sheet, .path = reading->path, .arena = reading->arena};
    if (!mark)
        return false;
    find_columns(&copy, mark->row);
    find_rows(&copy, mark->row);
    for (size_t i = 0; copy.is_touched && i < copy.row_count; i++) {
        size_t own = 0;
        while (own < reading->row_count && !has_same_key(&reading->rows[own], &copy.rows[i]))
            own++;
        if (own < reading->row_count &&
            !are_same(reading, &reading->rows[own], &copy, &copy.rows[i]))
            return true;
    }
    return false;
}

/* Returns whether no copy of the sheet has other answers; reports it else: nobody knows which
 * count.
 */
static bool is_only_one(const struct book_reading *reading, const struct xlsx_book *book)
{
    for (size_t i = 0; i < book->count; i++)
        if (is_other_copy(reading, &book->sheets[i]))
            return diag_add(reading->diags, RULE_FOLLOWUP_WORKBOOK,
                            (struct diag_place){.file = reading->path},
                            _("leave one of the sheets"),
                            _("the sheets %s and %s have different answers to the same questions"),
                            reading->sheet->name, book->sheets[i].name);
    return true;
}

bool book_find(struct book_reading *reading, const struct xlsx_book *book)
{
    const struct xlsx_sheet *sheet = sheet_named(book, BOOK_ANSWERS);
    const struct xlsx_cell *mark = find_mark(sheet);
    for (size_t i = 0; i < book->count && !mark; i++) {
        sheet = &book->sheets[i];
        mark = find_mark(sheet);
    }
    reading->facts = sheet_named(book, BOOK_FACTS);
    if (!mark || !reading->facts)
        return diag_add(reading->diags, RULE_FOLLOWUP_WORKBOOK,
                        (struct diag_place){.file = reading->path},
                        _("copy the answers into the form as it was sent, or ask for a new one"),
                        _("this is not the form of answers, or its hidden ids are gone"));
    reading->sheet = sheet;
    enum book_column lacking = find_columns(reading, mark->row);
    if (lacking != BOOK_COLUMNS)
        return diag_add(reading->diags, RULE_FOLLOWUP_WORKBOOK,
                        (struct diag_place){.file = reading->path},
                        _("copy the answers into the form as it was sent, or ask for a new one"),
                        _("a column of the form has been deleted or doubled: its hidden name, %s, "
                          "does not stand there once"),
                        book_columns[lacking]);
    find_rows(reading, mark->row);
    if (!is_only_one(reading, book))
        return false;
    report_lost(reading, mark->row);
    return true;
}

const char *book_fact(const struct book_reading *reading, const char *name)
{
    for (size_t i = 0; i < reading->facts->count; i++) {
        const struct xlsx_cell *cell = &reading->facts->cells[i];
        const struct xlsx_cell *value = cell->column == 1 && strcmp(cell->text, name) == 0
                                            ? xlsx_cell_at(reading->facts, cell->row, 2)
                                            : NULL;
        if (value)
            return xlsx_text(value, reading->arena);
    }
    return "";
}

/* Returns whether a cell of the hidden sheet has the text. */
static bool holds(const struct book_reading *reading, int line, int column, const char *plain)
{
    const struct xlsx_cell *cell = xlsx_cell_at(reading->facts, line, column);
    return cell && strcmp(xlsx_plain(cell->text, reading->arena), plain) == 0;
}

const char *book_find_measure(const struct book_reading *reading, const char *text)
{
    const char *plain = xlsx_plain(text, reading->arena);
    for (size_t i = 0; i < reading->facts->count; i++) {
        const struct xlsx_cell *cell = &reading->facts->cells[i];
        if (cell->column != 1 || strcmp(cell->text, "toimenpide") != 0)
            continue;
        const struct xlsx_cell *id = xlsx_cell_at(reading->facts, cell->row, 2);
        for (int column = 2; column <= 4; column++)
            if (id && holds(reading, cell->row, column, plain))
                return xlsx_text(id, reading->arena);
    }
    return NULL;
}

const struct book_row *book_find_row(const struct book_reading *reading, const char *first,
                                     const char *second)
{
    for (size_t i = 0; i < reading->row_count; i++)
        if (strcmp(reading->rows[i].words[0], first) == 0 &&
            (!second || strcmp(reading->rows[i].words[1], second) == 0))
            return &reading->rows[i];
    return NULL;
}
