/* The coordinator's page: the verdict on all, the parties and the files. */
#include "base/message.h"
#include "report/facts.h"
#include "report/html.h"
#include "report/html_page.h"

/* The columns of a table, in their order. */
enum column { PARTY, FILE_NAME, VERDICT, ERRORS, WARNINGS, REMARKS, COLUMNS };

struct table {
    bool is_of_parties;
    bool has[COLUMNS];
    size_t shared; /* of the paths: the bytes of the folder that all share */
};

static const char *head_of(enum column column)
{
    const char *const heads[COLUMNS] = {
        [PARTY] = _("Party"),   [FILE_NAME] = _("File"),    [VERDICT] = _("Verdict"),
        [ERRORS] = _("Errors"), [WARNINGS] = _("Warnings"), [REMARKS] = _("Remarks"),
    };
    return heads[column];
}

static void begin_cell(enum column column, const char *class, struct buf *out)
{
    buf_printf(out, "<td role=\"cell\" class=\"%s\" data-head=\"", class);
    html_text(head_of(column), out);
    buf_string(out, "\">");
}

/* Appends a number; a dash for a missing file. */
static void write_number(enum column column, const struct receipt *receipt, size_t number,
                         struct buf *out)
{
    begin_cell(column, "number", out);
    if (receipt->verdict == RECEIPT_MISSING)
        buf_string(out, "–</td>");
    else
        buf_printf(out, "%zu</td>", number);
}

static void write_verdict(const struct receipt *receipt, struct buf *out)
{
    begin_cell(VERDICT, page_verdict_class(receipt->verdict), out);
    html_text(receipts_verdict_word(receipt->verdict), out);
    buf_string(out, "</td>");
}

static void write_link(const struct receipt *receipt, const char *name, struct buf *out)
{
    if (!receipt->page) {
        html_text(name, out);
        return;
    }
    buf_string(out, "<a href=\"");
    html_text(receipt->page, out);
    buf_string(out, "\">");
    page_path(name, out);
    buf_string(out, "</a>");
}

static void write_file(const struct receipt *receipt, size_t shared, struct buf *out)
{
    write_link(receipt, receipt->path ? receipt->path + shared : _("no file"), out);
}

