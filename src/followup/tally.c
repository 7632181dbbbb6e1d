#include "followup/tally.h"

#include "base/memory.h"

#include <stdlib.h>

const struct followup_answer *tally_answer(const struct followup *followup,
                                           const struct followup_year *year, size_t party,
                                           const struct followup_indicator *indicator)
{
    static const struct followup_answer missing;
    const struct followup_submission *submission = &year->submissions[party];
    const struct followup_indicator *own = followup_indicator_in(indicator, year);
    if (!own || !submission->answers || !followup_expects(followup, year->year, party, own))
        return &missing;
    return &submission->answers[own - year->version->indicators];
}

const struct followup_year *tally_year_before(const struct followup *followup,
                                              const struct followup_year *year)
{
    return followup_year(followup, year->year - 1);
}

struct decimal tally_party_change(const struct followup *followup, const struct followup_year *year,
                                  size_t party, const struct followup_indicator *indicator)
{
    const struct followup_year *before = tally_year_before(followup, year);
    const struct followup_answer *now = tally_answer(followup, year, party, indicator);
    if (!before || now->word != WORD_VALUE)
        return (struct decimal){0};
    const struct followup_answer *then = tally_answer(followup, before, party, indicator);
    return (struct decimal){.is_given = then->word == WORD_VALUE,
                            .value = now->value - then->value};
}

/* Returns the sum of a party's counts in the plan's term up to and with the year. */
static int64_t term_sum(const struct followup *followup, const struct followup_year *last,
                        size_t party, const struct followup_indicator *indicator)
{
    int64_t sum = 0;
    for (const struct followup_year *year = followup->years; year <= last; year++) {
        const struct followup_answer *answer = tally_answer(followup, year, party, indicator);
        if (year->year >= last->version->term_begins && answer->word == WORD_VALUE)
            sum += answer->value;
    }
    return sum;
}

enum tally_target tally_target(const struct followup *followup, const struct followup_year *year,
                               size_t party, const struct followup_indicator *indicator)
{
    const struct followup_answer *answer = tally_answer(followup, year, party, indicator);
    int64_t value = answer->value;
    if (answer->word != WORD_VALUE || (!indicator->low.is_given && !indicator->high.is_given))
        return TARGET_NONE;
    if (indicator->is_for_term && indicator->kind == KIND_COUNT)
        value = term_sum(followup, year, party, indicator);
    if (indicator->low.is_given && value < indicator->low.value)
        return TARGET_BELOW;
    return indicator->high.is_given && value > indicator->high.value ? TARGET_ABOVE
                                                                     : TARGET_REACHED;
}

static void count_word(struct tally *tally, enum followup_word word)
{
    tally->answered += word != WORD_MISSING;
    tally->missing += word == WORD_MISSING;
    tally->not_applicable += word == WORD_NOT_APPLICABLE;
    tally->yes += word == WORD_YES || word == WORD_DONE;
    tally->no += word == WORD_NO || word == WORD_NOT_DONE;
    tally->in_progress += word == WORD_IN_PROGRESS;
    tally->values += word == WORD_VALUE;
}

static int compare(const void *a, const void *b)
{
    const int64_t *left = a, *right = b;
    return (*left > *right) - (*left < *right);
}

/* Returns the median of sorted numbers. The mean of two is exact: they have three decimals, it has
 * four. */
static int64_t median(const int64_t *numbers, size_t count)
{
    size_t middle = count / 2;
    return count % 2 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}

static int64_t sum(const int64_t *numbers, size_t count)
{
    int64_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += numbers[i];
    return total;
}

static void add_up_values(struct tally *tally, int64_t *values)
{
    if (!tally->values)
        return;
    qsort(values, tally->values, sizeof *values, compare);
    tally->least = values[0];
    tally->greatest = values[tally->values - 1];
    tally->median = median(values, tally->values);
    tally->sum = sum(values, tally->values);
}

static bool is_yes_or_no(enum followup_word word)
{
    return word == WORD_YES || word == WORD_NO || word == WORD_DONE || word == WORD_NOT_DONE ||
           word == WORD_IN_PROGRESS;
}

struct decimal tally_word_change(const struct followup_answer *then,
                                 const struct followup_answer *now)
{
    int is_yes = now->word == WORD_YES || now->word == WORD_DONE;
    int was_yes = then->word == WORD_YES || then->word == WORD_DONE;
    if (!is_yes_or_no(now->word) || !is_yes_or_no(then->word))
        return (struct decimal){0};
    return (struct decimal){.is_given = true, .value = (int64_t)(is_yes - was_yes) * DECIMAL_UNIT};
}

static struct decimal change_of(const struct followup *followup, const struct followup_year *year,
                                size_t party, const struct followup_indicator *indicator)
{
    const struct followup_year *before = tally_year_before(followup, year);
    if (followup_kind_is_number(indicator->kind) || !before)
        return tally_party_change(followup, year, party, indicator);
    return tally_word_change(tally_answer(followup, before, party, indicator),
                             tally_answer(followup, year, party, indicator));
}

