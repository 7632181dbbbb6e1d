/* An accepted file's answers, taken over into plain structs; the tree is freed after that. */
#include "followup/followup_private.h"

#include <string.h>

static enum followup_word word_of(const xmlNode *given, struct arena *arena)
{
    const char *name = (const char *)given->name;
    if (strcmp(name, "eiKoske") == 0)
        return WORD_NOT_APPLICABLE;
    if (strcmp(name, "tekstivastaus") == 0)
        return WORD_TEXT;
    if (strcmp(name, "kyllaEi") != 0 && strcmp(name, "tehtyEiTehty") != 0)
        return WORD_VALUE;
    return (enum followup_word)followup_index(followup_words, WORDS,
                                              followup_field(given, "arvo", arena));
}

static void take_answer(struct arena *arena, const xmlNode *node, struct followup_answer *answer)
{
    const xmlNode *given = followup_first_element(node);
    answer->word = word_of(given, arena);
    answer->line = xml_place(node).line;
    answer->remark = followup_text(xml_child(node, "huomautus"), arena);
    answer->date = followup_field(given, "paivays", arena);
    answer->source = followup_field(given, "lahde", arena);
    answer->source_year = followup_field(given, "tilastovuosi", arena);
    if (answer->word == WORD_VALUE)
        answer->value = decimal_read(followup_field(given, "arvo", arena)).value;
    else if (answer->word == WORD_TEXT || answer->word == WORD_NOT_APPLICABLE)
        answer->text = followup_text(given, arena);
}

/* Vectors grow by doubling within the arena: what is left behind is at most as much again. */
static void *grown(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    *capacity = *capacity ? 2 * *capacity : 2;
    void *larger = arena_array(arena, *capacity, size);
    if (count)
        memcpy(larger, items, count * size);
    return larger;
}

static void take_people(struct arena *arena, const xmlNode *node, struct followup_texts *people)
{
    for (xmlNodePtr one = xml_child(node, "vastuuhenkilo"); one;
         one = xml_next(one, "vastuuhenkilo")) {
        people->items =
            grown(arena, people->items, people->count, &people->capacity, sizeof *people->items);
        people->items[people->count++] = followup_text(one, arena);
    }
}

static void take_measure(struct followup *followup, const xmlNode *node,
                         struct followup_submission *submission)
{
    struct arena *arena = followup->arena;
    ptrdiff_t index =
        lookup_find(&followup->measure_index, followup_field(node, "toimenpide", arena));
    struct followup_measure_answer *measure = &submission->measures[index];
    const xmlNode *status = xml_child(node, "tila");
    measure->line = xml_place(node).line;
    measure->remark = followup_text(xml_child(node, "huomautus"), arena);
    take_people(arena, node, &measure->people);
    if (status)
        measure->status = (enum followup_status)followup_index(
            followup_statuses, STATUSES, followup_field(status, "arvo", arena));
    for (xmlNodePtr one = xml_child(node, "vastaus"); one; one = xml_next(one, "vastaus"))
        take_answer(arena, one,
                    &submission->answers[lookup_find(&followup->indicator_index,
                                                     followup_field(one, "mittari", arena))]);
}

static void take_notes(struct arena *arena, const xmlNode *root, const char *name,
                       struct followup_notes *notes)
{
    for (xmlNodePtr one = xml_child(root, name); one; one = xml_next(one, name)) {
        notes->items =
            grown(arena, notes->items, notes->count, &notes->capacity, sizeof *notes->items);
        notes->items[notes->count++] = (struct followup_note){
            .measure = followup_field(one, "toimenpide", arena),
            .text = followup_text(one, arena),
            .line = xml_place(one).line,
        };
    }
}

void followup_take(struct followup *followup, const xmlNode *root,
                   struct followup_submission *submission)
{
    struct arena *arena = followup->arena;
    submission->answers =
        arena_array(arena, followup->indicator_count, sizeof *submission->answers);
    submission->measures =
        arena_array(arena, followup->measure_count, sizeof *submission->measures);
    for (xmlNodePtr one = xml_child(root, "toimenpideseuranta"); one;
         one = xml_next(one, "toimenpideseuranta"))
        take_measure(followup, one, submission);
    take_notes(arena, root, "muutosehdotus", &submission->proposals);
    take_notes(arena, root, "huomautus", &submission->remarks);
}