/* Appends a row's head. The roles are the elements' own, for styles that make blocks of them. */
static void write_row_head(const struct table *table, const struct receipt *receipt,
                           struct buf *out)
{
    buf_string(out, "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">");
    if (table->is_of_parties)
        html_text(receipt->party ? receipt->party : _("not known whose"), out);
    else
        write_file(receipt, table->shared, out);
    buf_string(out, "</th>");
}

static void write_row(const struct table *table, const struct receipt *receipt, struct buf *out)
{
    write_row_head(table, receipt, out);
    if (table->is_of_parties) {
        begin_cell(FILE_NAME, "wide", out);
        write_file(receipt, table->shared, out);
        buf_string(out, "</td>");
    }
    write_verdict(receipt, out);
    write_number(ERRORS, receipt, receipt->errors, out);
    write_number(WARNINGS, receipt, receipt->warnings, out);
    if (table->has[REMARKS])
        write_number(REMARKS, receipt, facts_others(receipt), out);
    buf_string(out, "</tr>\n");
}

static void write_heads(const struct table *table, struct buf *out)
{
    buf_string(out, "<thead role=\"rowgroup\"><tr role=\"row\">");
    for (int i = 0; i < COLUMNS; i++) {
        if (!table->has[i])
            continue;
        buf_printf(out, "<th role=\"columnheader\" scope=\"col\"%s>",
                   i >= ERRORS ? " class=\"number\"" : "");
        html_text(head_of((enum column)i), out);
        buf_string(out, "</th>");
    }
    buf_string(out, "</tr></thead>\n");
}

static void begin_table(const struct table *table, const char *title, bool is_remarked,
                        struct buf *out)
{
    const char *id = table->is_of_parties ? "parties" : "files";
    buf_printf(out, "<h2 id=\"%s\">", id);
    html_text(title, out);
    buf_string(out, "</h2>\n");
    if (is_remarked)
        html_element("p",
                     _("Accepted with remarks and nothing found: the party has written remarks "
                       "(huomautus) into the file for you to read."),
                     out);
    buf_printf(out, "<table role=\"table\" aria-labelledby=\"%s\">\n", id);
    write_heads(table, out);
    buf_string(out, "<tbody role=\"rowgroup\">\n");
}

static void write_table(const struct report_receipts *receipts, bool is_of_parties,
                        const char *title, struct buf *out)
{
    struct table table = {
        is_of_parties, {is_of_parties, true, true, true, true, false}, receipts->shared};
    size_t rows = 0;
    bool is_remarked = false;
    for (size_t i = 0; i < receipts->count; i++) {
        const struct receipt *receipt = &receipts->items[i];
        if (facts_are_of_answers(receipt) != is_of_parties)
            continue;
        rows++;
        table.has[REMARKS] |= facts_others(receipt) > 0;
        is_remarked |= receipt->is_remarked;
    }
    if (!rows)
        return;
    begin_table(&table, title, is_remarked, out);
    for (size_t i = 0; i < receipts->count; i++)
        if (facts_are_of_answers(&receipts->items[i]) == is_of_parties)
            write_row(&table, &receipts->items[i], out);
    buf_string(out, "</tbody>\n</table>\n");
}

static const char *summary_word(enum receipt_verdict verdict)
{
    switch (verdict) {
    case RECEIPT_UNCHECKED:
        return _("Not all could be checked");
    case RECEIPT_UNCOMPARED:
        return _("Not all answers could be compared with the project");
    case RECEIPT_UNREAD:
        return _("Not all that was sent could be read");
    case RECEIPT_MISSING:
        return _("Some answers are missing");
    case RECEIPT_REJECTED:
        return _("There are errors");
    case RECEIPT_REMARKS:
        return _("All can be used; there are remarks");
    case RECEIPT_ACCEPTED:
        return _("All can be used");
    }
    return "";
}

/* Appends the parties that have to send again, or have not sent at all. */
static void write_names(const struct report_receipts *receipts, bool is_of_answers,
                        enum receipt_verdict verdict, struct buf *out)
{
    const char *before = ": ";
    for (size_t i = 0; verdict <= RECEIPT_MISSING && i < receipts->count; i++) {
        const struct receipt *receipt = &receipts->items[i];
        if (receipt->verdict != verdict || facts_are_of_answers(receipt) != is_of_answers)
            continue;
        buf_string(out, before);
        if (receipt->party)
            write_link(receipt, receipt->party, out);
        else
            write_file(receipt, receipts->shared, out);
        before = ", ";
    }
}

/* Counts answers, or the other files, by their verdict. Returns how many there are of them. */
static size_t count_verdicts(const struct report_receipts *receipts, bool is_of_answers,
                             size_t counts[RECEIPT_VERDICTS])
{
    size_t total = 0;
    for (size_t i = 0; i < receipts->count; i++) {
        const struct receipt *receipt = &receipts->items[i];
        if (facts_are_of_answers(receipt) != is_of_answers)
            continue;
        counts[receipt->verdict]++;
        total++;
    }
    return total;
}

/* Returns whether a verdict is told though nothing has it. */
static bool is_always_told(enum receipt_verdict verdict, bool is_of_answers)
{
    return verdict == RECEIPT_REJECTED || verdict == RECEIPT_REMARKS ||
           verdict == RECEIPT_ACCEPTED || (verdict == RECEIPT_MISSING && is_of_answers);
}

/* Appends how many answers, or other files, there are of each verdict; nothing when there are none.
 */
static void write_numbers(const struct report_receipts *receipts, bool is_of_answers,
                          struct buf *out)
{
    size_t counts[RECEIPT_VERDICTS] = {0};
    const size_t total = count_verdicts(receipts, is_of_answers, counts);
    if (!total)
        return;
    buf_string(out, "<dl>\n");
    html_element("dt", is_of_answers ? _("Answers in all") : _("Files in all"), out);
    buf_printf(out, "<dd>%zu</dd>\n", total);
    for (int i = 0; i < RECEIPT_VERDICTS; i++) {
        enum receipt_verdict verdict = (enum receipt_verdict)i;
        if (!counts[i] && !is_always_told(verdict, is_of_answers))
            continue;
        html_element("dt", receipts_verdict_word(verdict), out);
        buf_printf(out, "<dd>%zu", counts[i]);
        write_names(receipts, is_of_answers, verdict, out);
        buf_string(out, "</dd>\n");
    }
    buf_string(out, "</dl>\n");
}

static void write_count(const struct diags *diags, struct buf *out)
{
    struct buf count = {0};
    size_t errors = diags_at_least(diags, DIAG_ERROR);
    size_t warnings = diags_at_least(diags, DIAG_WARNING) - errors;
    facts_count(errors, warnings, diags_count(diags) - errors - warnings, &count);
    html_element("p", count.data, out);
    buf_free(&count);
}

void page_write_summary(const struct report_receipts *receipts, const char *mark, struct buf *out)
{
    enum receipt_verdict verdict = receipts_worst(receipts);
    page_begin(mark, summary_word(verdict), _("all files"), verdict, out);
    write_count(receipts->diags, out);
    buf_string(out, "</div>\n");
    write_numbers(receipts, true, out);
    write_numbers(receipts, false, out);
    page_points(receipts->diags, 0, receipts->homeless, out);
    write_table(receipts, true, _("The parties' answers"), out);
    write_table(receipts, false, _("Files"), out);
    html_end(out);
}
