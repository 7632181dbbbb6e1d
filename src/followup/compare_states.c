/* What a year's answers say of what has happened, beside the year before and the region's answers.
 */
#include "followup/compare.h"

#include "base/message.h"

/* Returns a party's status of a measure in the year before; STATUS_MISSING when that isn't known.
 */
static enum followup_status status_before(const struct comparison *comparison, size_t party,
                                          const struct followup_measure *measure)
{
    const struct followup_year *before = comparison->before;
    const struct followup_measure_answer *measures =
        before ? before->submissions[party].measures : NULL;
    ptrdiff_t index =
        measures ? lookup_find(&before->version->measure_index, measure->id) : LOOKUP_NONE;
    return index == LOOKUP_NONE ? STATUS_MISSING : measures[index].status;
}

/* Returns whether a status takes back one of the year before. What is halted may have been begun.
 */
static bool is_back(enum followup_status before, enum followup_status now)
{
    return (before == STATUS_DONE && (now == STATUS_UNDER_WAY || now == STATUS_NOT_STARTED)) ||
           (before == STATUS_UNDER_WAY && now == STATUS_NOT_STARTED);
}

static void compare_status(const struct comparison *comparison, size_t party,
                           const struct trace_word *now)
{
    const struct followup_measure *measure = &comparison->year->version->measures[now->index];
    enum followup_status before = status_before(comparison, party, measure);
    if (is_back(before, (enum followup_status)now->word))
        check_report(compare_check(comparison, party, RULE_ANSWER_BACK, measure->id, NULL),
                     now->place, _("check it; if it is right, say in a remark why"),
                     _("the status is \"%s\", but in the year before it was \"%s\""),
                     followup_statuses_said[now->word], followup_statuses_said[before]);
}

/* Returns a party's answer to an indicator of a year; NULL for none. */
static const struct followup_answer *answer_in(const struct followup_year *year, ptrdiff_t party,
                                               const struct followup_indicator *indicator)
{
    const struct followup_answer *answers =
        party == LOOKUP_NONE ? NULL : year->submissions[party].answers;
    return answers && indicator ? &answers[indicator - year->version->indicators] : NULL;
}

/* Reports what was done in the year before and is not any more. */
static void compare_done(const struct comparison *comparison, size_t party,
                         const struct trace_word *now)
{
    const struct followup_year *before = comparison->before;
    const struct followup_indicator *indicator = &comparison->year->version->indicators[now->index];
    const struct followup_answer *then =
        before ? answer_in(before, (ptrdiff_t)party, followup_indicator_in(indicator, before))
               : NULL;
    bool is_undone = now->word == WORD_NOT_DONE || now->word == WORD_IN_PROGRESS;
    if (then && then->word == WORD_DONE && is_undone)
        check_report(compare_check(comparison, party, RULE_ANSWER_BACK,
                                   comparison->year->version->measures[indicator->measure].id,
                                   indicator->id),
                     now->place, _("check it; if it is right, say in a remark why"),
                     _("the answer is \"%s\", but in the year before it was \"%s\""),
                     followup_words_said[now->word], followup_words_said[then->word]);
}

/* Returns what the answer to a region's indicator says when that is that nothing has happened, in
 * words; NULL else. */
static const char *nothing_said(const struct followup_answer *answer)
{
    if (answer->word == WORD_NO || answer->word == WORD_NOT_DONE ||
        answer->word == WORD_IN_PROGRESS)
        return followup_words_said[answer->word];
    return answer->word == WORD_VALUE && answer->value == 0 ? "0" : NULL;
}

/* Reports a yes that presupposes what the region has answered with a no. */
static void compare_presupposed(const struct comparison *comparison, size_t party,
                                const struct trace_word *now)
{
    const struct followup_version *version = comparison->year->version;
    const struct followup_indicator *indicator = &version->indicators[now->index];
    ptrdiff_t index = lookup_find(&version->indicator_index, indicator->presupposed);
    if (index == LOOKUP_NONE || (now->word != WORD_YES && now->word != WORD_DONE))
        return;
    const struct followup_indicator *of_region = &version->indicators[index];
    const struct followup_answer *answer =
        answer_in(comparison->year, of_region->reporter, of_region);
    const char *said = answer ? nothing_said(answer) : NULL;
    if (said)
        check_report(compare_check(comparison, party, RULE_ANSWER_PRESUPPOSED,
                                   version->measures[indicator->measure].id, indicator->id),
                     now->place, _("find out together which of the two is right"),
                     _("the answer is \"%s\", but to the question \"%s\" the answer for the "
                       "region is \"%s\" (%s)"),
                     followup_words_said[now->word], of_region->question, said,
                     comparison->followup->parties[of_region->reporter].name);
}

void compare_states(const struct comparison *comparison)
{
    for (size_t party = 0; party < comparison->followup->party_count; party++) {
        const struct trace *trace = compare_trace(comparison->year, party);
        for (size_t i = 0; i < trace->status_count; i++)
            compare_status(comparison, party, &trace->statuses[i]);
        for (size_t i = 0; i < trace->word_count; i++) {
            compare_done(comparison, party, &trace->words[i]);
            compare_presupposed(comparison, party, &trace->words[i]);
        }
    }
}
