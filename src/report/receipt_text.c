/* The receipt of one file as plain text for a mail. */
#include "base/message.h"
#include "report/facts.h"
#include "report/mail.h"
#include "report/plain.h"
#include "report/receipts.h"
#include "report/report.h"
#include "report/words.h"

#include <string.h>

static void write_facts(const struct report_receipts *receipts, const struct receipt *receipt,
                        struct arena *arena, struct buf *out)
{
    struct fact facts[FACTS];
    const size_t count = facts_of(receipts, receipt, arena, facts);
    for (size_t i = 0; i < count; i++)
        mail_write_pair(facts[i].name, facts[i].value, out);
}

static void write_points(const struct report_receipts *receipts, const struct receipt *receipt,
                         struct arena *arena, struct buf *out)
{
    if (!receipt->count)
        return;
    mail_write_heading(_("What to look at"), '-', out);
    for (size_t i = 0; i < receipt->count; i++) {
        const struct diag *diag = diags_at(receipts->diags, receipt->first + i);
        struct plain plain = plain_of(receipt, diag, arena);
        const char *head = arena_printf(arena, "%zu. %s: ", i + 1, severity_word(diag->severity));
        mail_write(head, plain.subject ? plain.subject : plain.words, out);
        if (plain.subject)
            mail_write("   ", plain.words, out);
        if (plain.advice)
            mail_write("   → ", plain.advice, out);
    }
}

static void write_unanswered(const struct report_answers *answers, struct arena *arena,
                             struct buf *out)
{
    if (!answers || answers->answered == answers->count)
        return;
    mail_write_heading(_("Not answered"), '-', out);
    for (size_t i = 0; i < answers->count; i++)
        if (!answers->questions[i].answer)
            mail_write("- ",
                       arena_printf(arena, "%s: %s", answers->questions[i].measure,
                                    answers->questions[i].question),
                       out);
}

static void write_answers(const struct report_answers *answers, struct arena *arena,
                          struct buf *out)
{
    const char *measure = "";
    if (!answers)
        return;
    mail_write_heading(_("The answers as they were understood"), '-', out);
    for (size_t i = 0; i < answers->count; i++) {
        const struct report_question *one = &answers->questions[i];
        if (strcmp(measure, one->measure) != 0)
            mail_write(i ? "\n" : "", one->measure, out);
        measure = one->measure;
        mail_write("- ", one->question, out);
        const char *answer = facts_answer(one, arena), *remark = facts_remark(one, arena);
        mail_write("  = ", answer ? answer : _("not answered"), out);
        if (remark)
            mail_write("    ", remark, out);
    }
}

static void write_technical(const struct report_receipts *receipts, const struct receipt *receipt,
                            struct arena *arena, struct buf *out)
{
    if (!receipt->count)
        return;
    mail_write_heading(_("Technical details"), '-', out);
    for (size_t i = 0; i < receipt->count; i++) {
        const struct diag *diag = diags_at(receipts->diags, receipt->first + i);
        mail_write(arena_printf(arena, "%zu. ", i + 1),
                   arena_printf(arena, "%s, %s: %s", facts_place(diag, arena),
                                rule_info(diag->rule)->id, diag->message),
                   out);
    }
}

void report_receipt_text(const struct report_receipts *receipts, size_t index, struct buf *out)
{
    const struct receipt *receipt = &receipts->items[receipts->pages[index - 1]];
    struct arena *arena = arena_new();
    const char *verdict = receipts_verdict_word(receipt->verdict);
    mail_write_heading(verdict, '=', out);
    mail_write("", receipts_advice(receipt), out);
    if (receipt->note)
        mail_write("", receipt->note, out);
    buf_char(out, '\n');
    write_facts(receipts, receipt, arena, out);
    write_points(receipts, receipt, arena, out);
    write_unanswered(facts_answers(receipt), arena, out);
    write_answers(facts_answers(receipt), arena, out);
    write_technical(receipts, receipt, arena, out);
    arena_free(arena);
}
