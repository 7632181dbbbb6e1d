#include "xlsx/styles.h"

#include "base/message.h"
#include "xlsx/markup.h"

#include <string.h>

struct own_format {
    long number;
    enum format format;
};

struct reading {
    struct package *package;
    struct styles *styles;
    struct buf own; /* struct own_format */
};

/* Returns the kind of a format by its number: the workbook's own, or one that all have. */
static enum format find_format(const struct reading *reading, long number)
{
    const struct own_format *own = (const void *)reading->own.data;
    for (size_t i = 0; i < reading->own.size / sizeof *own; i++)
        if (own[i].number == number)
            return own[i].format;
    return format_built_in(number);
}

/* Returns whether a list has room for one more; reports when not. */
static bool has_room(struct reading *reading, const struct buf *list, size_t each, int most,
                     struct markup *markup)
{
    if (list->size / each < (size_t)most)
        return true;
    package_is_over(reading->package, _("the workbook has more than %d formats"), most);
    markup_stop(markup);
    return false;
}

static void start(void *context, struct markup *markup)
{
    struct reading *reading = context;
    if (markup_is(markup, "numFmts", "numFmt")) {
        struct own_format own = {.number = markup_number(markup, "numFmtId", 999999999, -1)};
        const char *code = markup_attribute(markup, "formatCode");
        own.format = format_of_code(code ? code : "");
        if (has_room(reading, &reading->own, sizeof own, STYLES_FORMATS, markup))
            buf_append(&reading->own, &own, sizeof own);
    } else if (markup_is(markup, "cellXfs", "xf")) {
        enum format format = find_format(reading, markup_number(markup, "numFmtId", 999999999, 0));
        struct buf *formats = &reading->styles->formats;
        if (has_room(reading, formats, sizeof format, STYLES_MOST, markup))
            buf_append(formats, &format, sizeof format);
    }
}

static void end(void *context, struct markup *markup)
{
    (void)context, (void)markup;
}

bool styles_read(struct package *package, const char *part, struct styles *styles)
{
    static const struct markup_listener listener = {start, end};
    struct reading reading = {.package = package, .styles = styles};
    bool is_read = markup_read(package, part, &listener, &reading);
    buf_free(&reading.own);
    return is_read;
}

void styles_free(struct styles *styles)
{
    buf_free(&styles->formats);
}

enum format styles_format(const struct styles *styles, long style)
{
    const enum format *formats = (const void *)styles->formats.data;
    size_t count = styles->formats.size / sizeof *formats;
    return style >= 0 && (size_t)style < count ? formats[style] : FORMAT_NUMBER;
}
