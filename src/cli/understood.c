#include "cli/understood.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/message.h"
#include "cli/project.h"
#include "followup/questions.h"

#include <string.h>

/* More than a file may have that is read (docs/security.md). */
enum { MOST = 17 * 1024 * 1024 };

/* Returns how a question's measure is called. */
static const char *measure_words(const struct followup_question *question, struct arena *arena)
{
    return arena_printf(arena, _("Measure %s, %s"), question->measure_number,
                        question->measure_name);
}

/* Returns where a number comes from, and of which year it is; NULL when that isn't said. */
static const char *source_of(const struct question_answer *answer, struct arena *arena)
{
    if (!answer->source || !answer->source_year)
        return answer->source ? answer->source : answer->source_year;
    return arena_printf(arena, "%s, %s", answer->source, answer->source_year);
}

static void add_questions(const struct followup_questions *asked, struct arena *arena,
                          struct report_answers *answers)
{
    struct report_question *questions = arena_array(arena, asked->count, sizeof *questions);
    for (size_t i = 0; i < asked->count; i++) {
        const struct followup_question *one = &asked->items[i];
        questions[i] = (struct report_question){
            .measure = measure_words(one, arena),
            .question = followup_question_words(one),
            .answer = one->answer.words,
            .remark = one->answer.remark,
            .date = one->answer.date,
            .last_date = one->answer.last_date,
            .source = source_of(&one->answer, arena),
            .measure_id = one->measure,
            .indicator_id = one->indicator,
        };
        answers->answered += one->answer.words != NULL;
    }
    answers->questions = questions;
    answers->count = asked->count;
}

/* Subjects that are being gathered. */
struct gathering {
    const struct report_answers *answers;
    struct arena *arena;
    struct report_subject *items;
    size_t count;
};

static void add_subject(struct gathering *gathering, const xmlNode *element, const char *words)
{
    const struct diag_place place = xml_place(element);
    gathering->items[gathering->count++] =
        (struct report_subject){.line = place.line, .column = place.column, .words = words};
}

/* Returns the question of an indicator, or the first of a measure for NULL; NULL: nobody asks it.
 */
static const struct report_question *find_question(const struct report_answers *answers,
                                                   const char *measure, const char *indicator)
{
    for (size_t i = 0; i < answers->count; i++) {
        const struct report_question *one = &answers->questions[i];
        if (indicator ? one->indicator_id && strcmp(one->indicator_id, indicator) == 0
                      : measure && strcmp(one->measure_id, measure) == 0)
            return one;
    }
    return NULL;
}

static void add_measure(struct gathering *gathering, const xmlNode *measure)
{
    const char *id = xml_attribute(measure, "toimenpide");
    const struct report_question *of_measure = find_question(gathering->answers, id, NULL);
    const char *words = of_measure ? of_measure->measure : NULL;
    add_subject(gathering, measure, words);
    for (const xmlNode *child = measure->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        bool is_answer = strcmp((const char *)child->name, "vastaus") == 0;
        const char *indicator = is_answer ? xml_attribute(child, "mittari") : NULL;
        const struct report_question *one =
            indicator ? find_question(gathering->answers, NULL, indicator) : NULL;
        add_subject(gathering, child,
                    one ? arena_printf(gathering->arena, "%s: %s", one->measure, one->question)
                        : words);
    }
}

static size_t count_elements(const xmlNode *root)
{
    size_t count = 0;
    for (const xmlNode *child = root->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            count += 1 + xmlChildElementCount((xmlNodePtr)(uintptr_t)child);
    return count;
}

static void gather(struct gathering *gathering, const xmlNode *root)
{
    gathering->items =
        arena_array(gathering->arena, count_elements(root), sizeof *gathering->items);
    for (const xmlNode *child = root->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        if (strcmp((const char *)child->name, "toimenpideseuranta") == 0)
            add_measure(gathering, child);
        else
            add_subject(gathering, child,
                        strcmp((const char *)child->name, "muutosehdotus") == 0
                            ? _("The proposal to change the plan")
                            : NULL);
    }
}

/* Reads the file once more, which has been checked, for the places of its questions. */
static void add_subjects(const struct session *session, const char *path, struct arena *arena,
                         struct report_answers *answers)
{
    struct gathering gathering = {.answers = answers, .arena = arena};
    struct diags *told = diags_new();
    struct input_document *document = input_document_load(session->schema, path, told);
    if (document)
        gather(&gathering, xmlDocGetRootElement(document->xml));
    answers->subjects = gathering.items;
    answers->subject_count = gathering.count;
    input_document_free(document);
    diags_free(told);
}

/* Returns whom to ask, as the project file says; NULL when it doesn't. */
static const char *contact_of(const struct input_project *project, struct arena *arena)
{
    static const char *const parts[] = {"organisaatio", "sahkoposti", "puhelin", "verkkoOsoite"};
    const xmlNode *contact = xml_child(xmlDocGetRootElement(project->project->xml), "yhteystiedot");
    const char *words = NULL;
    for (size_t i = 0; contact && i < sizeof parts / sizeof *parts; i++) {
        const char *part = xml_attribute(contact, parts[i]);
        if (part)
            words = words ? arena_printf(arena, "%s, %s", words, part) : arena_strdup(arena, part);
    }
    return words;
}

const struct report_answers *understood_of(const struct understood_year *year, size_t party,
                                           const char *path)
{
    struct report_answers *answers = arena_alloc(year->arena, sizeof *answers);
    struct followup_party one = followup_party_at(year->followup, year->year, party);
    struct followup_questions asked =
        followup_questions(year->followup, year->year, party, year->arena);
    answers->party = one.id;
    answers->name = project_party_name(year->project, one.id, year->arena);
    answers->year = year->year;
    answers->deadline = followup_deadline(year->followup, year->year);
    answers->contact = contact_of(year->project, year->arena);
    answers->is_known = one.state == FOLLOWUP_ACCEPTED || one.state == FOLLOWUP_REMARKS;
    add_questions(&asked, year->arena, answers);
    if (path)
        add_subjects(year->session, path, year->arena, answers);
    return answers;
}

void understood_identify(const char *path, struct arena *arena, struct report_file *file)
{
    struct buf bytes = {0};
    struct diags *told = diags_new();
    if (file_read(path, MOST, told, &bytes)) {
        file->size = bytes.size;
        file->digest = digest_of(bytes.data ? bytes.data : "", bytes.size, arena);
    }
    diags_free(told);
    buf_free(&bytes);
}
