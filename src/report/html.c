#include "report/html.h"

#include "base/message.h"
#include "report/clean.h"

#include <string.h>

static const char style[] =
    "html{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff}"
    "body{margin:0 auto;padding:1rem;max-width:48rem}"
    "h1,h2,h3,p,dd,td,th,a{overflow-wrap:anywhere}"
    "h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}"
    "h2{font-size:1.25rem;margin:1.5rem 0 .5rem}h3{font-size:1.05rem;margin:0 0 .25rem}"
    ".verdict{border-left:.5rem solid;padding:.75rem 1rem;background:#f4f4f4}"
    ".rejected{border-color:#a40000}.remarks{border-color:#8a5a00}.accepted{border-color:#1d6b1d}"
    ".missing{border-color:#555}"
    "ol.points{padding:0;list-style:none}"
    "ol.points>li{border-top:1px solid #767676;padding:.75rem 0;break-inside:avoid}"
    "dl{margin:0}dt{font-weight:600}dd{margin:0 0 .5rem}"
    "pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f4f4f4;padding:.5rem;"
    "margin:.25rem 0}"
    "code{font-family:ui-monospace,monospace}mark{background:#ffe08a;color:#1a1a1a}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed}"
    "th,td{text-align:left;vertical-align:top;border-bottom:1px solid #767676;padding:.35rem .4rem}"
    "tr{break-inside:avoid}a{color:#0b4f9e}"
    "@media print{body{padding:0;max-width:none}a{color:inherit}"
    ".verdict,pre{background:none;border:1px solid #555}}";

/* The value of a field of the catalogue's header: the language of what gettext returns. */
static void write_language(struct buf *out)
{
    static const char header_id[] = "", field[] = "Language: ";
    const char *header = gettext(header_id);
    const char *language = header ? strstr(header, field) : NULL;
    if (!language) {
        buf_string(out, "en"); /* no catalogue */
        return;
    }
    language += sizeof field - 1;
    buf_append(out, language, strspn(language, "abcdefghijklmnopqrstuvwxyz"));
}

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
    clean_append(text, true, &clean);
    for (size_t i = 0; i < clean.size; i++)
        escape(clean.data[i], out);
    buf_free(&clean);
}

void html_element(const char *tag, const char *text, struct buf *out)
{
    buf_printf(out, "<%s>", tag);
    html_text(text, out);
    buf_printf(out, "</%.*s>\n", (int)strcspn(tag, " "), tag);
}

void html_begin(const char *title, struct buf *out)
{
    buf_string(out, "<!DOCTYPE html>\n<html lang=\"");
    write_language(out);
    buf_string(out, "\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<meta http-equiv=\"Content-Security-Policy\" "
                    "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    html_element("title", title, out);
    buf_printf(out, "<style>%s</style>\n</head>\n<body>\n<main>\n", style);
}

void html_end(struct buf *out)
{
    buf_string(out, "</main>\n</body>\n</html>\n");
}
