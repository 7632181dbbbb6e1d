/* What is the same in two files of answers: most likely a form that was filled in by copying. */
#include "base/memory.h"
#include "base/message.h"
#include "followup/compare.h"

#include <stdlib.h>
#include <string.h>

enum {
    MANY = 5,           /* parties: what more of them have was agreed on, or told to all */
    TELLING_DIGITS = 8, /* in numbers that are the same by no chance */
    TELLING_NUMBERS = 3 /* and how many numbers these are at least */
};

/* --- Texts --- */

/* A text of a party's file of the year, or of the year before. */
struct text {
    const struct trace_text *text;
    size_t party;
    bool is_earlier;
};

struct texts {
    struct text *items;
    size_t count;
};

/* The order: what is the same together, in it last year's behind, and parties in their order. */
static int compare_texts(const void *a, const void *b)
{
    const struct text *left = a, *right = b;
    if (left->text->hash != right->text->hash)
        return left->text->hash < right->text->hash ? -1 : 1;
    int order = strcmp(left->text->plain, right->text->plain);
    if (order)
        return order;
    if (left->is_earlier != right->is_earlier)
        return left->is_earlier - right->is_earlier;
    if (left->party != right->party)
        return left->party < right->party ? -1 : 1;
    return (left->text > right->text) - (left->text < right->text);
}

static bool are_same(const struct text *one, const struct text *other)
{
    return one->text->hash == other->text->hash &&
           strcmp(one->text->plain, other->text->plain) == 0;
}

static size_t count_texts(const struct followup_year *year, size_t parties)
{
    size_t count = 0;
    for (size_t party = 0; year && party < parties; party++)
        count += compare_trace(year, party)->text_count;
    return count;
}

static void add_texts(const struct followup_year *year, size_t parties, bool is_earlier,
                      struct texts *texts)
{
    for (size_t party = 0; year && party < parties; party++) {
        const struct trace *trace = compare_trace(year, party);
        for (size_t i = 0; i < trace->text_count; i++)
            texts->items[texts->count++] = (struct text){&trace->texts[i], party, is_earlier};
    }
}

/* Returns the texts of both years in their order. Owned by the caller (free). */
static struct texts gather_texts(const struct comparison *comparison)
{
    const size_t parties = comparison->followup->party_count;
    const size_t most =
        count_texts(comparison->year, parties) + count_texts(comparison->before, parties);
    struct texts texts = {.items = memory_new(most + 1, sizeof *texts.items)};
    add_texts(comparison->year, parties, false, &texts);
    add_texts(comparison->before, parties, true, &texts);
    if (texts.count)
        qsort(texts.items, texts.count, sizeof *texts.items, compare_texts);
    return texts;
}

/* A text that another file has, too. */
struct same {
    const struct trace_text *text, *other_text;
    size_t party, other;
    bool is_earlier; /* the other file is the party's own of the year before */
};

struct sames {
    struct same *items;
    size_t count, capacity;
};

static void add_same(struct sames *sames, const struct text *one, const struct text *other)
{
    GROW(sames->items, sames->count, sames->capacity);
    sames->items[sames->count++] =
        (struct same){one->text, other->text, one->party, other->party, other->is_earlier};
}

/* Texts that are the same: those of the year before begin at earlier. */
struct run {
    const struct text *items;
    size_t count, earlier;
};

/* Returns the party's own text of the year before; NULL for none. */
static const struct text *find_earlier(const struct run *run, size_t party)
{
    size_t low = run->earlier, high = run->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (run->items[middle].party < party)
            low = middle + 1;
        else
            high = middle;
    }
    return low < run->count && run->items[low].party == party ? &run->items[low] : NULL;
}

/* Returns how many parties have the text in the year. */
static size_t count_parties(const struct run *run)
{
    size_t count = 0;
    for (size_t i = 0; i < run->earlier; i++)
        count += !i || run->items[i].party != run->items[i - 1].party;
    return count;
}

