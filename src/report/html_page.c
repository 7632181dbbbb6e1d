/* The receipt of one file, and the summary of all. */
#include "base/message.h"
#include "report/html.h"
#include "report/lines.h"
#include "report/receipts.h"
#include "report/words.h"

#include <string.h>

static const char *verdict_word(enum receipt_verdict verdict)
{
    switch (verdict) {
    case RECEIPT_MISSING:
        return _("Missing");
    case RECEIPT_REJECTED:
        return _("Rejected");
    case RECEIPT_REMARKS:
        return _("Accepted with remarks");
    case RECEIPT_ACCEPTED:
        return _("Accepted");
    }
    return "";
}

static const char *const verdict_classes[RECEIPT_VERDICTS] = {
    [RECEIPT_MISSING] = "missing",
    [RECEIPT_REJECTED] = "rejected",
    [RECEIPT_REMARKS] = "remarks",
    [RECEIPT_ACCEPTED] = "accepted",
};

static const char *advice(enum receipt_verdict verdict)
{
    switch (verdict) {
    case RECEIPT_MISSING:
        return _("The file has not come.");
    case RECEIPT_REJECTED:
        return _("The file cannot be used as it is. Mend the errors below and send it again.");
    case RECEIPT_REMARKS:
        return _("The file can be used. Please look at the remarks below.");
    case RECEIPT_ACCEPTED:
        return _("The file can be used. Nothing has to be done.");
    }
    return "";
}

static void write_count(size_t errors, size_t warnings, size_t remarks, struct buf *out)
{
    buf_printf(out, ngettext("%zu error", "%zu errors", errors), errors);
    buf_string(out, ", ");
    buf_printf(out, ngettext("%zu warning", "%zu warnings", warnings), warnings);
    if (remarks)
        buf_printf(out, ngettext(", %zu remark", ", %zu remarks", remarks), remarks);
}

static void write_pair(const char *name, const char *value, struct buf *out)
{
    if (!value)
        return;
    html_element("dt", name, out);
    html_element("dd", value, out);
}

static void write_part(const char *text, size_t size, struct arena *arena, struct buf *out)
{
    html_text(arena_strndup(arena, text, size), out);
}

/* The line of the file; what stands at the place is marked, up to the next sign. */
static void write_excerpt(struct lines *lines, const struct diag *diag, struct arena *arena,
                          struct buf *out)
{
    struct lines_excerpt excerpt;
    if (!lines_excerpt(lines, &diag->place, &excerpt) || excerpt.caret >= excerpt.size)
        return;
    bool is_value = excerpt.caret && excerpt.text[excerpt.caret - 1] == '"';
    size_t end = excerpt.caret + 1;
    while (end < excerpt.size && !strchr(is_value ? "\"<" : "\"<> ", excerpt.text[end]))
        end++;
    buf_string(out, excerpt.is_cut_before ? "<pre><code>…" : "<pre><code>");
    size_t indent = excerpt.is_cut_before ? 0 : strspn(excerpt.text, " \t");
    indent = indent < excerpt.caret ? indent : excerpt.caret;
    write_part(excerpt.text + indent, excerpt.caret - indent, arena, out);
    buf_string(out, "<mark>");
    write_part(excerpt.text + excerpt.caret, end - excerpt.caret, arena, out);
    buf_string(out, "</mark>");
    write_part(excerpt.text + end, excerpt.size - end, arena, out);
    buf_string(out, excerpt.is_cut_behind ? "…</code></pre>\n" : "</code></pre>\n");
}

static const char *place_words(const struct diag *diag, struct arena *arena)
{
    if (diag->place.line <= 0)
        return NULL;
    return arena_printf(arena, _("line %d, column %d"), diag->place.line, diag->place.column);
}

static const char *field_words(const struct lines_field *field, struct arena *arena)
{
    if (field->attribute)
        return arena_printf(arena, _("%s of <%s>"), field->attribute, field->element);
    return field->element ? arena_printf(arena, "<%s>", field->element) : NULL;
}

