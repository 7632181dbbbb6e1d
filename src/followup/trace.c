#include "followup/trace.h"

#include "base/blank.h"
#include "base/utf8.h"
#include "followup/check.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

enum {
    LONG = 50,   /* letters, blanks not counted, that nobody writes twice by chance */
    TEXTS = 200, /* noted of a file: five for each of forty questions */
};

/* Returns whether people tell something in an element of the name, in their own words. A reason why
 * something doesn't concern a party may be that of many, and the plan's text is quoted. */
static bool is_told(const char *name)
{
    static const char *const names[] = {"tekstivastaus", "huomautus", "ehdotettuTeksti",
                                        "perustelut"};
    return followup_index(names, sizeof names / sizeof *names, name) < sizeof names / sizeof *names;
}

static const char *kept(const struct check *check, const char *string)
{
    return string ? arena_strdup(check->followup->arena, string) : NULL;
}

void trace_text(struct check *check)
{
    struct trace *trace = check->trace;
    const char *content = check->text->content;
    const xmlNode *element = check->text->node->parent;
    if (check->text->attribute || trace->text_count >= TEXTS || strlen(content) < LONG ||
        !is_told(xml_name(element)))
        return;
    char *plain = followup_plain(content);
    if (utf8_count(plain, strlen(plain)) >= LONG) {
        size_t size = strlen(content);
        trace->texts = followup_grown(check->followup->arena, trace->texts, trace->text_count,
                                      &trace->text_capacity, sizeof *trace->texts);
        trace->texts[trace->text_count++] = (struct trace_text){
            .plain = kept(check, plain),
            .hash = g_str_hash(plain),
            .measure = kept(check, check->measure_id),
            .indicator = kept(check, check->indicator_id),
            .is_proposal = strcmp(xml_name(element->parent), "muutosehdotus") == 0,
            .place = diag_place_copy(check->followup->arena,
                                     xml_place_in_text(check->text, strspn(content, BLANK), size)),
        };
    }
    g_free(plain);
}

/* Returns whether a number can be one: others are told by followup-count and followup-share. */
static bool is_possible(const struct followup_indicator *indicator, int64_t value)
{
    if (indicator->kind == KIND_SHARE)
        return value >= 0 && value <= (int64_t)100 * DECIMAL_UNIT;
    return (!indicator->least.is_given || value >= indicator->least.value) &&
           (!indicator->greatest.is_given || value <= indicator->greatest.value);
}

void trace_number(struct check *check)
{
    const struct followup_indicator *indicator = check->indicator;
    const int year = check->year->year;
    const size_t index = (size_t)(indicator - check->version->indicators);
    struct trace *trace = check->trace;
    if (check->version != check->year->version || !followup_kind_is_number(indicator->kind) ||
        check->indicators_seen[index] != check->answer || check->party == LOOKUP_NONE ||
        !followup_expects(check->followup, year, (size_t)check->party, indicator))
        return;
    const xmlNode *given = xml_child(check->answer, followup_kinds[indicator->kind].answer);
    struct decimal number = check_number(check, given, "arvo");
    if (!number.is_given || !is_possible(indicator, number.value))
        return;
    struct arena *arena = check->followup->arena;
    trace->numbers = followup_grown(arena, trace->numbers, trace->number_count,
                                    &trace->number_capacity, sizeof *trace->numbers);
    trace->numbers[trace->number_count++] = (struct trace_number){
        .indicator = index,
        .value = number.value,
        .year = followup_filled(given, "tilastovuosi", arena),
        .place = diag_place_copy(arena, xml_attribute_place(given, "arvo")),
    };
}

static int compare_indicators(const void *a, const void *b)
{
    const struct trace_number *left = a, *right = b;
    return (left->indicator > right->indicator) - (left->indicator < right->indicator);
}

void trace_sort(struct trace *trace)
{
    if (trace->number_count)
        qsort(trace->numbers, trace->number_count, sizeof *trace->numbers, compare_indicators);
}

static void note_word(struct check *check, struct trace_word **words, size_t *count,
                      size_t *capacity, struct trace_word word)
{
    struct arena *arena = check->followup->arena;
    *words = followup_grown(arena, *words, *count, capacity, sizeof **words);
    word.place = diag_place_copy(arena, word.place);
    (*words)[(*count)++] = word;
}

void trace_status(struct check *check)
{
    struct trace *trace = check->trace;
    const struct lookup *known = &check->version->measure_index;
    const xmlNode *given = xml_child(check->measure, "tila");
    ptrdiff_t index = lookup_find(known, check->measure_id);
    if (check->version != check->year->version || index == LOOKUP_NONE || !given ||
        !xml_is_sound(given) || check->measures_seen[index] != check->measure)
        return;
    size_t status = followup_index(followup_statuses, STATUSES, check_field(check, given, "arvo"));
    note_word(check, &trace->statuses, &trace->status_count, &trace->status_capacity,
              (struct trace_word){.index = (size_t)index,
                                  .word = (int)status,
                                  .place = xml_attribute_place(given, "arvo")});
}

void trace_word(struct check *check)
{
    const struct followup_indicator *indicator = check->indicator;
    const size_t index = (size_t)(indicator - check->version->indicators);
    const xmlNode *given = xml_child(check->answer, followup_kinds[indicator->kind].answer);
    struct trace *trace = check->trace;
    bool is_word =
        indicator->kind == KIND_DONE || (indicator->kind == KIND_YES_NO && indicator->presupposed);
    if (!is_word || check->version != check->year->version || !given || !xml_is_sound(given) ||
        check->indicators_seen[index] != check->answer)
        return;
    size_t word = followup_index(followup_words, WORDS, check_field(check, given, "arvo"));
    note_word(check, &trace->words, &trace->word_count, &trace->word_capacity,
              (struct trace_word){
                  .index = index, .word = (int)word, .place = xml_attribute_place(given, "arvo")});
}