/* Returns the first other party's text of the year; NULL for none. */
static const struct text *find_other(const struct run *run, size_t party)
{
    size_t i = 0;
    while (i < run->earlier && run->items[i].party == party)
        i++;
    return i < run->earlier ? &run->items[i] : NULL;
}

/* Adds what of texts that are the same is to be told. A party that wrote it last year already has
 * not copied it from one that didn't. A proposal may be made again. */
static void add_run(const struct run *run, struct sames *sames)
{
    if (count_parties(run) > MANY)
        return;
    for (size_t i = 0; i < run->earlier; i++) {
        const struct text *one = &run->items[i];
        const struct text *other = find_other(run, one->party);
        const struct text *own = find_earlier(run, one->party);
        if (other && (!own || find_earlier(run, other->party)))
            add_same(sames, one, other);
        if (own && !one->text->is_proposal)
            add_same(sames, one, own);
    }
}

static void add_runs(const struct texts *texts, struct sames *sames)
{
    for (size_t first = 0, end; first < texts->count; first = end) {
        size_t earlier = first;
        for (end = first; end < texts->count && are_same(&texts->items[first], &texts->items[end]);
             end++)
            earlier += !texts->items[end].is_earlier;
        const struct run run = {&texts->items[first], end - first, earlier - first};
        add_run(&run, sames);
    }
}

/* The order: by party, then by the other file, then by where the texts stand. */
static int compare_sames(const void *a, const void *b)
{
    const struct same *left = a, *right = b;
    if (left->party != right->party)
        return left->party < right->party ? -1 : 1;
    if (left->is_earlier != right->is_earlier)
        return left->is_earlier - right->is_earlier;
    if (left->other != right->other)
        return left->other < right->other ? -1 : 1;
    return (left->text > right->text) - (left->text < right->text);
}

static bool are_of_two_files(const struct same *one, const struct same *other)
{
    return one->party == other->party && one->other == other->other &&
           one->is_earlier == other->is_earlier;
}

/* Returns the name of the other file, from the project's folder. */
static const char *name_of_other(const struct comparison *comparison, size_t other, bool is_earlier)
{
    const struct followup_year *year = is_earlier ? comparison->before : comparison->year;
    return year->submissions[other].file;
}

/* Reports the texts that a file has in common with another, at the first of them. */
static void report_texts(const struct comparison *comparison, const struct same *first,
                         size_t count)
{
    const char *name = name_of_other(comparison, first->other, first->is_earlier);
    struct check *check = compare_check(
        comparison, first->party, first->is_earlier ? RULE_ANSWER_REPEATED : RULE_ANSWER_COPIED,
        first->text->measure, first->text->indicator);
    const char *hint =
        first->is_earlier
            ? _("tell of this year; leave it if it still holds")
            : _("write the party's own answer; leave it if the two have written it together");
    bool is_told =
        count == 1 ? check_report(check, first->text->place, hint,
                                  _("the text is the same as in %s"), name)
                   : check_report(check, first->text->place, hint,
                                  _("%zu texts are the same as in %s; this is the first of them"),
                                  count, name);
    if (is_told)
        diag_relate(check->diags, first->other_text->place);
}

static void compare_all_texts(const struct comparison *comparison)
{
    struct texts texts = gather_texts(comparison);
    struct sames sames = {0};
    add_runs(&texts, &sames);
    if (sames.count)
        qsort(sames.items, sames.count, sizeof *sames.items, compare_sames);
    for (size_t first = 0, end; first < sames.count; first = end) {
        for (end = first;
             end < sames.count && are_of_two_files(&sames.items[first], &sames.items[end]);)
            end++;
        report_texts(comparison, &sames.items[first], end - first);
    }
    free(sames.items);
    free(texts.items);
}

/* --- Numbers --- */

/* Returns how many digits of a number are not there by chance: none of zero, and not the zeros at
 * either end. */
static size_t count_digits(int64_t value)
{
    size_t digits = 0;
    while (value && value % 10 == 0)
        value /= 10;
    for (; value; value /= 10)
        digits++;
    return digits;
}

/* A party's numbers of the year. */
struct numbers {
    const struct trace *trace;
    size_t party;
};