static void write_hint(const char *hint, struct buf *out)
{
    if (!hint)
        return;
    buf_string(out, "<p class=\"todo\"><strong>");
    html_text(_("What to do"), out);
    buf_string(out, ":</strong> ");
    html_text(hint, out);
    buf_string(out, "</p>\n");
}

static void write_point(struct lines *lines, const struct diag *diag, size_t number,
                        struct buf *out)
{
    struct arena *arena = arena_new();
    struct lines_field field = lines_field(lines, &diag->place, arena);
    buf_printf(out, "<li>\n<h3>%zu. ", number);
    html_text(severity_word(diag->severity), out);
    buf_string(out, ": ");
    html_text(diag->message, out);
    buf_string(out, "</h3>\n");
    write_hint(diag->hint, out);
    write_excerpt(lines, diag, arena, out);
    buf_string(out, "<dl>\n");
    write_pair(_("Field"), field_words(&field, arena), out);
    write_pair(_("Value"), field.value, out);
    write_pair(_("Place"), place_words(diag, arena), out);
    write_pair(_("Rule"), diag->rule, out);
    buf_string(out, "</dl>\n</li>\n");
    arena_free(arena);
}

static void write_points(const struct diags *diags, size_t first, size_t count, struct buf *out)
{
    struct lines lines = {0};
    if (!count)
        return;
    html_element("h2", _("What to look at"), out);
    buf_string(out, "<ol class=\"points\">\n");
    for (size_t i = first; i < first + count; i++)
        write_point(&lines, diags_at(diags, i), i - first + 1, out);
    buf_string(out, "</ol>\n");
    lines_free(&lines);
}

static void begin_page(const char *verdict, const char *subject, const char *class, struct buf *out)
{
    struct buf title = {0};
    buf_printf(&title, "%s: %s", verdict, subject);
    html_begin(title.data, out);
    buf_printf(out, "<div class=\"verdict %s\">\n", class);
    html_element("h1", verdict, out);
    buf_free(&title);
}

void page_write_receipt(const struct report_receipts *receipts, const struct receipt *receipt,
                        struct buf *out)
{
    struct buf count = {0};
    write_count(receipt->errors, receipt->warnings,
                receipt->count - receipt->errors - receipt->warnings, &count);
    begin_page(verdict_word(receipt->verdict), receipt->path, verdict_classes[receipt->verdict],
               out);
    html_element("p", advice(receipt->verdict), out);
    buf_string(out, "</div>\n<dl>\n");
    write_pair(_("File"), receipt->path, out);
    write_pair(_("Party"), receipt->party, out);
    write_pair(_("Found"), count.data, out);
    buf_string(out, "</dl>\n");
    write_points(receipts->diags, receipt->first, receipt->count, out);
    buf_string(out, "<nav><p><a href=\"index.html\">");
    html_text(_("All files"), out);
    buf_string(out, "</a></p></nav>\n");
    html_end(out);
    buf_free(&count);
}

enum { COLUMNS = 5, FIRST_NUMBER = 3 };

static const char *head_of(size_t column)
{
    const char *const heads[COLUMNS] = {_("File"), _("Party"), _("Verdict"), _("Errors"),
                                        _("Warnings")};
    return heads[column];
}

/* A name of a file may be broken behind its slashes. */
static void write_path(const char *path, struct buf *out)
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

static void begin_cell(size_t column, const char *class, struct buf *out)
{
    buf_printf(out, "<td role=\"cell\" class=\"%s\" data-head=\"", class);
    html_text(head_of(column), out);
    buf_string(out, "\">");
}

static void write_cell(size_t column, const char *class, const char *text, struct buf *out)
{
    begin_cell(column, class, out);
    html_text(text, out);
    buf_string(out, "</td>");
}

static void write_number(size_t column, size_t number, struct buf *out)
{
    begin_cell(column, "number", out);
    buf_printf(out, "%zu</td>", number);
}

