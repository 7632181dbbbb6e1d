#include "workbook/workbook.h"

#include "base/calendar.h"
#include "base/memory.h"
#include "base/message.h"
#include "followup/followup.h"
#include "workbook/memory_file.h"
#include "workbook/sheet.h"

#include <errno.h>
#include <locale.h>
#include <string.h>

static lxw_format *add_format(const struct book *book, const char *number)
{
    lxw_format *format = book->writer.workbook_add_format(book->library);
    if (!format)
        memory_exhausted();
    book->writer.format_set_num_format(format, number);
    book->writer.format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
}

/* Adds the formats. "@" is text: it stays so when somebody edits it, whatever it begins with. */
static void add_formats(struct book *book)
{
    static const char *const numbers[] = {
        [TABLE_ID] = "@",          [TABLE_TEXT] = "@",  [TABLE_DATE] = "d.m.yyyy",
        [TABLE_COUNT] = "#,##0",   [TABLE_LABEL] = "0", [TABLE_SHARE] = "0.0",
        [TABLE_VALUE] = "General",
    };
    for (size_t i = 0; i < SHEET_FORMATS; i++)
        book->formats[i] = add_format(book, numbers[i]);
    book->writer.format_set_text_wrap(book->formats[TABLE_TEXT]);
    book->head = add_format(book, "@");
    book->writer.format_set_bold(book->head);
}

/* Sets the title, and the deadline as the time at which the file was made: the clock's would be
 * another in each file. */
static void set_properties(const struct book *book)
{
    enum { HALF_A_DAY = 43200, A_DAY = 86400 };
    const char *deadline = xml_attribute(book->summary, "maaraaika");
    const char *year = xml_attribute(book->summary, "vuosi");
    int32_t day = 0;
    if (deadline)
        calendar_read(deadline, &day);
    struct buf title = {0};
    buf_printf(&title, "%s %s", (const char *)book->summary->name, year ? year : "");
    /* At noon, since the library takes 0 for the clock's time. */
    lxw_doc_properties properties = {.title = title.data,
                                     .created = (time_t)day * A_DAY + HALF_A_DAY};
    book->writer.workbook_set_properties(book->library, &properties);
    buf_free(&title);
}

static bool add_sheets(struct book *book)
{
    add_formats(book);
    set_properties(book);
    for (size_t i = 0; i < table_count(); i++)
        if (!sheet_add(book, table_at(i)))
            return false;
    return true;
}

/* Makes the workbook in the file of that name. */
static bool make(struct book *book, const char *name)
{
    /* Rows don't stay in memory as cells. */
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    book->library = book->writer.workbook_new_opt(name, &options);
    if (!book->library)
        memory_exhausted();
    if (!add_sheets(book)) {
        book->writer.lxw_workbook_free(book->library);
        return false;
    }
    lxw_error error = book->writer.workbook_close(book->library);
    return error == LXW_NO_ERROR || sheet_failed(book->diags, book->writer.lxw_strerror(error));
}

/* Makes it with full stops in numbers: the library would take the sign of the user's locale. */
static bool make_with_stops(struct book *book, const char *name)
{
    struct buf own = {0};
    buf_string(&own, setlocale(LC_NUMERIC, NULL));
    setlocale(LC_NUMERIC, "C");
    bool is_made = make(book, name);
    setlocale(LC_NUMERIC, own.data);
    buf_free(&own);
    return is_made;
}

/* Returns whether all tables have room; reports all that hasn't. */
static bool fits(const struct book *book)
{
    bool has_room = true;
    for (size_t i = 0; i < table_count(); i++)
        has_room &= sheet_fits(book, table_at(i));
    return has_room;
}

bool workbook_write(const xmlNode *summary, const char *folder, struct diags *diags,
                    struct buf *out)
{
    struct book book = {.summary = summary, .folder = folder, .diags = diags};
    struct buf name = {0};
    if (!fits(&book) || !writer_open(&book.writer, diags))
        return false;
    FILE *file = memory_file_open();
    if (!file)
        return sheet_failed(diags, strerror(errno));
    memory_file_name(file, &name);
    bool is_written = make_with_stops(&book, name.data);
    if (is_written && !memory_file_read(file, out))
        is_written = sheet_failed(diags, strerror(errno));
    buf_free(&name);
    fclose(file);
    return is_written;
}
