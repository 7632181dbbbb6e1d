/* Takes an accepted file's answers over into plain structs; the tree is freed after that. */
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

/* Returns whether a remark is for the coordinator alone; NULL is none. */
static bool is_secret(const xmlNode *remark)
{
    return remark && xml_has(remark, "julkinen", "ei");
}

static struct followup_place place_of(const xmlNode *node, struct arena *arena)
{
    return (struct followup_place){xml_place(node).line, followup_filled(node, "solu", arena)};
}

static void take_answer(struct arena *arena, const xmlNode *node, struct followup_answer *answer)
{
    const xmlNode *given = followup_first_element(node);
    answer->word = word_of(given, arena);
    answer->place = place_of(node, arena);
    answer->remark = followup_text(xml_child(node, "huomautus"), arena);
    answer->is_remark_secret = is_secret(xml_child(node, "huomautus"));
    answer->date = followup_field(given, "paivays", arena);
    answer->last_date = followup_field(given, "asti", arena);
    answer->source = followup_filled(given, "lahde", arena);
    answer->source_year = followup_filled(given, "tilastovuosi", arena);
    if (answer->word == WORD_VALUE)
        answer->value = decimal_read(followup_field(given, "arvo", arena)).value;
    else if (answer->word == WORD_TEXT || answer->word == WORD_NOT_APPLICABLE)
        answer->text = followup_text(given, arena);
}

void *followup_grown(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size)
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
        const char *person = followup_filled_text(one, arena);
        if (!person)
            continue; /* a blank that was left */
        people->items = followup_grown(arena, people->items, people->count, &people->capacity,
                                       sizeof *people->items);
        people->items[people->count++] = person;
    }
}

/* Returns where an answer belongs; NULL for an answer that the plan doesn't ask for there, or asks
 * for in another kind. Such answers aren't counted, whatever severity the project gives to the
 * rules about them. */
static struct followup_answer *place_of_answer(const struct followup_version *version,
                                               size_t measure, const xmlNode *node,
                                               struct arena *arena,
                                               struct followup_submission *submission)
{
    ptrdiff_t index =
        lookup_find(&version->indicator_index, followup_field(node, "mittari", arena));
    if (index == LOOKUP_NONE || version->indicators[index].measure != measure)
        return NULL;
    const char *right = followup_kinds[version->indicators[index].kind].answer;
    bool is_of_kind = xml_child(node, right) || xml_child(node, "eiKoske");
    return is_of_kind ? &submission->answers[index] : NULL;
}

static void take_answers(const struct followup_version *version, const xmlNode *node,
                         size_t measure, struct arena *arena,
                         struct followup_submission *submission)
{
    for (xmlNodePtr one = xml_child(node, "vastaus"); one; one = xml_next(one, "vastaus")) {
        struct followup_answer *answer = place_of_answer(version, measure, one, arena, submission);
        if (answer)
            take_answer(arena, one, answer);
    }
}

/* Leaves out a measure that the plan doesn't have. */
static void take_measure(const struct followup_version *version, const xmlNode *node,
                         struct arena *arena, struct followup_submission *submission)
{
    ptrdiff_t index =
        lookup_find(&version->measure_index, followup_field(node, "toimenpide", arena));
    if (index == LOOKUP_NONE)
        return;
    struct followup_measure_answer *measure = &submission->measures[index];
    const xmlNode *status = xml_child(node, "tila");
    measure->place = place_of(node, arena);
    measure->remark = followup_text(xml_child(node, "huomautus"), arena);
    measure->is_remark_secret = is_secret(xml_child(node, "huomautus"));
    take_people(arena, node, &measure->people);
    if (status)
        measure->status = (enum followup_status)followup_index(
            followup_statuses, STATUSES, followup_field(status, "arvo", arena));
    take_answers(version, node, (size_t)index, arena, submission);
}

/* Returns the measure that a proposal is about; NULL, as for one about the whole, when the plan has
 * no such measure. */
static const char *measure_of(const struct followup_version *version, const xmlNode *proposal,
                              struct arena *arena)
{
    const char *id = followup_field(proposal, "toimenpide", arena);
    return lookup_find(&version->measure_index, id) == LOOKUP_NONE ? NULL : id;
}

static void take_proposals(const struct followup_version *version, const xmlNode *root,
                           struct arena *arena, struct followup_proposals *proposals)
{
    for (xmlNodePtr one = xml_child(root, "muutosehdotus"); one;
         one = xml_next(one, "muutosehdotus")) {
        const struct followup_proposal proposal = {
            .measure = measure_of(version, one, arena),
            .target = followup_field(one, "kohde", arena),
            .current = followup_filled_text(xml_child(one, "nykyinenTeksti"), arena),
            .proposed = followup_filled_text(xml_child(one, "ehdotettuTeksti"), arena),
            .reasons = followup_filled_text(xml_child(one, "perustelut"), arena),
            .place = place_of(one, arena),
        };
        if (!proposal.proposed)
            continue; /* a blank that was left */
        proposals->items = followup_grown(arena, proposals->items, proposals->count,
                                          &proposals->capacity, sizeof *proposals->items);
        proposals->items[proposals->count++] = proposal;
    }
}

static void take_remarks(const xmlNode *root, struct arena *arena, struct followup_notes *remarks)
{
    for (xmlNodePtr one = xml_child(root, "huomautus"); one; one = xml_next(one, "huomautus")) {
        remarks->items = followup_grown(arena, remarks->items, remarks->count, &remarks->capacity,
                                        sizeof *remarks->items);
        remarks->items[remarks->count++] = (struct followup_note){
            .text = followup_text(one, arena),
            .is_secret = is_secret(one),
            .place = place_of(one, arena),
        };
    }
}

void followup_take(const struct followup_version *version, const xmlNode *root, struct arena *arena,
                   struct followup_submission *submission)
{
    submission->answers = arena_array(arena, version->indicator_count, sizeof *submission->answers);
    submission->measures = arena_array(arena, version->measure_count, sizeof *submission->measures);
    for (xmlNodePtr one = xml_child(root, "toimenpideseuranta"); one;
         one = xml_next(one, "toimenpideseuranta"))
        take_measure(version, one, arena, submission);
    take_proposals(version, root, arena, &submission->proposals);
    take_remarks(root, arena, &submission->remarks);
}

void followup_reject(struct followup_submission *submission, const char *file)
{
    submission->state = FOLLOWUP_REJECTED;
    submission->file = submission->file ? submission->file : file;
    submission->answers = NULL;
    submission->measures = NULL;
    submission->proposals = (struct followup_proposals){0};
    submission->remarks = (struct followup_notes){0};
}
