#include "meetings/meetings.h"

#include "base/clean.h"
#include "base/message.h"
#include "meetings/change.h"
#include "meetings/value.h"
#include "xlsx/xlsx.h"

#include <string.h>

struct meetings_reading {
    const struct meetings *meetings;
    const char *path; /* of the workbook */
    const xmlNode *root;
    struct arena *arena;
    struct diags *diags;
    const struct xlsx_sheet *sheet;
    int heads;                    /* the row of the heads */
    int columns[MEETING_COLUMNS]; /* of the sheet; 0 where it has none */
    bool *is_read;                /* for each of the meetings */
    bool is_understood;
    struct changes changes;
    struct buf *told;
};

/* Returns the place of a cell. */
static struct diag_place place_of(const struct meetings_reading *reading, int row, int column)
{
    return (struct diag_place){.file = reading->path,
                               .cell = xlsx_name(reading->sheet, row, column, reading->arena)};
}

/* --- The sheet and its heads --- */

/* Finds the heads of the columns in the row of a cell that is the first of them. */
static bool find_heads(struct meetings_reading *reading, const struct xlsx_cell *first)
{
    memset(reading->columns, 0, sizeof reading->columns);
    reading->heads = first->row;
    const struct xlsx_cell *end = reading->sheet->cells + reading->sheet->count;
    for (const struct xlsx_cell *cell = first; cell < end && cell->row == first->row; cell++)
        for (int i = 0; i < MEETING_COLUMNS; i++)
            if (!reading->columns[i] && strcmp(cell->text, meetings_heads[i]) == 0)
                reading->columns[i] = cell->column;
    for (int i = MEETING_DAY; i < MEETING_COLUMNS; i++)
        if (!reading->columns[i])
            return false;
    return true;
}

/* Finds the sheet and its heads. Reports when they aren't there. */
static bool find_sheet(struct meetings_reading *reading, const struct xlsx_book *book)
{
    for (size_t i = 0; i < book->count; i++) {
        reading->sheet = &book->sheets[i];
        for (size_t j = 0; j < reading->sheet->count; j++)
            if (strcmp(reading->sheet->cells[j].text, meetings_heads[MEETING_KEY]) == 0 &&
                find_heads(reading, &reading->sheet->cells[j]))
                return true;
    }
    return diag_add(
        reading->diags, RULE_MEETINGS_FORM, (struct diag_place){.file = reading->path},
        _("fill in the workbook that \"pykala new kokoukset\" writes, and leave its "
          "heads as they are"),
        _("no sheet of the workbook has the columns of the meetings, with Tunnus first"));
}

/* --- Its rows --- */

/* Returns the index of the meeting with a key; -1, which is reported, when there is none or it
 * was read before. */
static ptrdiff_t find_meeting(struct meetings_reading *reading, const struct xlsx_cell *key)
{
    const struct meetings *meetings = reading->meetings;
    struct diag_place place = place_of(reading, key->row, key->column);
    for (size_t i = 0; i < meetings->count; i++) {
        if (strcmp(meetings->rows[i].cells[MEETING_KEY], key->text) != 0)
            continue;
        if (!reading->is_read[i]) {
            reading->is_read[i] = true;
            return (ptrdiff_t)i;
        }
        diag_add(reading->diags, RULE_MEETINGS_ROW, place, _("leave one of the two rows out"),
                 _("the row with the id %s comes twice"), key->text);
        return -1;
    }
    diag_add(reading->diags, RULE_MEETINGS_ROW, place,
             _("write the workbook anew with \"pykala new kokoukset\", or leave the row out"),
             _("the project has no meeting to fill in with the id %s"), key->text);
    return -1;
}

/* Appends a line about a change. */
static void tell(struct meetings_reading *reading, const struct meetings_row *row,
                 enum meeting_column column, const char *value)
{
    struct buf *told = reading->told;
    for (int i = MEETING_PARTY; i <= MEETING_MATTER; i++) {
        clean_shown(row->cells[i], told);
        buf_string(told, ", ");
    }
    buf_printf(told, "%s: ", meetings_heads[column]);
    clean_shown(row->cells[column] ? row->cells[column] : "–", told);
    buf_string(told, " → ");
    clean_shown(value, told);
    buf_char(told, '\n');
}

/* Returns whether the file has a value already, but for its blanks. */
static bool has_value(const struct meetings_reading *reading, const char *own, const char *value)
{
    return own && strcmp(value_trimmed(own, reading->arena), value) == 0;
}

