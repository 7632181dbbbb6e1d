#include "followup/questions.h"

#include "base/message.h"
#include "followup/followup_private.h"
#include "followup/tally.h"

#include <string.h>

/* The questions that are being gathered. */
struct asking {
    const struct followup *followup;
    const struct followup_version *version;   /* of the plan, that of the year */
    const struct followup_year *now, *before; /* NULL when the year wasn't read */
    int year;
    size_t party;
    struct arena *arena;
    struct followup_question *items;
    size_t count;
};

/* Appends a number with a decimal comma. */
static void write_number(struct buf *out, int64_t value)
{
    size_t from = out->size;
    decimal_write(value, out);
    char *point = memchr(out->data + from, '.', out->size - from);
    if (point)
        *point = ',';
}

/* Returns what was written, in the arena, and frees it. */
static const char *settle(const struct asking *asking, struct buf *text)
{
    const char *settled = arena_strndup(asking->arena, text->data, text->size);
    buf_free(text);
    return settled;
}

static void write_limit(struct buf *out, const char *words, struct decimal limit, const char *unit)
{
    buf_string(out, words);
    write_number(out, limit.value);
    if (unit)
        buf_printf(out, " %s", unit);
}

/* Returns an indicator's target in words, or NULL. */
static const char *target_of(const struct asking *asking,
                             const struct followup_indicator *indicator)
{
    const bool has_low = indicator->low.is_given, has_high = indicator->high.is_given;
    struct buf text = {0};
    if (!has_low && !has_high)
        return NULL;
    if (has_low)
        write_limit(&text, "vähintään ", indicator->low, has_high ? NULL : indicator->unit);
    if (has_high)
        write_limit(&text, has_low ? " ja enintään " : "enintään ", indicator->high,
                    indicator->unit);
    if (indicator->is_for_term)
        buf_string(&text, " valtuustokaudella");
    return settle(asking, &text);
}

/* Returns an answer, to an indicator of its own year, in words. */
static const char *words_of(const struct asking *asking, const struct followup_answer *answer,
                            const struct followup_indicator *indicator)
{
    const char *said = followup_words_said[answer->word];
    struct buf text = {0};
    if (said)
        buf_printf(&text, answer->word == WORD_NOT_APPLICABLE ? "%s: " : "%s", said);
    if (answer->text)
        buf_string(&text, answer->text);
    if (answer->word == WORD_VALUE)
        write_limit(&text, "", (struct decimal){.value = answer->value}, indicator->unit);
    return settle(asking, &text);
}

/* Returns a party's answer to an indicator of the year's version in a year, which may be NULL. */
static struct question_answer answer_in(const struct asking *asking,
                                        const struct followup_year *year,
                                        const struct followup_indicator *indicator)
{
    const struct followup_indicator *own = year ? followup_indicator_in(indicator, year) : NULL;
    if (!own)
        return (struct question_answer){0};
    const struct followup_answer *answer = tally_answer(asking->followup, year, asking->party, own);
    if (answer->word == WORD_MISSING)
        return (struct question_answer){0};
    return (struct question_answer){
        .words = words_of(asking, answer, own),
        .value = followup_words[answer->word],
        .remark = answer->remark,
        .date = answer->date,
        .last_date = answer->last_date,
        .source = answer->source,
        .source_year = answer->source_year,
        .is_remark_secret = answer->is_remark_secret,
        .line = answer->place.line,
        .cell = answer->place.cell,
    };
}

/* Returns a party's answer about a measure in a year, which may be NULL; NULL without one. */
static const struct followup_measure_answer *measure_in(const struct asking *asking,
                                                        const struct followup_year *year,
                                                        const struct followup_measure *measure)
{
    const struct followup_submission *submission = year ? &year->submissions[asking->party] : NULL;
    if (!submission || !submission->measures)
        return NULL;
    ptrdiff_t index = lookup_find(&year->version->measure_index, measure->id);
    return index == LOOKUP_NONE ? NULL : &submission->measures[index];
}