const char *const tally_groups[TALLY_GROUPS] = {"kunnat", "hyvinvointialue", "maakunnanLiitto"};

size_t tally_group_of(const struct followup *followup, size_t party)
{
    size_t group = followup_index(tally_groups, TALLY_GROUPS, followup->parties[party].kind);
    return group < TALLY_GROUPS ? group : TALLY_MUNICIPALITIES;
}

/* Adds up the changes of the parties that answered in both years: their sum, or the median for
 * shares and values. The others would make a change that nobody has made. */
static void add_up_changes(const struct followup *followup, const struct followup_year *year,
                           const struct followup_indicator *indicator, size_t group,
                           int64_t *changes, struct tally *tally)
{
    for (size_t party = 0; party < followup->party_count; party++) {
        if (group < TALLY_GROUPS && tally_group_of(followup, party) != group)
            continue;
        struct decimal change = change_of(followup, year, party, indicator);
        if (change.is_given)
            changes[tally->compared++] = change.value;
    }
    if (!tally->compared)
        return;
    qsort(changes, tally->compared, sizeof *changes, compare);
    bool is_level = indicator->kind == KIND_SHARE || indicator->kind == KIND_VALUE;
    tally->change = is_level ? median(changes, tally->compared) : sum(changes, tally->compared);
}

/* Adds up the answers of a group, or of all for TALLY_GROUPS. numbers has room for one a party. */
static struct tally add_up(const struct followup *followup, const struct followup_year *year,
                           const struct followup_indicator *indicator, size_t group,
                           int64_t *numbers)
{
    struct tally tally = {0};
    for (size_t party = 0; party < followup->party_count; party++) {
        const struct followup_answer *answer = tally_answer(followup, year, party, indicator);
        if (!followup_expects(followup, year->year, party, indicator) ||
            (group < TALLY_GROUPS && tally_group_of(followup, party) != group))
            continue;
        tally.expected++;
        if (answer->word == WORD_VALUE)
            numbers[tally.values] = answer->value;
        count_word(&tally, answer->word);
        tally.in_target += tally_target(followup, year, party, indicator) == TARGET_REACHED;
    }
    add_up_values(&tally, numbers);
    return tally;
}

struct tally tally_group(const struct followup *followup, const struct followup_year *year,
                         const struct followup_indicator *indicator, size_t group)
{
    int64_t *numbers = memory_new(followup->party_count + 1, sizeof *numbers);
    struct tally tally = add_up(followup, year, indicator, group, numbers);
    add_up_changes(followup, year, indicator, group, numbers, &tally);
    free(numbers);
    return tally;
}

struct tally tally_indicator(const struct followup *followup, const struct followup_year *year,
                             const struct followup_indicator *indicator)
{
    return tally_group(followup, year, indicator, TALLY_GROUPS);
}

struct decimal tally_figure(const struct tally *tally, enum followup_kind kind)
{
    if (kind == KIND_YES_NO || kind == KIND_DONE)
        return (struct decimal){.is_given = tally->yes + tally->no + tally->in_progress > 0,
                                .value = (int64_t)tally->yes * DECIMAL_UNIT};
    return (struct decimal){.is_given = tally->values > 0,
                            .value = kind == KIND_COUNT ? tally->sum : tally->median};
}

enum followup_status tally_status(const struct followup_year *year, size_t party, size_t measure)
{
    const struct followup_submission *submission = &year->submissions[party];
    enum followup_status status =
        submission->measures ? submission->measures[measure].status : STATUS_MISSING;
    if (status == STATUS_MISSING && !year->version->measures[measure].responsible[party])
        return STATUS_NOT_ASKED;
    return status;
}

/* Returns the status that all who reported share; else under way. A measure is done only when all
 * whom it concerns have reported it done. */
static enum followup_status status_of_all(const size_t counts[STATUSES])
{
    size_t reported = 0;
    for (size_t i = STATUS_NOT_STARTED; i <= STATUS_HALTED; i++)
        reported += counts[i];
    if (!reported)
        return STATUS_MISSING;
    if (counts[STATUS_DONE] && counts[STATUS_MISSING])
        return STATUS_UNDER_WAY;
    for (size_t i = STATUS_NOT_STARTED; i <= STATUS_HALTED; i++)
        if (counts[i] == reported)
            return (enum followup_status)i;
    return STATUS_UNDER_WAY;
}

struct tally_statuses tally_statuses(const struct followup *followup,
                                     const struct followup_year *year, size_t measure)
{
    struct tally_statuses statuses = {0};
    for (size_t party = 0; party < followup->party_count; party++)
        if (followup_is_bound(followup, year->year, party))
            statuses.counts[tally_status(year, party, measure)]++;
    ptrdiff_t reporter = year->version->measures[measure].status_reporter;
    statuses.all = reporter == LOOKUP_NONE ? status_of_all(statuses.counts)
                                           : tally_status(year, (size_t)reporter, measure);
    return statuses;
}
