#include "xlsx/book.h"

#include "base/message.h"
#include "xlsx/markup.h"
#include "xlsx/text.h"
#include "xlsx/xlsx.h"

#include <string.h>

struct reading {
    struct package *package;
    struct arena *arena;
    struct book *book;
};

/* Returns a name of the workbook, whose escapes are read, in the arena. */
static const char *read_name(struct reading *reading, const char *name)
{
    struct buf read = {0};
    buf_string(&read, "");
    text_append_read(name, strlen(name), &read);
    const char *copy = arena_strndup(reading->arena, read.data, read.size);
    buf_free(&read);
    return copy;
}

static void add_sheet(struct reading *reading, struct markup *markup)
{
    struct book_sheet sheet = {.name = "", .id = ""};
    const char *name = markup_attribute(markup, "name");
    if (name)
        sheet.name = read_name(reading, name);
    const char *id = markup_attribute(markup, "r:id");
    if (id)
        sheet.id = arena_strdup(reading->arena, id);
    const char *state = markup_attribute(markup, "state");
    sheet.is_hidden = state && strcmp(state, "visible") != 0;
    if (reading->book->sheets.size / sizeof sheet == XLSX_SHEETS) {
        package_is_over(reading->package, _("the workbook has more than %d sheets"), XLSX_SHEETS);
        markup_stop(markup);
        return;
    }
    buf_append(&reading->book->sheets, &sheet, sizeof sheet);
}

static void start(void *context, struct markup *markup)
{
    struct reading *reading = context;
    if (markup_is(markup, "workbook", "workbookPr")) {
        const char *is_1904 = markup_attribute(markup, "date1904");
        reading->book->is_1904 =
            is_1904 && (strcmp(is_1904, "1") == 0 || strcmp(is_1904, "true") == 0);
    } else if (markup_is(markup, "sheets", "sheet")) {
        add_sheet(reading, markup);
    }
}

static void end(void *context, struct markup *markup)
{
    (void)context, (void)markup;
}

bool book_read(struct package *package, const char *part, struct arena *arena, struct book *book)
{
    static const struct markup_listener listener = {start, end};
    struct reading reading = {.package = package, .arena = arena, .book = book};
    return markup_read(package, part, &listener, &reading);
}

void book_free(struct book *book)
{
    buf_free(&book->sheets);
}
