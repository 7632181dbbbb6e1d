#include "report/report.h"

#include "base/message.h"
#include "report/clean.h"
#include "report/lines.h"
#include "report/words.h"

const char *severity_word(enum diag_severity severity)
{
    switch (severity) {
    case DIAG_INFO:
        return _("info");
    case DIAG_WARNING:
        return _("warning");
    case DIAG_ERROR:
        return _("error");
    case DIAG_FAILURE:
        return _("failure");
    }
    return "";
}

static void write_place(const struct diag_place *place, struct buf *out)
{
    if (!place->file)
        return;
    clean_append(place->file, true, out);
    if (place->line > 0)
        buf_printf(out, ":%d", place->line);
    if (place->line > 0 && place->column > 0)
        buf_printf(out, ":%d", place->column);
    buf_string(out, ": ");
}

/* How many characters a part of a line takes when it is shown. */
static size_t width(const char *text, size_t size)
{
    size_t count = 0;
    for (size_t i = 0; i < size; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

/* The line in the file, a number before it, and a caret below. */
static void write_line(struct lines *lines, const struct diag_place *place, struct buf *out)
{
    struct lines_excerpt excerpt;
    if (!lines || !lines_excerpt(lines, place, &excerpt))
        return;
    struct arena *arena = arena_new();
    const char *dots = excerpt.is_cut_before ? "…" : "";
    buf_printf(out, "%6d | %s", place->line, dots);
    clean_append(arena_strndup(arena, excerpt.text, excerpt.size), true, out);
    buf_printf(out, "%s\n       | %*s^\n", excerpt.is_cut_behind ? "…" : "",
               (int)(width(excerpt.text, excerpt.caret) + excerpt.is_cut_before), "");
    arena_free(arena);
}

static void write_diag(const struct diag *diag, struct lines *lines, struct buf *out)
{
    write_place(&diag->place, out);
    buf_printf(out, "%s: ", severity_word(diag->severity));
    clean_append(diag->message, true, out);
    buf_string(out, " [");
    clean_append(diag->rule, true, out);
    buf_string(out, "]\n");
    write_line(lines, &diag->place, out);
    if (!diag->hint)
        return;
    buf_string(out, "  ");
    clean_append(diag->hint, true, out);
    buf_char(out, '\n');
}

void report_text(const struct diags *diags, struct buf *out)
{
    for (size_t i = 0; i < diags_count(diags); i++)
        write_diag(diags_at(diags, i), NULL, out);
}

void report_text_with_lines(const struct diags *diags, struct buf *out)
{
    struct lines lines = {0};
    for (size_t i = 0; i < diags_count(diags); i++)
        write_diag(diags_at(diags, i), &lines, out);
    lines_free(&lines);
}