static struct question_answer officers_in(const struct asking *asking,
                                          const struct followup_measure_answer *answer)
{
    struct buf text = {0};
    if (!answer || !answer->people.count)
        return (struct question_answer){0};
    for (size_t i = 0; i < answer->people.count; i++)
        buf_printf(&text, "%s%s", i ? ", " : "", answer->people.items[i]);
    return (struct question_answer){
        .words = settle(asking, &text), .line = answer->place.line, .cell = answer->place.cell};
}

static struct question_answer status_in(const struct followup_measure_answer *answer)
{
    const char *said = answer ? followup_statuses_said[answer->status] : NULL;
    if (!said)
        return (struct question_answer){0};
    return (struct question_answer){.words = said,
                                    .value = followup_statuses[answer->status],
                                    .remark = answer->remark,
                                    .is_remark_secret = answer->is_remark_secret,
                                    .line = answer->place.line,
                                    .cell = answer->place.cell};
}

static struct followup_question *add(struct asking *asking, const struct followup_measure *measure,
                                     enum question_about about)
{
    struct followup_question *question = &asking->items[asking->count++];
    *question = (struct followup_question){.about = about,
                                           .measure = measure->id,
                                           .measure_number = measure->number,
                                           .measure_name = measure->name};
    return question;
}

static void ask_measure(struct asking *asking, const struct followup_measure *measure)
{
    const struct followup_measure_answer *now = measure_in(asking, asking->now, measure);
    const struct followup_measure_answer *before = measure_in(asking, asking->before, measure);
    struct followup_question *question = add(asking, measure, QUESTION_OFFICERS);
    question->answer = officers_in(asking, now);
    question->previous = officers_in(asking, before);
    question = add(asking, measure, QUESTION_STATUS);
    question->answer = status_in(now);
    question->previous = status_in(before);
}

static void ask_indicator(struct asking *asking, const struct followup_measure *measure,
                          const struct followup_indicator *indicator)
{
    struct followup_question *question = add(asking, measure, QUESTION_INDICATOR);
    question->indicator = indicator->id;
    question->text = indicator->question;
    question->kind = indicator->kind;
    question->unit = indicator->unit;
    question->source = indicator->source;
    question->deadline = indicator->deadline;
    question->target = target_of(asking, indicator);
    question->answer = answer_in(asking, asking->now, indicator);
    question->previous = answer_in(asking, asking->before, indicator);
}

/* Asks about a measure and its indicators, of which *next is the first. */
static void ask(struct asking *asking, size_t index, size_t *next)
{
    const struct followup_version *version = asking->version;
    const struct followup_measure *measure = &version->measures[index];
    if (measure->responsible[asking->party] &&
        followup_is_bound(asking->followup, asking->year, asking->party))
        ask_measure(asking, measure);
    for (; *next < version->indicator_count && version->indicators[*next].measure == index; ++*next)
        if (followup_expects(asking->followup, asking->year, asking->party,
                             &version->indicators[*next]))
            ask_indicator(asking, measure, &version->indicators[*next]);
}

const char *followup_question_words(const struct followup_question *question)
{
    switch (question->about) {
    case QUESTION_OFFICERS:
        return _("the officers responsible");
    case QUESTION_STATUS:
        return _("the status of the measure");
    case QUESTION_INDICATOR:
        return question->text;
    }
    return "";
}

struct followup_questions followup_questions(const struct followup *followup, int year,
                                             size_t party, struct arena *arena)
{
    struct asking asking = {.followup = followup,
                            .version = followup_version_of(followup, year),
                            .now = followup_year(followup, year),
                            .before = followup_year(followup, year - 1),
                            .year = year,
                            .party = party,
                            .arena = arena};
    asking.items =
        arena_array(arena, 2 * asking.version->measure_count + asking.version->indicator_count,
                    sizeof *asking.items);
    size_t next = 0; /* the indicators stand in the order of their measures */
    for (size_t i = 0; i < asking.version->measure_count; i++)
        ask(&asking, i, &next);
    return (struct followup_questions){asking.items, asking.count};
}