/* The roles are those that the elements have, unless the style makes blocks of them. */
static void write_row(const struct receipt *receipt, struct buf *out)
{
    buf_string(out, "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">");
    if (receipt->page) {
        buf_string(out, "<a href=\"");
        html_text(receipt->page, out);
        buf_string(out, "\">");
        write_path(receipt->path, out);
        buf_string(out, "</a>");
    } else {
        html_text(_("no file"), out);
    }
    buf_string(out, "</th>");
    write_cell(1, "party", receipt->party ? receipt->party : "–", out);
    write_cell(2, verdict_classes[receipt->verdict], verdict_word(receipt->verdict), out);
    write_number(3, receipt->errors, out);
    write_number(4, receipt->warnings, out);
    buf_string(out, "</tr>\n");
}

static void write_heads(struct buf *out)
{
    buf_string(out, "<thead role=\"rowgroup\"><tr role=\"row\">");
    for (size_t i = 0; i < COLUMNS; i++) {
        buf_printf(out, "<th role=\"columnheader\" scope=\"col\"%s>",
                   i >= FIRST_NUMBER ? " class=\"number\"" : "");
        html_text(head_of(i), out);
        buf_string(out, "</th>");
    }
    buf_string(out, "</tr></thead>\n");
}

static void write_table(const struct report_receipts *receipts, struct buf *out)
{
    if (!receipts->count)
        return;
    html_element("h2", _("Files"), out);
    buf_string(out, "<table role=\"table\">\n");
    write_heads(out);
    buf_string(out, "<tbody role=\"rowgroup\">\n");
    for (size_t i = 0; i < receipts->count; i++)
        write_row(&receipts->items[i], out);
    buf_string(out, "</tbody>\n</table>\n");
}

/* The worst of all verdicts. */
static enum receipt_verdict verdict_of_all(const struct report_receipts *receipts)
{
    enum receipt_verdict worst = RECEIPT_ACCEPTED;
    bool any_missing = false;
    for (size_t i = 0; i < receipts->count; i++) {
        enum receipt_verdict one = receipts->items[i].verdict;
        any_missing |= one == RECEIPT_MISSING;
        worst = one != RECEIPT_MISSING && one < worst ? one : worst;
    }
    if (diags_at_least(receipts->diags, DIAG_ERROR))
        return RECEIPT_REJECTED;
    return any_missing && worst == RECEIPT_ACCEPTED ? RECEIPT_MISSING : worst;
}

static const char *summary_word(enum receipt_verdict verdict)
{
    switch (verdict) {
    case RECEIPT_MISSING:
        return _("Some files are missing");
    case RECEIPT_REJECTED:
        return _("There are errors");
    case RECEIPT_REMARKS:
        return _("All can be used; there are remarks");
    case RECEIPT_ACCEPTED:
        return _("All can be used");
    }
    return "";
}

static void write_numbers(const struct report_receipts *receipts, struct buf *out)
{
    size_t counts[RECEIPT_VERDICTS] = {0};
    for (size_t i = 0; i < receipts->count; i++)
        counts[receipts->items[i].verdict]++;
    buf_string(out, "<dl>\n");
    for (int i = RECEIPT_ACCEPTED; i >= RECEIPT_MISSING; i--) {
        struct buf number = {0};
        buf_printf(&number, "%zu", counts[i]);
        write_pair(verdict_word((enum receipt_verdict)i), number.data, out);
        buf_free(&number);
    }
    buf_string(out, "</dl>\n");
}

void page_write_summary(const struct report_receipts *receipts, struct buf *out)
{
    enum receipt_verdict verdict = verdict_of_all(receipts);
    begin_page(summary_word(verdict), _("all files"), verdict_classes[verdict], out);
    struct buf count = {0};
    size_t errors = diags_at_least(receipts->diags, DIAG_ERROR);
    size_t warnings = diags_at_least(receipts->diags, DIAG_WARNING) - errors;
    write_count(errors, warnings, diags_count(receipts->diags) - errors - warnings, &count);
    html_element("p", count.data, out);
    buf_string(out, "</div>\n");
    write_numbers(receipts, out);
    write_points(receipts->diags, 0, receipts->homeless, out);
    write_table(receipts, out);
    html_end(out);
    buf_free(&count);
}
