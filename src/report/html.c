#include "report/html.h"

#include "base/message.h"
#include "report/clean.h"

#include <string.h>

static const char style[] =
    "html{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff}"
    "body{margin:0 auto;padding:1rem;max-width:56rem}"
    "h1,h2,h3,p,dd,td,th,a{overflow-wrap:anywhere}"
    "h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}"
    "h2{font-size:1.25rem;margin:1.5rem 0 .5rem}h3{font-size:1.05rem;margin:0 0 .25rem}"
    ".verdict{border-left:.5rem solid;padding:.75rem 1rem;margin-bottom:1rem;background:#f4f4f4}"
    ".verdict p{margin:0}"
    ".verdict.rejected{border-color:#a40000}.verdict.remarks{border-color:#8a5a00}"
    ".verdict.accepted{border-color:#1d6b1d}.verdict.missing{border-color:#555}"
    "ol.points{padding:0;margin:0;list-style:none}"
    "ol.points>li{border-top:1px solid #767676;padding:.75rem 0;break-inside:avoid}"
    ".todo{margin:0 0 .5rem;padding-left:.75rem;border-left:.25rem solid #0b4f9e}"
    "dl{margin:0;display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem}"
    "dt{font-weight:600}dd{margin:0}li dl{font-size:.9rem}"
    "pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f4f4f4;padding:.5rem;"
    "margin:.25rem 0 .5rem}"
    "code{font-family:ui-monospace,monospace}mark{background:#ffe08a;color:#1a1a1a}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;vertical-align:top;border-bottom:1px solid #767676;padding:.35rem .4rem}"
    "thead th:first-child{width:45%}td.number,th.number{text-align:right}"
    "td.rejected{color:#a40000;font-weight:600}"
    "tr{break-inside:avoid}a{color:#0b4f9e}"
    /* A narrow window has no room for columns: each cell says what it is. */
    "@media screen and (max-width:36rem){dl{display:block}dd{margin-bottom:.4rem}"
    "thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}"
    "table,tbody,tr,tbody "
    "th{display:block}td{display:inline-block;margin-right:1rem}tr{border-bottom:1px solid "
    "#767676;padding:.4rem 0}"
    "tbody th,td,td.number{border:0;padding:0;text-align:left}"
    "td::before{content:attr(data-head) \": \";font-weight:400;color:#1a1a1a}}"
    "@media print{@page{margin:18mm}body{padding:0;max-width:none}a{color:inherit}"
    ".verdict{background:none;border:1px solid #555;border-left:.5rem solid}"
    "pre{background:none;border:1px solid #555}mark{border:1px solid #1a1a1a}nav{display:none}}";

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
