#include "report/facts.h"

#include "base/calendar.h"
#include "base/file.h"
#include "base/message.h"
#include "report/language.h"

#include <stdlib.h>
#include <string.h>

const char *facts_day(const char *date, struct arena *arena)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    struct buf words = {0};
    int32_t day;
    if (!calendar_read(date, &day))
        return date;
    if (strcmp(report_language(), "en") == 0)
        buf_printf(&words, "%ld %s %.4s", strtol(date + 8, NULL, 10),
                   months[strtol(date + 5, NULL, 10) - 1], date);
    else
        calendar_write(date, &words);
    const char *settled = arena_strdup(arena, words.data);
    buf_free(&words);
    return settled;
}

const char *facts_answer(const struct report_question *question, struct arena *arena)
{
    if (!question->answer || !question->date)
        return question->answer;
    const char *first = facts_day(question->date, arena);
    if (!question->last_date)
        return arena_printf(arena, "%s, %s", question->answer, first);
    return arena_printf(arena, "%s, %s – %s", question->answer, first,
                        facts_day(question->last_date, arena));
}

const char *facts_remark(const struct report_question *question, struct arena *arena)
{
    const char *source =
        question->source ? arena_printf(arena, _("source: %s"), question->source) : NULL;
    const char *remark =
        question->remark ? arena_printf(arena, _("remark: %s"), question->remark) : NULL;
    return source && remark ? arena_printf(arena, "%s; %s", source, remark)
           : source         ? source
                            : remark;
}

bool facts_are_of_answers(const struct receipt *receipt)
{
    return receipt->party || receipt->answers || receipt->is_uncompared || receipt->is_untouched ||
           receipt->is_unread;
}

const struct report_answers *facts_answers(const struct receipt *receipt)
{
    return receipt->answers && receipt->answers->is_known ? receipt->answers : NULL;
}

/* Returns what a file is called: answers go back to who has sent them, for whom the folder where
 * they have been checked means nothing. */
static const char *file_words(const struct receipt *receipt)
{
    return facts_are_of_answers(receipt) ? file_name(receipt->path) : receipt->path;
}

static const char *size_words(const struct receipt *receipt, struct arena *arena)
{
    return receipt->digest ? arena_printf(arena, ngettext("%zu byte", "%zu bytes", receipt->size),
                                          receipt->size)
                           : NULL;
}

size_t facts_others(const struct receipt *receipt)
{
    return receipt->count - receipt->errors - receipt->warnings;
}

void facts_count(size_t errors, size_t warnings, size_t others, struct buf *out)
{
    buf_printf(out, ngettext("%zu error", "%zu errors", errors), errors);
    buf_string(out, ", ");
    buf_printf(out, ngettext("%zu warning", "%zu warnings", warnings), warnings);
    if (others)
        buf_printf(out, ngettext(", %zu remark", ", %zu remarks", others), others);
}

const char *facts_place(const struct diag *diag, struct arena *arena)
{
    if (diag->place.cell)
        return arena_printf(arena, _("cell %s"), diag->place.cell);
    if (diag->place.line <= 0)
        return _("the whole file");
    return arena_printf(arena, _("line %d, column %d"), diag->place.line, diag->place.column);
}

static const char *found_words(const struct receipt *receipt, struct arena *arena)
{
    struct buf words = {0};
    if (!receipt->count)
        return NULL;
    facts_count(receipt->errors, receipt->warnings, facts_others(receipt), &words);
    const char *settled = arena_strdup(arena, words.data);
    buf_free(&words);
    return settled;
}

static const char *answered_words(const struct report_answers *known, struct arena *arena)
{
    return known ? arena_printf(arena, _("%zu of %zu questions"), known->answered, known->count)
                 : NULL;
}

size_t facts_of(const struct report_receipts *receipts, const struct receipt *receipt,
                struct arena *arena, struct fact facts[FACTS])
{
    const struct report_answers *answers = receipt->answers;
    const char *deadline = answers ? answers->deadline : NULL;
    const struct fact all[FACTS] = {
        {_("File"), file_words(receipt)},
        {_("Answers"), receipt->party},
        {_("Size"), size_words(receipt, arena)},
        {"SHA-256", receipt->digest},
        {_("Program"), arena_printf(arena, "pykala %s", receipts->version)},
        {_("Found"), found_words(receipt, arena)},
        {_("Answered"), answered_words(facts_answers(receipt), arena)},
        {_("Deadline"), deadline ? facts_day(deadline, arena) : NULL},
        {_("Contact"), answers ? answers->contact : NULL},
    };
    size_t count = 0;
    for (size_t i = 0; i < FACTS; i++)
        if (all[i].value)
            facts[count++] = all[i];
    return count;
}
