#include "workbook/writer.h"

#include "base/calendar.h"
#include "base/memory.h"
#include "base/message.h"
#include "workbook/memory_file.h"

#include <errno.h>
#include <locale.h>
#include <string.h>

static const struct shared_function functions[] = {
#define FUNCTION(name) SHARED_ROW(struct writer, name)
#include "workbook/writer.def"
#undef FUNCTION
};

bool writer_open(struct writer *writer, struct diags *diags)
{
    return shared_open(PYKALA_LIBRARY_XLSXWRITER, "libxlsxwriter4", functions,
                       sizeof functions / sizeof *functions, writer, diags);
}

bool writer_failed(struct diags *diags, const char *reason)
{
    return diag_add(diags, RULE_FILE_WRITE, (struct diag_place){0}, NULL,
                    _("the workbook cannot be made: %s"), reason);
}

lxw_format *writer_format(const struct writer *writer, lxw_workbook *library, const char *number)
{
    lxw_format *format = writer->workbook_add_format(library);
    if (!format)
        memory_exhausted();
    writer->format_set_num_format(format, number);
    writer->format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
}

void writer_set_properties(const struct writer *writer, lxw_workbook *library, char *title,
                           const char *day)
{
    enum { HALF_A_DAY = 43200, A_DAY = 86400 };
    int32_t number = 0;
    if (day)
        calendar_read(day, &number);
    /* At noon, since the library takes 0 for the clock's time. */
    lxw_doc_properties properties = {.title = title,
                                     .created = (time_t)number * A_DAY + HALF_A_DAY};
    writer->workbook_set_properties(library, &properties);
}

/* Returns whether text begins like a character's number in a workbook: _x000A_. */
static bool is_escape(const char *text)
{
    return strncmp(text, "_x", 2) == 0 && strspn(text + 2, "0123456789ABCDEFabcdef") >= 4 &&
           text[6] == '_';
}

void writer_escape(const char *text, struct buf *out)
{
    for (; *text; text++) {
        buf_string(out, is_escape(text) ? "_x005F" : "");
        buf_char(out, *text);
    }
}

/* Makes the workbook in the file of that name. */
static bool make(const struct writer *writer, bool is_large, const char *name, writer_fill *fill,
                 void *context, struct diags *diags)
{
    lxw_workbook_options options = {.constant_memory = is_large ? LXW_TRUE : LXW_FALSE};
    lxw_workbook *library = writer->workbook_new_opt(name, &options);
    if (!library)
        memory_exhausted();
    if (!fill(context, library)) {
        writer->lxw_workbook_free(library);
        return false;
    }
    lxw_error error = writer->workbook_close(library);
    return error == LXW_NO_ERROR || writer_failed(diags, writer->lxw_strerror(error));
}

bool writer_make(const struct writer *writer, bool is_large, writer_fill *fill, void *context,
                 struct diags *diags, struct buf *out)
{
    struct buf name = {0}, locale = {0};
    FILE *file = memory_file_open();
    if (!file)
        return writer_failed(diags, strerror(errno));
    memory_file_name(file, &name);
    /* With full stops in numbers: the library would take the sign of the user's locale. */
    buf_string(&locale, setlocale(LC_NUMERIC, NULL));
    setlocale(LC_NUMERIC, "C");
    bool is_written = make(writer, is_large, name.data, fill, context, diags);
    setlocale(LC_NUMERIC, locale.data);
    if (is_written && !memory_file_read(file, out))
        is_written = writer_failed(diags, strerror(errno));
    buf_free(&locale);
    buf_free(&name);
    fclose(file);
    return is_written;
}
