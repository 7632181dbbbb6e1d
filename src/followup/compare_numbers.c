/* Numbers that are unlike the party's last one, or those of all other parties of its kind. */
#include "base/memory.h"
#include "base/message.h"
#include "followup/compare.h"
#include "followup/tally.h"

#include <stdlib.h>
#include <string.h>

enum {
    /* Times as much or as little as last year's: a slip of the decimal sign, or a zero too many. */
    JUMP = 8,
    JUMP_OF_COUNT = 10,
    /* Times as much or as little as the median of the others, and as the next of them. */
    FAR = 5,
    FAR_NEXT = 2,
    FAR_COUNT = 10,
    FAR_NEXT_COUNT = 5,
    /* Times at most that a number and last year's are apart where neither is a slip. */
    STEADY = 3,
    LARGE = 20, /* the greater of two counts or shares that are apart: others are so by chance */
    SMALL = 5,  /* per cent: a share of less than one is no wonder below */
    OTHERS = 3  /* to compare with, at least */
};

static int64_t whole(int number)
{
    return (int64_t)number * DECIMAL_UNIT;
}

/* A number of the year, and whose it is. */
struct number {
    const struct trace_number *number;
    size_t party, group;
};

static int compare(const void *a, const void *b)
{
    const struct number *left = a, *right = b;
    if (left->number->indicator != right->number->indicator)
        return left->number->indicator < right->number->indicator ? -1 : 1;
    if (left->group != right->group)
        return left->group < right->group ? -1 : 1;
    if (left->number->value != right->number->value)
        return left->number->value < right->number->value ? -1 : 1;
    return (left->party > right->party) - (left->party < right->party);
}

/* Numbers of one indicator and one group of parties, from the least to the greatest. */
struct run {
    const struct comparison *comparison;
    const struct followup_indicator *indicator;
    const struct number *numbers;
    size_t count;
};

static bool is_share(const struct followup_indicator *indicator)
{
    return indicator->kind == KIND_SHARE || (indicator->unit && strcmp(indicator->unit, "%") == 0);
}

/* Returns the place-th of the numbers of the others. */
static int64_t other_at(const struct run *run, size_t own, size_t place)
{
    return run->numbers[place < own ? place : place + 1].number->value;
}

static int64_t median_of_others(const struct run *run, size_t own)
{
    size_t others = run->count - 1, middle = others / 2;
    int64_t upper = other_at(run, own, middle);
    return others % 2 ? upper : (other_at(run, own, middle - 1) + upper) / 2;
}

static bool has_others(const struct run *run)
{
    return run->count > OTHERS;
}

/* Returns last year's number of the party; absent when it has none. */
static struct decimal last_of(const struct run *run, size_t own)
{
    const struct number *number = &run->numbers[own];
    const struct trace_number *last =
        compare_earlier(run->comparison, number->party, number->number);
    return last ? (struct decimal){true, last->value} : (struct decimal){0};
}

static const char *written(const struct run *run, int64_t value)
{
    struct buf text = {0};
    decimal_write(value, &text);
    const char *copy = arena_strdup(run->comparison->arena, text.data);
    buf_free(&text);
    return copy;
}

static struct check *check_for(const struct run *run, size_t own, enum rule rule)
{
    const struct number *number = &run->numbers[own];
    return compare_check_number(run->comparison, number->party, rule, number->number);
}

/* --- Fractions --- */

/* Returns what a share is probably near: that of the others, else last year's, else the target;
 * absent when nothing is known of it. */
static struct decimal expected(const struct run *run, size_t own)
{
    if (has_others(run))
        return (struct decimal){true, median_of_others(run, own)};
    struct decimal last = last_of(run, own);
    if (last.is_given)
        return last;
    return run->indicator->low.is_given ? run->indicator->low : run->indicator->high;
}

static bool is_fraction(const struct run *run, size_t own)
{
    int64_t value = run->numbers[own].number->value;
    if (!is_share(run->indicator) || value <= 0 || value >= whole(1))
        return false;
    struct decimal near = expected(run, own);
    return !near.is_given || near.value >= whole(SMALL);
}

/* Reports a share that is less than one per cent, where it can't be expected to be. */
static bool report_fraction(const struct run *run, size_t own)
{
    const struct trace_number *number = run->numbers[own].number;
    if (!is_fraction(run, own))
        return false;
    struct check *check = check_for(run, own, RULE_ANSWER_FRACTION);
    const char *meant = written(run, number->value * 100);
    if (check_report(check, number->place, arena_printf(check->arena, _("did you mean %s?"), meant),
                     _("the share is less than one per cent: %s"), written(run, number->value)))
        diag_replace(check->diags, meant);
    return true;
}

