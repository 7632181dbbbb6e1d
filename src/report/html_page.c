#include "report/html_page.h"

#include "report/html.h"

#include <string.h>

const char *page_verdict_class(enum receipt_verdict verdict)
{
    static const char *const classes[RECEIPT_VERDICTS] = {
        [RECEIPT_UNCHECKED] = "unchecked", [RECEIPT_UNCOMPARED] = "unchecked",
        [RECEIPT_UNREAD] = "unchecked",    [RECEIPT_MISSING] = "missing",
        [RECEIPT_REJECTED] = "rejected",   [RECEIPT_REMARKS] = "remarks",
        [RECEIPT_ACCEPTED] = "accepted",
    };
    return classes[verdict];
}

void page_begin(const char *mark, const char *verdict, const char *subject,
                enum receipt_verdict class, struct buf *out)
{
    struct buf title = {0};
    buf_printf(&title, "%s: %s", verdict, subject);
    html_begin(title.data, mark, out);
    buf_printf(out, "<div class=\"verdict %s\">\n", page_verdict_class(class));
    html_element("h1", verdict, out);
    buf_free(&title);
}

void page_pair(const char *name, const char *value, struct buf *out)
{
    if (!value)
        return;
    html_element("dt", name, out);
    html_element("dd", value, out);
}

void page_path(const char *path, struct buf *out)
{
    for (size_t size; *path; path += size) {
        size = strcspn(path, "/");
        size += path[size] == '/';
        struct buf step = {0};
        buf_append(&step, path, size);
        html_text(step.data, out);
        buf_string(out, path[size] ? "<wbr>" : "");
        buf_free(&step);
    }
}
