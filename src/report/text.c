#include "report/report.h"

#include "base/clean.h"
#include "base/message.h"
#include "report/lines.h"
#include "report/width.h"
#include "report/words.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

/* Returns an escape sequence of ECMA-48 (SGR), or nothing. */
static const char *colour(enum diag_severity severity, bool is_coloured)
{
    static const char *const colours[] = {
        [DIAG_INFO] = "\033[1;36m",
        [DIAG_WARNING] = "\033[1;33m",
        [DIAG_ERROR] = "\033[1;31m",
        [DIAG_FAILURE] = "\033[1;31m",
    };
    return is_coloured ? colours[severity] : "";
}

static const char *bold(bool is_coloured)
{
    return is_coloured ? "\033[1m" : "";
}

static const char *plain(bool is_coloured)
{
    return is_coloured ? "\033[0m" : "";
}

static void write_place(const struct diag_place *place, struct buf *out)
{
    if (!place->file)
        return;
    clean_shown(place->file, out);
    if (place->line > 0)
        buf_printf(out, ":%d", place->line);
    if (place->line > 0 && place->column > 0)
        buf_printf(out, ":%d", place->column);
    if (place->cell) {
        buf_string(out, ", ");
        clean_shown(place->cell, out);
    }
    buf_string(out, ": ");
}

/* Returns a part of a line as it is shown: a tab and all that cannot be shown are one column wide.
 */
static struct buf shown(const char *text, size_t size)
{
    struct buf part = {0}, clean = {0};
    buf_append(&part, text, size);
    buf_string(&clean, "");
    clean_shown(size ? part.data : "", &clean);
    buf_free(&part);
    return clean;
}

/* Appends the line in the file, a number before it, and a caret below. */
static void write_line(struct lines *lines, const struct diag *diag, bool is_coloured,
                       struct buf *out)
{
    struct lines_excerpt excerpt;
    if (!lines || !lines_excerpt(lines, &diag->place, &excerpt))
        return;
    struct buf before = shown(excerpt.text, excerpt.caret);
    struct buf behind = shown(excerpt.text + excerpt.caret, excerpt.size - excerpt.caret);
    const char *dots = excerpt.is_cut_before ? "…" : "";
    buf_printf(out, "%6d | %s%s%s%s\n", diag->place.line, dots, before.data, behind.data,
               excerpt.is_cut_behind ? "…" : "");
    buf_printf(out, "       | %*s%s^%s\n",
               (int)(width_of(before.data, before.size) + excerpt.is_cut_before), "",
               colour(diag->severity, is_coloured), plain(is_coloured));
    buf_free(&before);
    buf_free(&behind);
}

static void write_diag(const struct diag *diag, struct lines *lines, bool is_coloured,
                       struct buf *out)
{
    buf_string(out, bold(is_coloured));
    write_place(&diag->place, out);
    buf_printf(out, "%s%s%s: ", colour(diag->severity, is_coloured), severity_word(diag->severity),
               plain(is_coloured));
    clean_shown(diag->message, out);
    buf_string(out, " [");
    clean_shown(rule_info(diag->rule)->id, out);
    buf_string(out, "]\n");
    write_line(lines, diag, is_coloured, out);
    if (!diag->hint)
        return;
    buf_string(out, "  ");
    clean_shown(diag->hint, out);
    buf_char(out, '\n');
}

void report_text(const struct diags *diags, struct buf *out)
{
    for (size_t i = 0; i < diags_count(diags); i++)
        write_diag(diags_at(diags, i), NULL, false, out);
}

void report_text_with_lines(const struct diags *diags, bool is_coloured, struct buf *out)
{
    struct lines lines = {0};
    for (size_t i = 0; i < diags_count(diags); i++)
        write_diag(diags_at(diags, i), &lines, is_coloured, out);
    lines_free(&lines);
}

bool report_is_coloured(FILE *stream)
{
    const char *declined = getenv("NO_COLOR"), *terminal = getenv("TERM");
    int before = errno; /* a stream that is no terminal is no error, and may not hide one */
    bool is_terminal = isatty(fileno(stream)) == 1;
    errno = before;
    return is_terminal && !(declined && *declined) && terminal && *terminal &&
           strcmp(terminal, "dumb") != 0;
}
