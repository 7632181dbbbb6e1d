/* Rules about answers of which one says something else than another. */
#include "followup/check.h"

#include "base/message.h"

/* Returns the word of an answer, or WORD_MISSING for one that is neither yes nor no. */
static enum followup_word word_of(const struct check *check, const xmlNode *answer)
{
    const char *value = check_field(check, followup_first_element(answer), "arvo");
    size_t word = followup_index(followup_words, WORDS, value);
    return word <= WORD_IN_PROGRESS ? (enum followup_word)word : WORD_MISSING;
}

/* Returns whether a measure of a status cannot have the answer. */
static bool is_against(enum followup_status status, enum followup_word word)
{
    if (status == STATUS_DONE)
        return word == WORD_NO || word == WORD_NOT_DONE || word == WORD_IN_PROGRESS;
    return status == STATUS_NOT_STARTED &&
           (word == WORD_YES || word == WORD_DONE || word == WORD_IN_PROGRESS);
}

/* Returns the first sound answer of the measure in hand that its status is against; NULL for none.
 */
static const xmlNode *answer_against(const struct check *check, enum followup_status status)
{
    const xmlNode *one = xml_child(check->measure, "vastaus");
    while (one && (!xml_is_sound_inside(one) || !is_against(status, word_of(check, one))))
        one = xml_next(one, "vastaus");
    return one;
}

/* Reports a measure that is done though a question of it is answered with a no, or not begun though
 * one is answered with a yes: once, with the first of these. */
void check_status(struct check *check)
{
    const xmlNode *given = xml_child(check->measure, "tila");
    if (!given || !xml_is_sound(given))
        return;
    size_t status = followup_index(followup_statuses, STATUSES, check_field(check, given, "arvo"));
    const xmlNode *against = answer_against(check, (enum followup_status)status);
    ptrdiff_t index = lookup_find(&check->version->indicator_index,
                                  against ? check_field(check, against, "mittari") : NULL);
    if (index == LOOKUP_NONE)
        return;
    if (check_report(check, xml_attribute_place(given, "arvo"), _("mend the one that is wrong"),
                     _("the status is \"%s\", but the question \"%s\" is answered \"%s\""),
                     followup_statuses_said[status], check->version->indicators[index].question,
                     followup_words_said[word_of(check, against)]))
        diag_relate(check->diags, xml_place(against));
}

/* Reports what has been done on no day, and what has not been done and has one. */
void check_done(struct check *check)
{
    const xmlNode *given = followup_first_element(check->answer);
    const char *day = followup_filled(given, "paivays", check->arena);
    const char *right = followup_kinds[check->indicator->kind].answer;
    enum followup_word word =
        xml_child(check->answer, right) ? word_of(check, check->answer) : WORD_MISSING;
    bool is_undone = word == WORD_NO || word == WORD_NOT_DONE || word == WORD_IN_PROGRESS;
    if (word == WORD_DONE && !day)
        check_report(check, xml_place(given),
                     _("add the day on which it was done (paivays), for example 2026-11-30"),
                     _("it has been done, but the day is missing"));
    else if (is_undone && day)
        check_report(check, xml_attribute_place(given, "paivays"),
                     _("mend the answer, or leave the day out"),
                     _("the answer is \"%s\", but it has the day on which it was done, %s"),
                     followup_words_said[word], day);
}
