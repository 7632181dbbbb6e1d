#include "workbook/workbook.h"

#include "followup/followup.h"
#include "workbook/sheet.h"

#include <string.h>

/* Adds the formats. "@" is text: it stays so when somebody edits it, whatever it begins with. */
static void add_formats(struct book *book)
{
    static const char *const numbers[] = {
        [TABLE_ID] = "@",          [TABLE_TEXT] = "@",  [TABLE_DATE] = "d.m.yyyy",
        [TABLE_COUNT] = "#,##0",   [TABLE_LABEL] = "0", [TABLE_SHARE] = "0.0",
        [TABLE_VALUE] = "General",
    };
    for (size_t i = 0; i < SHEET_FORMATS; i++)
        book->formats[i] = writer_format(&book->writer, book->library, numbers[i]);
    book->writer.format_set_text_wrap(book->formats[TABLE_TEXT]);
    book->head = writer_format(&book->writer, book->library, "@");
    book->writer.format_set_bold(book->head);
}

static void set_properties(const struct book *book)
{
    const char *year = xml_attribute(book->summary, "vuosi");
    struct buf title = {0};
    buf_printf(&title, "%s %s", (const char *)book->summary->name, year ? year : "");
    writer_set_properties(&book->writer, book->library, title.data,
                          xml_attribute(book->summary, "maaraaika"));
    buf_free(&title);
}

static bool add_sheets(void *context, lxw_workbook *library)
{
    struct book *book = context;
    book->library = library;
    add_formats(book);
    set_properties(book);
    for (size_t i = 0; i < table_count(); i++)
        if (!sheet_add(book, table_at(i)))
            return false;
    return true;
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
    return fits(&book) && writer_open(&book.writer, diags) &&
           writer_make(&book.writer, true, add_sheets, &book, diags, out);
}
