#include "report/mail.h"

#include "base/clean.h"
#include "report/width.h"

#include <string.h>

void mail_write(const char *head, const char *text, struct buf *out)
{
    struct buf clean = {0};
    clean_shown(text, &clean);
    size_t indent = width_of(head, strlen(head)), column = indent;
    bool is_first = true;
    buf_string(out, head);
    for (const char *word = clean.size ? clean.data : ""; *word; word += strspn(word, " ")) {
        size_t size = strcspn(word, " "), width = width_of(word, size);
        if (!is_first && column + 1 + width > MAIL_COLUMNS) {
            buf_printf(out, "\n%*s", (int)indent, "");
            column = indent;
        } else if (!is_first) {
            buf_char(out, ' ');
            column++;
        }
        buf_append(out, word, size);
        column += width;
        is_first = false;
        word += size;
    }
    buf_char(out, '\n');
    buf_free(&clean);
}

void mail_write_heading(const char *heading, char rule, struct buf *out)
{
    buf_printf(out, "\n%s\n", heading);
    for (size_t i = width_of(heading, strlen(heading)); i; i--)
        buf_char(out, rule);
    buf_string(out, "\n");
}

void mail_write_pair(const char *name, const char *value, struct buf *out)
{
    struct buf head = {0};
    buf_printf(&head, "%s: ", name);
    size_t columns = width_of(head.data, head.size) + width_of(value, strlen(value));
    if (columns > MAIL_COLUMNS && !strchr(value, ' ')) {
        buf_printf(out, "%s:\n", name);
        mail_write("  ", value, out);
    } else {
        mail_write(head.data, value, out);
    }
    buf_free(&head);
}
