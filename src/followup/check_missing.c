/* The rule about what a party is asked and has not answered. */
#include "followup/check.h"

#include "base/message.h"

enum { LISTED = 12 }; /* questions that a finding tells in words; a receipt has all */

/* Returns whether an element holds more than blanks. */
static bool is_filled(const struct check *check, const xmlNode *element)
{
    return followup_filled_text(element, check->arena) != NULL;
}

/* Returns whether a measure of the file names who is responsible. */
static bool has_officers(const struct check *check, const xmlNode *measure)
{
    const xmlNode *one = xml_child(measure, "vastuuhenkilo");
    while (one && !is_filled(check, one))
        one = xml_next(one, "vastuuhenkilo");
    return one;
}

/* Returns a measure's element in the file; NULL when there is none. */
static const xmlNode *element_of(const struct check *check,
                                 const struct followup_question *question)
{
    ptrdiff_t index = lookup_find(&check->version->measure_index, question->measure);
    return index == LOOKUP_NONE ? NULL : check->measures_seen[index];
}

/* Returns whether the file has an answer to a question, right or wrong: what is wrong with it is
 * told there. */
static bool is_answered(const struct check *check, const struct followup_question *question)
{
    const xmlNode *measure = element_of(check, question);
    if (question->about == QUESTION_OFFICERS)
        return measure && has_officers(check, measure);
    if (question->about == QUESTION_STATUS)
        return measure && xml_child(measure, "tila");
    ptrdiff_t index = lookup_find(&check->version->indicator_index, question->indicator);
    return index != LOOKUP_NONE && check->indicators_seen[index];
}

/* Returns a question in words, the plan's own in quotes. */
static const char *words_of(const struct check *check, const struct followup_question *question)
{
    const char *words = followup_question_words(question);
    return question->about == QUESTION_INDICATOR ? arena_printf(check->arena, _("\"%s\""), words)
                                                 : words;
}

/* Appends one of the questions that are listed, and behind the last of these how many more there
 * are. */
static void list(struct buf *out, size_t index, size_t count, const char *words)
{
    if (index < LISTED)
        buf_printf(out, "%s%s", index ? "; " : "", words);
    if (index == LISTED)
        buf_printf(out, _("; and %zu more"), count - LISTED);
}

/* Returns what to say of a measure's open questions. One that the file lacks is named, since no
 * place in the file does. */
static const char *message_of(const struct check *check, const struct followup_question *question,
                              const xmlNode *element, size_t open, const char *words)
{
    if (!element)
        return arena_printf(check->arena, _("the measure %s, %s, is not answered: %s"),
                            question->measure_number, question->measure_name, words);
    return arena_printf(check->arena,
                        open == 1 ? _("this is not answered: %s") : _("these are not answered: %s"),
                        words);
}

/* Reports what a measure's questions, of which some have no answer, lack. */
static void report_measure(struct check *check, const struct followup_question *questions,
                           size_t count, size_t open)
{
    const xmlNode *element = element_of(check, questions);
    struct buf words = {0};
    size_t listed = 0;
    for (size_t i = 0; i < count; i++)
        if (!is_answered(check, &questions[i]))
            list(&words, listed++, open, words_of(check, &questions[i]));
    check->measure_id = questions->measure;
    check_report(check, xml_place(element ? element : check->root),
                 _("answer; where no answer can be had, nothing has to be done: the report says "
                   "that it was not reported"),
                 "%s", message_of(check, questions, element, open, words.data));
    check->measure_id = NULL;
    buf_free(&words);
}

/* Reports that nothing has been answered, in one finding. */
static void report_all(struct check *check, const struct followup_questions *questions)
{
    struct buf words = {0};
    size_t count = 0, listed = 0;
    for (size_t i = 0; i < questions->count; i++)
        count += questions->items[i].about == QUESTION_INDICATOR;
    for (size_t i = 0; i < questions->count; i++)
        if (questions->items[i].about == QUESTION_INDICATOR)
            list(&words, listed++, count, words_of(check, &questions->items[i]));
    check_report(check, xml_place(check->root), _("answer the questions and send the file again"),
                 _("nothing has been answered, neither of the measures nor of %zu questions: %s"),
                 count, words.data ? words.data : "–");
    buf_free(&words);
}

static size_t count_open(const struct check *check, const struct followup_question *questions,
                         size_t count)
{
    size_t open = 0;
    for (size_t i = 0; i < count; i++)
        open += !is_answered(check, &questions[i]);
    return open;
}

/* Returns how many questions from the first on are about its measure. */
static size_t count_of_measure(const struct followup_questions *questions, size_t first)
{
    size_t end = first + 1;
    while (end < questions->count &&
           questions->items[end].measure == questions->items[first].measure)
        end++;
    return end - first;
}

/* Returns whether the file has an answer to any question of the plan, asked or not. */
static bool has_answers(const struct check *check)
{
    size_t i = 0;
    while (i < check->version->indicator_count && !check->indicators_seen[i])
        i++;
    return i < check->version->indicator_count;
}

/* Returns whether it is known what is asked, and what of it the file answers. Else the fault that
 * makes it unknown has been reported. */
static bool is_known(const struct check *check)
{
    bool is_of_one = check->named == LOOKUP_NONE || check->named == check->party;
    return check->party != LOOKUP_NONE && is_of_one && check_is_in_its_folder(check) &&
           check->version == check->year->version && !check->is_doubtful;
}

/* Reports the questions that the party is asked and the file leaves open: once a measure, or once
 * if that is all of them. */
void check_missing(struct check *check)
{
    if (!is_known(check) || !diags_want(check->diags, check->rule))
        return;
    const struct followup_questions questions =
        followup_questions(check->followup, check->year->year, (size_t)check->party, check->arena);
    size_t open = count_open(check, questions.items, questions.count);
    if (open && open == questions.count && !has_answers(check)) {
        report_all(check, &questions);
        return;
    }
    for (size_t first = 0, count; open && first < questions.count; first += count) {
        count = count_of_measure(&questions, first);
        size_t own = count_open(check, &questions.items[first], count);
        if (own)
            report_measure(check, &questions.items[first], count, own);
    }
}
