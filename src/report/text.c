#include "report/report.h"

#include "base/message.h"
#include "report/clean.h"

static const char *severity_word(enum diag_severity severity)
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

static void write_diag(const struct diag *diag, struct buf *out)
{
    write_place(&diag->place, out);
    buf_printf(out, "%s: ", severity_word(diag->severity));
    clean_append(diag->message, true, out);
    buf_string(out, " [");
    clean_append(diag->rule, true, out);
    buf_string(out, "]\n");
    if (!diag->hint)
        return;
    buf_string(out, "  ");
    clean_append(diag->hint, true, out);
    buf_char(out, '\n');
}

void report_text(const struct diags *diags, struct buf *out)
{
    for (size_t i = 0; i < diags_count(diags); i++)
        write_diag(diags_at(diags, i), out);
}
