/* The receipt of one file as plain text for a mail: lines of at most 72 columns. */
#include "base/clean.h"
#include "base/message.h"
#include "report/plain.h"
#include "report/receipts.h"
#include "report/report.h"
#include "report/width.h"
#include "report/words.h"

#include <string.h>

enum { MOST_COLUMNS = 72 };

/* Appends text in lines: the first begins with the head, the others with as many spaces. */
static void write_wrapped(const char *head, const char *text, struct buf *out)
{
    struct buf clean = {0};
    clean_shown(text, &clean);
    size_t indent = width_of(head, strlen(head)), column = indent;
    bool is_first = true;
    buf_string(out, head);
    for (const char *word = clean.size ? clean.data : ""; *word; word += strspn(word, " ")) {
        size_t size = strcspn(word, " "), width = width_of(word, size);
        if (!is_first && column + 1 + width > MOST_COLUMNS) {
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

static void write_heading(const char *heading, char rule, struct buf *out)
{
    buf_printf(out, "\n%s\n", heading);
    for (size_t i = width_of(heading, strlen(heading)); i; i--)
        buf_char(out, rule);
    buf_string(out, "\n");
}

static void write_pair(const char *name, const char *value, struct buf *out)
{
    struct buf head = {0};
    if (!value)
        return;
    buf_printf(&head, "%s: ", name);
    write_wrapped(head.data, value, out);
    buf_free(&head);
}

static void write_about(const struct report_receipts *receipts, const struct receipt *receipt,
                        struct arena *arena, struct buf *out)
{
    const struct report_answers *answers = receipt->answers;
    write_pair(_("File"), receipt->path, out);
    write_pair(_("Answers"), receipt->party, out);
    if (receipt->digest) {
        write_pair(
            _("Size"),
            arena_printf(arena, ngettext("%zu byte", "%zu bytes", receipt->size), receipt->size),
            out);
        buf_printf(out, "SHA-256:\n  %s\n", receipt->digest);
    }
    write_pair(_("Program"), arena_printf(arena, "pykala %s", receipts->version), out);
    if (answers && answers->is_known)
        write_pair(
            _("Answered"),
            arena_printf(arena, _("%zu of %zu questions"), answers->answered, answers->count), out);
    write_pair(_("Deadline"), answers ? answers->deadline : NULL, out);
    write_pair(_("Contact"), answers ? answers->contact : NULL, out);
}

static void write_points(const struct report_receipts *receipts, const struct receipt *receipt,
                         struct arena *arena, struct buf *out)
{
    if (!receipt->count)
        return;
    write_heading(_("What to look at"), '-', out);
    for (size_t i = 0; i < receipt->count; i++) {
        const struct diag *diag = diags_at(receipts->diags, receipt->first + i);
        struct plain plain = plain_of(receipt, diag, arena);
        const char *head = arena_printf(arena, "%zu. %s: ", i + 1, severity_word(diag->severity));
        write_wrapped(head, plain.subject ? plain.subject : plain.words, out);
        if (plain.subject)
            write_wrapped("   ", plain.words, out);
        if (plain.advice)
            write_wrapped("   → ", plain.advice, out);
    }
}

static void write_unanswered(const struct report_answers *answers, struct arena *arena,
                             struct buf *out)
{
    if (!answers || !answers->is_known || answers->answered == answers->count)
        return;
    write_heading(_("Not answered"), '-', out);
    for (size_t i = 0; i < answers->count; i++)
        if (!answers->questions[i].answer)
            write_wrapped("- ",
                          arena_printf(arena, "%s: %s", answers->questions[i].measure,
                                       answers->questions[i].question),
                          out);
}

static void write_answers(const struct report_answers *answers, struct arena *arena,
                          struct buf *out)
{
    const char *measure = "";
    if (!answers || !answers->is_known)
        return;
    write_heading(_("The answers as they were understood"), '-', out);
    for (size_t i = 0; i < answers->count; i++) {
        const struct report_question *one = &answers->questions[i];
        if (strcmp(measure, one->measure) != 0)
            write_wrapped(i ? "\n" : "", one->measure, out);
        measure = one->measure;
        write_wrapped("- ", one->question, out);
        write_wrapped("  = ", one->answer ? one->answer : _("not answered"), out);
        if (one->remark)
            write_wrapped("    ", arena_printf(arena, _("remark: %s"), one->remark), out);
    }
}

static void write_technical(const struct report_receipts *receipts, const struct receipt *receipt,
                            struct arena *arena, struct buf *out)
{
    if (!receipt->count)
        return;
    write_heading(_("Technical details"), '-', out);
    for (size_t i = 0; i < receipt->count; i++) {
        const struct diag *diag = diags_at(receipts->diags, receipt->first + i);
        const char *place =
            diag->place.line > 0
                ? arena_printf(arena, _("line %d, column %d"), diag->place.line, diag->place.column)
                : _("the whole file");
        write_wrapped(
            arena_printf(arena, "%zu. ", i + 1),
            arena_printf(arena, "%s, %s: %s", place, rule_info(diag->rule)->id, diag->message),
            out);
    }
}

void report_receipt_text(const struct report_receipts *receipts, size_t index, struct buf *out)
{
    const struct receipt *receipt = &receipts->items[receipts->pages[index - 1]];
    struct arena *arena = arena_new();
    const char *verdict = receipts_verdict_word(receipt->verdict);
    write_heading(verdict, '=', out);
    write_wrapped("", receipts_advice(receipt), out);
    if (receipt->note)
        write_wrapped("", receipt->note, out);
    buf_char(out, '\n');
    write_about(receipts, receipt, arena, out);
    write_points(receipts, receipt, arena, out);
    write_unanswered(receipt->answers, arena, out);
    write_answers(receipt->answers, arena, out);
    write_technical(receipts, receipt, arena, out);
    arena_free(arena);
}
