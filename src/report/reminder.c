/* A reminder to those whose answers a year still lacks: lines for a mail. */
#include "base/file.h"
#include "base/message.h"
#include "report/facts.h"
#include "report/mail.h"
#include "report/receipts.h"

#include <string.h>

/* A reminder under way. */
struct reminding {
    const struct report_receipts *receipts;
    struct arena *arena;
    struct buf *out;
};

/* Returns a receipt's answers when it is of a party and a year; or NULL. */
static const struct report_answers *answers_of_year(const struct receipt *receipt, int year)
{
    return receipt->answers && receipt->answers->year == year ? receipt->answers : NULL;
}

/* Returns the first year after one whose answers are known about, or 0. */
static int year_after(const struct report_receipts *receipts, int before)
{
    int next = 0;
    for (size_t i = 0; i < receipts->count; i++) {
        const struct report_answers *answers = receipts->items[i].answers;
        if (answers && answers->year > before && (!next || answers->year < next))
            next = answers->year;
    }
    return next;
}

/* Returns what a party is reminded of: whose answers they are, and what came. */
static const char *line_of(const struct reminding *reminding, const struct receipt *receipt)
{
    const char *name = receipt->answers->name;
    if (!receipt->path || receipt->verdict == RECEIPT_MISSING)
        return name;
    return arena_printf(reminding->arena, "%s (%s)", name, file_name(receipt->path));
}

/* Appends the parties of a year whose answers have a verdict. Returns how many there are. */
static size_t write_parties(const struct reminding *reminding, int year,
                            enum receipt_verdict verdict, const char *heading)
{
    size_t count = 0;
    for (size_t i = 0; i < reminding->receipts->count; i++) {
        const struct receipt *receipt = &reminding->receipts->items[i];
        if (receipt->verdict != verdict || !answers_of_year(receipt, year))
            continue;
        if (!count++) {
            buf_char(reminding->out, '\n');
            mail_write("", heading, reminding->out);
        }
        mail_write("- ", line_of(reminding, receipt), reminding->out);
    }
    return count;
}

/* Appends the deadline and whom to ask, which all answers of a year have in common. */
static void write_common(const struct reminding *reminding, int year)
{
    const struct report_answers *answers = NULL;
    for (size_t i = 0; !answers && i < reminding->receipts->count; i++)
        answers = answers_of_year(&reminding->receipts->items[i], year);
    if (answers->deadline)
        mail_write_pair(_("Deadline"), facts_day(answers->deadline, reminding->arena),
                        reminding->out);
    if (answers->contact)
        mail_write_pair(_("Contact"), answers->contact, reminding->out);
}

static void write_year(const struct reminding *reminding, int year)
{
    static const struct {
        enum receipt_verdict verdict;
        const char *heading;
    } parts[] = {
        {RECEIPT_MISSING, N_("The answers are missing. Please send them by the deadline:")},
        {RECEIPT_UNREAD, N_("The file that came could not be read. Please send the form itself, "
                            "filled in:")},
        {RECEIPT_REJECTED, N_("The answers have errors. Please correct what the receipt says and "
                              "send them again:")},
    };
    size_t count = 0;
    mail_write_heading(arena_printf(reminding->arena, _("Reminder: answers for %d"), year), '=',
                       reminding->out);
    write_common(reminding, year);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        count += write_parties(reminding, year, parts[i].verdict, _(parts[i].heading));
    if (count)
        return;
    buf_char(reminding->out, '\n');
    mail_write("", _("Nobody has to be reminded."), reminding->out);
}

/* Returns whether it isn't known of all whether their answers are missing. */
static bool is_unsure(const struct report_receipts *receipts, bool has_years)
{
    const enum receipt_verdict worst = receipts_worst(receipts);
    bool is_unsure = worst == RECEIPT_UNCHECKED || (!has_years && worst == RECEIPT_REJECTED);
    for (size_t i = 0; i < receipts->count; i++)
        is_unsure |= receipts->items[i].is_uncompared;
    return is_unsure;
}

void report_reminder(const struct report_receipts *receipts, struct buf *out)
{
    const struct reminding reminding = {receipts, arena_new(), out};
    const int first = year_after(receipts, 0);
    for (int year = first; year; year = year_after(receipts, year))
        write_year(&reminding, year);
    if (!is_unsure(receipts, first)) {
        if (!first)
            mail_write("", _("No answers are asked for here."), out);
    } else {
        buf_string(out, first ? "\n" : "");
        mail_write("",
                   _("For the coordinator: not all answers could be checked, so that others "
                     "may be missing. Mend what pykala check tells, and make the reminder "
                     "again."),
                   out);
    }
    arena_free(reminding.arena);
}