/* Reports a cell that isn't understood. */
static void report_value(struct meetings_reading *reading, const struct xlsx_cell *cell,
                         enum meeting_column column)
{
    struct diag_place place = place_of(reading, cell->row, cell->column);
    reading->is_understood = false;
    if (cell->kind == XLSX_NO_VALUE)
        diag_add(reading->diags, RULE_MEETINGS_VALUE, place,
                 _("write the value itself, or open the workbook in Excel or LibreOffice and save "
                   "it again"),
                 _("%s: the formula has no value"), meetings_heads[column]);
    else
        diag_add(reading->diags, RULE_MEETINGS_VALUE, place, value_hint(column),
                 _("%s: \"%s\" isn't understood"), meetings_heads[column], cell->text);
}

/* Reads the values of a row that are other than the file's; the others are NULL. Returns whether
 * there are any. */
static bool read_values(struct meetings_reading *reading, int line, const struct meetings_row *row,
                        const char *values[MEETING_COLUMNS])
{
    bool has_any = false;
    for (int i = MEETING_DAY; i < MEETING_COLUMNS; i++) {
        const struct xlsx_cell *cell = xlsx_cell_at(reading->sheet, line, reading->columns[i]);
        const char *value = value_read(cell, (enum meeting_column)i, reading->arena);
        if (!value) {
            report_value(reading, cell, (enum meeting_column)i);
        } else if (*value && !has_value(reading, row->cells[i], value)) {
            values[i] = value;
            has_any = true;
            tell(reading, row, (enum meeting_column)i, value);
        }
    }
    return has_any;
}

/* Reads the row of a key. */
static void read_row(struct meetings_reading *reading, const struct xlsx_cell *key)
{
    const char *values[MEETING_COLUMNS] = {0};
    ptrdiff_t index = find_meeting(reading, key);
    if (index < 0) {
        reading->is_understood = false;
        return;
    }
    const struct meetings_row *row = &reading->meetings->rows[index];
    if (!read_values(reading, key->row, row, values))
        return;
    if (row->meeting)
        change_meeting(&reading->changes, row->meeting, values);
    else
        change_add_meeting(&reading->changes, reading->root, row, values);
}

/* Reports a cell that is filled in on a row without an id. */
static void check_stray(struct meetings_reading *reading, const struct xlsx_cell *cell)
{
    if (xlsx_cell_at(reading->sheet, cell->row, reading->columns[MEETING_KEY]))
        return;
    for (int i = MEETING_DAY; i < MEETING_COLUMNS; i++)
        if (cell->column == reading->columns[i]) {
            diag_add(reading->diags, RULE_MEETINGS_ROW, place_of(reading, cell->row, cell->column),
                     _("write it into the row of its meeting"),
                     _("the row has no id (Tunnus), so nobody knows whose meeting it is"));
            reading->is_understood = false;
        }
}

static void read_rows(struct meetings_reading *reading)
{
    for (size_t i = 0; i < reading->sheet->count; i++) {
        const struct xlsx_cell *cell = &reading->sheet->cells[i];
        if (cell->row <= reading->heads)
            continue;
        if (cell->column == reading->columns[MEETING_KEY])
            read_row(reading, cell);
        else
            check_stray(reading, cell);
    }
}

/* Returns whether elements can be added to the file as they are written here; reports when not. */
static bool has_no_prefix(const struct input_document *file, const xmlNode *root,
                          struct diags *diags)
{
    return !root->ns || !root->ns->prefix ||
           diag_add(diags, RULE_MEETINGS_FORM, (struct diag_place){.file = file->path},
                    _("write <kokoukset xmlns=\"urn:pykala:1\"> and no prefixes"),
                    _("the elements have the prefix %s:"), (const char *)root->ns->prefix);
}

bool meetings_read(const struct input_project *project, const struct meetings *meetings,
                   const char *workbook, struct arena *arena, struct diags *diags, struct buf *out,
                   struct buf *changes)
{
    const xmlNode *root = xmlDocGetRootElement(project->meetings->xml);
    const struct xlsx_book *book = xlsx_read(workbook, arena, diags);
    struct meetings_reading reading = {.meetings = meetings,
                                       .path = workbook,
                                       .root = root,
                                       .arena = arena,
                                       .diags = diags,
                                       .is_read = arena_alloc(arena, meetings->count + 1),
                                       .is_understood = true,
                                       .changes = {.arena = arena},
                                       .told = changes};
    if (!book || !has_no_prefix(project->meetings, root, diags) || !find_sheet(&reading, book))
        return false;
    read_rows(&reading);
    bool is_made = reading.is_understood;
    if (is_made && reading.changes.list.size)
        is_made = change_write(&reading.changes, root, diags, out);
    if (!is_made)
        buf_clear(changes);
    buf_free(&reading.changes.list);
    return is_made;
}
