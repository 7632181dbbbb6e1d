/* What was corrected in copies of files, for people and for programs. */
#include "report/report.h"

#include "base/clean.h"
#include "base/message.h"
#include "report/json_value.h"

#include <string.h>

enum { SHOWN = 60 /* bytes of what was or is written */ };

static void write_quoted(const char *text, struct buf *out)
{
    struct buf clipped = {0};
    buf_clipped(&clipped, text, strlen(text), SHOWN);
    buf_char(out, '"');
    clean_shown(clipped.data, out);
    buf_char(out, '"');
    buf_free(&clipped);
}

static void write_change(const struct correction *change, struct buf *out)
{
    if (!change->line) {
        clean_printf(out, _("  the whole file is in UTF-8 now: %s"), change->message);
        buf_char(out, '\n');
        return;
    }
    buf_printf(out, _("  line %d, column %d: "), change->line, change->column);
    if (!*change->was) {
        write_quoted(change->now, out);
        buf_string(out, _(" added: "));
    } else {
        write_quoted(change->was, out);
        buf_string(out, *change->now ? " → " : _(" deleted: "));
    }
    if (*change->was && *change->now) {
        write_quoted(change->now, out);
        buf_string(out, ": ");
    }
    clean_shown(change->message, out);
    buf_char(out, '\n');
}

/* Writes what the format makes of a file, and how many, as a line. */
static void write_count(const char *format, const struct report_fix *fix, size_t count,
                        struct buf *out) __attribute__((format(printf, 1, 0)));
static void write_count(const char *format, const struct report_fix *fix, size_t count,
                        struct buf *out)
{
    clean_printf(out, format, fix->file, count, fix->copy ? fix->copy : "");
    buf_char(out, '\n');
}

static void write_fix(const struct report_fix *fix, struct buf *out)
{
    if (fix->copy)
        write_count(ngettext("%s: %zu correction, in the copy %s",
                             "%s: %zu corrections, in the copy %s", fix->count),
                    fix, fix->count, out);
    for (size_t i = 0; fix->copy && i < fix->count; i++)
        write_change(&fix->changes[i], out);
    if (fix->left)
        write_count(ngettext("%s: %zu more correction is certain but could not be made; make it "
                             "by hand",
                             "%s: %zu more corrections are certain but could not be made; make "
                             "them by hand",
                             fix->left),
                    fix, fix->left, out);
    if (fix->is_workbook) {
        clean_printf(out, _("%s: a workbook is not corrected; mend in it the cells named below"),
                     fix->file);
        buf_char(out, '\n');
    }
}

void report_fixes_text(const struct report_fix *fixes, size_t count, struct buf *out)
{
    bool is_any = false;
    for (size_t i = 0; i < count; i++) {
        write_fix(&fixes[i], out);
        is_any |= fixes[i].copy != NULL;
    }
    if (!is_any)
        buf_string(out, _("Nothing could be corrected for certain; no copy was made\n"));
    buf_char(out, '\n');
}

static struct json_object *change_object(const struct correction *change)
{
    struct json_object *object = json_new();
    json_add(object, "round", json_number(change->round));
    json_add(object, "rule", json_text(rule_info(change->rule)->id));
    json_add(object, "line", json_count(change->line));
    json_add(object, "column", json_count(change->column));
    json_add(object, "endLine", json_count(change->end_line));
    json_add(object, "endColumn", json_count(change->end_column));
    json_add(object, "was", json_text(change->was));
    json_add(object, "now", json_text(change->now));
    json_add(object, "message", json_text(change->message));
    return object;
}

static struct json_object *fix_object(const void *context, size_t index)
{
    const struct report_fix *fix = (const struct report_fix *)context + index;
    struct json_object *object = json_new(), *changes = json_new_list();
    for (size_t i = 0; i < fix->count; i++)
        json_append(changes, change_object(&fix->changes[i]));
    json_add(object, "file", json_text(fix->file));
    json_add(object, "copy", json_text(fix->copy));
    json_add(object, "left", json_number((int)fix->left));
    json_add(object, "workbook", json_object_new_boolean(fix->is_workbook));
    json_add(object, "changes", changes);
    return object;
}

void report_fixes_json(const struct report_fix *fixes, size_t count, const struct diags *diags,
                       struct buf *out)
{
    struct json_object *object = json_new();
    json_add(
        object, "files",
        json_new_each(&(struct json_each){.count = count, .make = fix_object, .context = fixes}));
    json_add(object, "diagnostics",
             json_new_each(&(struct json_each){
                 .count = diags_count(diags), .make = json_diag, .context = diags}));
    json_write(object, out);
}
