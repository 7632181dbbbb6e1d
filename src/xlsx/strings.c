#include "xlsx/strings.h"

#include "base/message.h"
#include "xlsx/markup.h"
#include "xlsx/text.h"
#include "xlsx/xlsx.h"

struct reading {
    struct package *package;
    struct arena *arena;
    struct strings *strings;
    struct text text;
};

static void start(void *context, struct markup *markup)
{
    struct reading *reading = context;
    text_start(&reading->text, markup);
    if (!markup_is(markup, "sst", "si"))
        return;
    buf_clear(&reading->text.whole);
    if (reading->strings->texts.size / sizeof(char *) < XLSX_STRINGS)
        return;
    package_is_over(reading->package, _("the workbook has more than %d texts"), XLSX_STRINGS);
    markup_stop(markup);
}

static void end(void *context, struct markup *markup)
{
    struct reading *reading = context;
    text_end(&reading->text, markup);
    if (!markup_is(markup, "sst", "si"))
        return;
    const struct buf *whole = &reading->text.whole;
    const char *text = whole->size ? arena_strndup(reading->arena, whole->data, whole->size) : "";
    buf_append(&reading->strings->texts, &text, sizeof text);
}

bool strings_read(struct package *package, const char *part, struct arena *arena,
                  struct strings *strings)
{
    static const struct markup_listener listener = {start, end};
    struct reading reading = {
        .package = package, .arena = arena, .strings = strings, .text = {.parent = "si"}};
    bool is_read = markup_read(package, part, &listener, &reading);
    buf_free(&reading.text.whole);
    return is_read;
}

void strings_free(struct strings *strings)
{
    buf_free(&strings->texts);
}

const char *strings_at(const struct strings *strings, long number)
{
    const char *const *texts = (const void *)strings->texts.data;
    size_t count = strings->texts.size / sizeof *texts;
    return number >= 0 && (size_t)number < count ? texts[number] : NULL;
}
