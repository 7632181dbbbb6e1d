#include "workbook/workbook.h"

#include "base/calendar.h"
#include "base/message.h"
#include "meetings/meetings.h"
#include "workbook/sheet.h"
#include "workbook/writer.h"

#include <stdlib.h>
#include <string.h>

enum column_kind { KIND_FIXED, KIND_TEXT, KIND_DAY, KIND_NUMBER, KINDS };

/* Of each column what it holds, and its width in digits. */
static const struct {
    enum column_kind kind;
    double width;
} columns[MEETING_COLUMNS] = {
    [MEETING_KEY] = {KIND_FIXED, 10},   [MEETING_PARTY] = {KIND_FIXED, 30},
    [MEETING_BODY] = {KIND_FIXED, 22},  [MEETING_MATTER] = {KIND_FIXED, 24},
    [MEETING_DAY] = {KIND_DAY, 13},     [MEETING_ITEM] = {KIND_NUMBER, 8},
    [MEETING_RECORD] = {KIND_TEXT, 22}, [MEETING_OUTCOME] = {KIND_TEXT, 12},
    [MEETING_NAME] = {KIND_TEXT, 22},   [MEETING_TITLE] = {KIND_TEXT, 22},
};

struct making {
    struct writer writer;
    const struct meetings *meetings;
    lxw_workbook *library;
    lxw_worksheet *sheet;
    lxw_format *formats[KINDS], *head;
    lxw_error error; /* the first */
    struct diags *diags;
};

static void note(struct making *making, lxw_error error)
{
    making->error = making->error ? making->error : error;
}

static void add_formats(struct making *making)
{
    enum { PALE_YELLOW = 0xFFFBE6, GREY = 0x7F7F7F };
    static const char *const numbers[KINDS] = {"@", "@", "d.m.yyyy", "General"};
    const struct writer *writer = &making->writer;
    for (int i = 0; i < KINDS; i++) {
        making->formats[i] = writer_format(writer, making->library, numbers[i]);
        writer->format_set_text_wrap(making->formats[i]);
        if (i == KIND_FIXED)
            continue;
        writer->format_set_unlocked(making->formats[i]);
        writer->format_set_border(making->formats[i], LXW_BORDER_THIN);
        writer->format_set_border_color(making->formats[i], GREY);
        writer->format_set_bg_color(making->formats[i], PALE_YELLOW);
        writer->format_set_align(making->formats[i], LXW_ALIGN_LEFT);
    }
    making->head = writer_format(writer, making->library, "@");
    writer->format_set_bold(making->head);
    writer->format_set_text_wrap(making->head);
}

static void write_text(struct making *making, lxw_row_t line, lxw_col_t column, const char *text,
                       lxw_format *format)
{
    struct buf escaped = {0};
    buf_string(&escaped, "");
    writer_escape(text, &escaped);
    note(making,
         making->writer.worksheet_write_string(making->sheet, line, column, escaped.data, format));
    buf_free(&escaped);
}

/* Returns the words for an outcome. */
static const char *words_of(const char *id)
{
    for (const struct meeting_outcome *outcome = meetings_outcomes; outcome->id; outcome++)
        if (strcmp(outcome->id, id) == 0)
            return outcome->words;
    return id;
}

static void write_cell(struct making *making, lxw_row_t line, lxw_col_t column, const char *text)
{
    enum column_kind kind = columns[column].kind;
    lxw_format *format = making->formats[kind];
    int32_t day;
    if (!text)
        note(making, making->writer.worksheet_write_blank(making->sheet, line, column, format));
    else if (kind == KIND_DAY && calendar_read(text, &day))
        note(making, making->writer.worksheet_write_number(making->sheet, line, column,
                                                           day + SHEET_DAY_OF_1970, format));
    else if (kind == KIND_NUMBER)
        note(making, making->writer.worksheet_write_number(making->sheet, line, column, atoi(text),
                                                           format));
    else
        write_text(making, line, column, column == MEETING_OUTCOME ? words_of(text) : text, format);
}

/* Lets a column of rows choose among the outcomes. Excel checks only what is typed: what is pasted
 * is checked when the workbook comes back. */
static void offer_outcomes(struct making *making, lxw_row_t last)
{
    enum { MOST = 8 };
    char *words[MOST + 1] = {NULL};
    for (size_t i = 0; i < MOST && meetings_outcomes[i].id; i++)
        words[i] = strdup(meetings_outcomes[i].words);
    lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_LIST, .value_list = words};
    for (lxw_row_t line = 1; line <= last; line++)
        note(making, making->writer.worksheet_data_validation_cell(making->sheet, line,
                                                                   MEETING_OUTCOME, &rule));
    for (size_t i = 0; i < MOST; i++)
        free(words[i]);
}

static void write_rows(struct making *making)
{
    const struct meetings *meetings = making->meetings;
    for (lxw_col_t i = 0; i < MEETING_COLUMNS; i++) {
        lxw_row_col_options options = {.hidden = i == MEETING_KEY};
        note(making, making->writer.worksheet_set_column_opt(making->sheet, i, i, columns[i].width,
                                                             NULL, &options));
        write_text(making, 0, i, meetings_heads[i], making->head);
    }
    for (size_t row = 0; row < meetings->count; row++)
        for (lxw_col_t i = 0; i < MEETING_COLUMNS; i++)
            write_cell(making, (lxw_row_t)row + 1, i, meetings->rows[row].cells[i]);
    offer_outcomes(making, (lxw_row_t)meetings->count);
}

/* Keeps the heads in sight and on each page, and locks what isn't to be filled in, without a
 * password: the lock is against slips. */
static void set_up(struct making *making)
{
    enum { A4 = 9 };
    const struct writer *writer = &making->writer;
    lxw_protection allowed = {.format_columns = LXW_TRUE, .format_rows = LXW_TRUE};
    writer->worksheet_freeze_panes(making->sheet, 1, MEETING_DAY);
    writer->worksheet_set_landscape(making->sheet);
    writer->worksheet_set_paper(making->sheet, A4);
    writer->worksheet_fit_to_pages(making->sheet, 1, 0);
    note(making, writer->worksheet_repeat_rows(making->sheet, 0, 0));
    writer->worksheet_protect(making->sheet, NULL, &allowed);
}

static bool fill(void *context, lxw_workbook *library)
{
    struct making *making = context;
    char title[] = MEETINGS_SHEET;
    making->library = library;
    making->sheet = making->writer.workbook_add_worksheet(library, MEETINGS_SHEET);
    writer_set_properties(&making->writer, library, title, NULL);
    add_formats(making);
    write_rows(making);
    set_up(making);
    return !making->error ||
           writer_failed(making->diags, making->writer.lxw_strerror(making->error));
}

bool workbook_meetings(const struct meetings *meetings, struct diags *diags, struct buf *out)
{
    struct making making = {.meetings = meetings, .diags = diags};
    if (meetings->count >= SHEET_MOST_ROWS)
        return diag_add(diags, RULE_WORKBOOK_LIMIT, (struct diag_place){0}, NULL,
                        _("more meetings than a sheet has rows"));
    return writer_open(&making.writer, diags) &&
           writer_make(&making.writer, false, fill, &making, diags, out);
}