static int compare_one(const struct trace_number *left, const struct trace_number *right)
{
    if (left->indicator != right->indicator)
        return left->indicator < right->indicator ? -1 : 1;
    return (left->value > right->value) - (left->value < right->value);
}

static int compare_sets(const struct trace *left, const struct trace *right)
{
    if (left->number_count != right->number_count)
        return left->number_count < right->number_count ? -1 : 1;
    int order = 0;
    for (size_t i = 0; i < left->number_count && !order; i++)
        order = compare_one(&left->numbers[i], &right->numbers[i]);
    return order;
}

/* The order: what is the same together, in it parties in their order. */
static int compare_parties(const void *a, const void *b)
{
    const struct numbers *left = a, *right = b;
    int order = compare_sets(left->trace, right->trace);
    return order ? order : (left->party > right->party) - (left->party < right->party);
}

/* Returns whether a file's numbers are many enough that another has the same by no chance. */
static bool are_telling(const struct trace *trace)
{
    size_t digits = 0;
    for (size_t i = 0; i < trace->number_count; i++)
        digits += count_digits(trace->numbers[i].value);
    return trace->number_count >= TELLING_NUMBERS && digits >= TELLING_DIGITS;
}

/* Returns whether a party's numbers are those of its last file, as far as both have them. A number
 * of the same statistic is the same, and tells nothing. */
static bool are_repeated(const struct comparison *comparison, size_t party)
{
    const struct trace *trace = compare_trace(comparison->year, party);
    size_t count = 0, digits = 0;
    for (size_t i = 0; i < trace->number_count; i++) {
        const struct trace_number *now = &trace->numbers[i];
        const struct trace_number *then = compare_earlier(comparison, party, now);
        if (then && then->value != now->value)
            return false;
        bool is_one = then && then->year && now->year && strcmp(then->year, now->year) == 0;
        count += then && !is_one;
        digits += then && !is_one ? count_digits(now->value) : 0;
    }
    return count >= TELLING_NUMBERS && digits >= TELLING_DIGITS;
}

static void report_numbers(const struct comparison *comparison, size_t party, size_t other,
                           bool is_earlier)
{
    const struct trace *trace = compare_trace(comparison->year, party);
    const struct trace_number *first = &trace->numbers[0];
    struct check *check = compare_check(
        comparison, party, is_earlier ? RULE_ANSWER_REPEATED : RULE_ANSWER_COPIED, NULL, NULL);
    check_report(check, first->place,
                 is_earlier ? _("check that they are this year's")
                            : _("check that they are the party's own"),
                 _("all numbers are the same as in %s; this is the first of them"),
                 name_of_other(comparison, other, is_earlier));
}

/* Reports parties with the same numbers. One that had them last year already has not copied them
 * from one that hadn't. */
static void report_run(const struct comparison *comparison, const struct numbers *run, size_t count)
{
    for (size_t i = 0; count > 1 && i < count; i++) {
        size_t party = run[i].party, other = run[i ? 0 : 1].party;
        if (!are_repeated(comparison, party) || are_repeated(comparison, other))
            report_numbers(comparison, party, other, false);
    }
}

static void compare_all_numbers(const struct comparison *comparison)
{
    const size_t parties = comparison->followup->party_count;
    struct numbers *sets = memory_new(parties + 1, sizeof *sets);
    size_t count = 0;
    for (size_t party = 0; party < parties; party++) {
        const struct trace *trace = compare_trace(comparison->year, party);
        if (are_telling(trace))
            sets[count++] = (struct numbers){trace, party};
        if (are_repeated(comparison, party))
            report_numbers(comparison, party, party, true);
    }
    if (count)
        qsort(sets, count, sizeof *sets, compare_parties);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first; end < count && compare_sets(sets[first].trace, sets[end].trace) == 0;)
            end++;
        report_run(comparison, &sets[first], end - first);
    }
    free(sets);
}

void compare_copies(const struct comparison *comparison)
{
    compare_all_texts(comparison);
    compare_all_numbers(comparison);
}