/* --- Jumps --- */

/* Returns whether one number is so many times another, which is above zero, and large enough that
 * this is no chance. */
static bool is_times(const struct run *run, int64_t high, int64_t low, int times)
{
    bool is_counted = run->indicator->kind == KIND_COUNT || is_share(run->indicator);
    return low > 0 && high >= times * low && (!is_counted || high >= whole(LARGE));
}

/* Reports a number that is many times last year's, or a small part of it. */
static bool report_jump(const struct run *run, size_t own)
{
    const struct trace_number *number = run->numbers[own].number;
    const struct decimal last = last_of(run, own);
    int times = run->indicator->kind == KIND_COUNT ? JUMP_OF_COUNT : JUMP;
    if (!last.is_given || (!is_times(run, number->value, last.value, times) &&
                           !is_times(run, last.value, number->value, times)))
        return false;
    check_report(check_for(run, own, RULE_ANSWER_JUMP), number->place,
                 _("check the decimal sign and the zeros; leave it if it is right"),
                 number->value > last.value ? _("%s is many times last year's number, %s")
                                            : _("%s is a small part of last year's number, %s"),
                 written(run, number->value), written(run, last.value));
    return true;
}

/* --- Outliers --- */

/* Returns whether a number is about what it was last year: then it isn't a slip. */
static bool is_steady(const struct run *run, size_t own)
{
    const int64_t value = run->numbers[own].number->value;
    const struct decimal last = last_of(run, own);
    return last.is_given && value <= STEADY * last.value && last.value <= STEADY * value;
}

static bool is_far_above(const struct run *run, size_t own)
{
    bool is_count = run->indicator->kind == KIND_COUNT;
    int64_t value = run->numbers[own].number->value, median = median_of_others(run, own);
    int64_t next = other_at(run, own, run->count - 2);
    if (is_count && median < whole(1))
        median = whole(1);
    return is_times(run, value, median, is_count ? FAR_COUNT : FAR) &&
           value >= (is_count ? FAR_NEXT_COUNT : FAR_NEXT) * next;
}

/* Small counts are far from none. */
static bool is_far_below(const struct run *run, size_t own)
{
    int64_t value = run->numbers[own].number->value;
    return run->indicator->kind != KIND_COUNT &&
           is_times(run, median_of_others(run, own), value, FAR) &&
           other_at(run, own, 0) >= FAR_NEXT * value;
}

/* Reports a number that is far from those of all others. */
static void report_outlier(const struct run *run, size_t own)
{
    const struct trace_number *number = run->numbers[own].number;
    if (!has_others(run) || is_steady(run, own) ||
        (!is_far_above(run, own) && !is_far_below(run, own)))
        return;
    check_report(check_for(run, own, RULE_ANSWER_OUTLIER), number->place,
                 _("check the number and its unit; leave it if it is right"),
                 _("%s is far from the numbers of the others, which are from %s to %s"),
                 written(run, number->value), written(run, other_at(run, own, 0)),
                 written(run, other_at(run, own, run->count - 2)));
}

static void report(const struct run *run)
{
    for (size_t i = 0; i < run->count; i++)
        if (!report_fraction(run, i) && !report_jump(run, i))
            report_outlier(run, i);
}

/* Gathers the numbers of the year. Owned by the caller (free). */
static struct number *gather(const struct comparison *comparison, size_t *count)
{
    const struct followup *followup = comparison->followup;
    size_t most = 0;
    for (size_t party = 0; party < followup->party_count; party++)
        most += compare_trace(comparison->year, party)->number_count;
    struct number *numbers = memory_new(most + 1, sizeof *numbers);
    *count = 0;
    for (size_t party = 0; party < followup->party_count; party++) {
        const struct trace *trace = compare_trace(comparison->year, party);
        const size_t group = tally_group_of(followup, party);
        for (size_t i = 0; i < trace->number_count; i++)
            numbers[(*count)++] = (struct number){&trace->numbers[i], party, group};
    }
    if (*count)
        qsort(numbers, *count, sizeof *numbers, compare);
    return numbers;
}

void compare_numbers(const struct comparison *comparison)
{
    size_t count;
    struct number *numbers = gather(comparison, &count);
    for (size_t first = 0, end; first < count; first = end) {
        const size_t indicator = numbers[first].number->indicator;
        for (end = first; end < count && numbers[end].number->indicator == indicator &&
                          numbers[end].group == numbers[first].group;)
            end++;
        const struct run run = {comparison, &comparison->year->version->indicators[indicator],
                                &numbers[first], end - first};
        report(&run);
    }
    free(numbers);
}
