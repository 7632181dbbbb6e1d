#include "report/html.h"

#include "base/clean.h"
#include "report/language.h"

#include <stdbool.h>
#include <string.h>

static void escape(char c, struct buf *out)
{
    static const struct {
        char c;
        const char *reference;
    } escapes[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
        if (escapes[i].c == c) {
            buf_string(out, escapes[i].reference);
            return;
        }
    buf_char(out, c);
}

void html_text(const char *text, struct buf *out)
{
    struct buf clean = {0};
    clean_shown(text, &clean);
    for (size_t i = 0; i < clean.size; i++)
        escape(clean.data[i], out);
    buf_free(&clean);
}

void html_begin_code(struct buf *out)
{
    bool is_finnish = strcmp(report_language(), "fi") == 0;
    buf_string(out, is_finnish ? "<code translate=\"no\">" : "<code lang=\"fi\" translate=\"no\">");
}

void html_code(const char *text, struct buf *out)
{
    html_begin_code(out);
    html_text(text, out);
    buf_string(out, "</code>");
}

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80 || (c && strchr("-._:", c));
}

/* The limit of a quotation: in a longer element, each tag alone is code. */
enum { MOST_QUOTED = 200 };

/* Returns the size of the tag at text, of the whole element when its end tag follows, or 0. */
static size_t tag_size(const char *text)
{
    size_t size = strcspn(text + 1, "<>") + 1, name = strcspn(text + 1, " />");
    if (text[size] != '>' || size == 1 || text[1] == ' ')
        return 0;
    struct buf near = {0}, end_tag = {0};
    buf_append(&near, text, strnlen(text, MOST_QUOTED));
    buf_printf(&end_tag, "</%.*s>", (int)(name < MOST_QUOTED ? name : MOST_QUOTED), text + 1);
    const char *end = name ? strstr(near.data, end_tag.data) : NULL;
    size = end ? (size_t)(end - near.data) + end_tag.size : size + 1;
    buf_free(&end_tag);
    buf_free(&near);
    return size;
}

/* Returns the size of the tag, element, attribute or value at text, or 0. */
static size_t quoted_size(const char *text)
{
    size_t size = 0;
    if (*text == '"') {
        size = strcspn(text + 1, "\"") + 1;
        return text[size] ? size + 1 : 0;
    }
    if (*text == '<')
        return tag_size(text);
    while (is_name(text[size]))
        size++;
    if (!size || text[size] != '=' || text[size + 1] != '"')
        return 0;
    size += 2;
    size += strcspn(text + size, "\"");
    return text[size] ? size + 1 : 0;
}

static void write_part(const char *text, size_t size, bool is_code, struct buf *out)
{
    struct buf part = {0};
    buf_append(&part, text, size);
    if (size)
        (is_code ? html_code : html_text)(part.data, out);
    buf_free(&part);
}

void html_sentence(const char *text, struct buf *out)
{
    size_t plain = 0;
    while (text[plain]) {
        bool is_start = !plain || !is_name(text[plain - 1]);
        size_t size = is_start ? quoted_size(text + plain) : 0;
        if (!size) {
            plain++;
            continue;
        }
        write_part(text, plain, false, out);
        write_part(text + plain, size, true, out);
        text += plain + size;
        plain = 0;
    }
    write_part(text, plain, false, out);
}

void html_element(const char *tag, const char *text, struct buf *out)
{
    buf_printf(out, "<%s>", tag);
    html_text(text, out);
    buf_printf(out, "</%.*s>\n", (int)strcspn(tag, " "), tag);
}

static void write_start(const char *language, const char *mark, struct buf *out)
{
    buf_printf(out,
               "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta name=\"generator\" content=\"%s\">\n",
               language, mark);
}

bool html_has_mark(const char *bytes, size_t size, const char *mark)
{
    static const char before[] = "<!DOCTYPE html>\n<html lang=\"";
    struct buf start = {0};
    if (size < sizeof before + 1)
        return false;
    const char language[] = {bytes[sizeof before - 1], bytes[sizeof before], '\0'};
    write_start(language, mark, &start);
    bool has_mark = start.size <= size && memcmp(start.data, bytes, start.size) == 0;
    buf_free(&start);
    return has_mark;
}

void html_begin(const char *title, const char *mark, struct buf *out)
{
    write_start(report_language(), mark, out);
    buf_string(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<meta http-equiv=\"Content-Security-Policy\" "
                    "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    html_element("title", title, out);
    buf_printf(out, "<style>%s</style>\n</head>\n<body>\n<main>\n", html_style);
}

void html_end(struct buf *out)
{
    buf_string(out, "</main>\n</body>\n</html>\n");
}
