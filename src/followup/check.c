#include "followup/check.h"

#include "base/blank.h"
#include "base/file.h"

#include <string.h>

struct check_rule {
    enum rule id;
    void (*check)(struct check *check);
    /* Attributes of the element in hand: a slip in another hides nothing. NULL: all in it. */
    const char *reads;
};

static const struct check_rule file_rules[] = {
    {RULE_FOLLOWUP_UNKNOWN_PARTY, check_unknown_party, "osapuoli"},
    {RULE_FOLLOWUP_OTHER_PARTY, check_named_party, "osapuoli"},
    {RULE_FOLLOWUP_NOT_BOUND, check_bound, "osapuoli"},
    {RULE_FOLLOWUP_FILE_NAME, check_file_name, "osapuoli"},
    {RULE_FOLLOWUP_FOLDER, check_folder, "vuosi"},
    {RULE_FOLLOWUP_YEAR, check_year, "vuosi"},
    {RULE_FOLLOWUP_LATE, check_late, "paivays"},
    {RULE_FOLLOWUP_PLAN, check_plan, "suunnitelma"},
    {RULE_FOLLOWUP_PLAN, check_version, "suunnitelma versio"},
    {RULE_FOLLOWUP_UNKNOWN_MEASURE, check_proposal, ""},
    {RULE_FOLLOWUP_PROPOSAL, check_proposed_text, ""},
    {RULE_ANSWER_EARLY, check_early, "paivays vuosi"},
};

/* Asked of a file when its answers have been gone through. */
static const struct check_rule last_rules[] = {
    {RULE_ANSWER_MISSING, check_missing, "osapuoli vuosi suunnitelma versio"},
};

static const struct check_rule measure_rules[] = {
    {RULE_FOLLOWUP_UNKNOWN_MEASURE, check_unknown_measure, "toimenpide"},
    {RULE_FOLLOWUP_ANSWERED_TWICE, check_measure_twice, "toimenpide"},
    {RULE_ANSWER_STATUS, check_status, "toimenpide"},
    {RULE_ANSWER_BACK, trace_status, "toimenpide"},
};

/* The others are asked only when the plan has the indicator that the first is about. */
static const struct check_rule answer_rules[] = {
    {RULE_FOLLOWUP_UNKNOWN_INDICATOR, check_unknown_indicator, "mittari"},
    {RULE_FOLLOWUP_ANSWER_KIND, check_answer_kind, "mittari"},
    {RULE_FOLLOWUP_NOT_REPORTER, check_reporter, "mittari"},
    {RULE_FOLLOWUP_ANSWERED_TWICE, check_answer_twice, "mittari"},
    {RULE_FOLLOWUP_AFTER_DEADLINE, check_answer_dates, "mittari"},
    {RULE_FOLLOWUP_COUNT, check_count, "mittari"},
    {RULE_FOLLOWUP_SHARE, check_share, "mittari"},
    {RULE_FOLLOWUP_UNIT, check_unit, "mittari"},
    {RULE_ANSWER_DATE, check_days, NULL},
    {RULE_ANSWER_DONE, check_done, NULL},
    {RULE_ANSWER_STATISTICS, check_statistics, NULL},
    {RULE_ANSWER_SOURCE, check_source, NULL},
    {RULE_ANSWER_OUTLIER, trace_number, "mittari"},
    {RULE_ANSWER_PRESUPPOSED, trace_word, "mittari"},
};

/* Asked of each text of a sound element. */
static const struct check_rule text_rules[] = {
    {RULE_TEXT_BROKEN, check_broken, ""},
    {RULE_ANSWER_PERSONAL_DATA, check_personal_data, ""},
    {RULE_ANSWER_CONTACT, check_contact, ""},
    {RULE_ANSWER_PERSON, check_person, ""},
    {RULE_ANSWER_FILLER, check_filler, ""},
    {RULE_ANSWER_LONG, check_length, ""},
    {RULE_ANSWER_OTHER_PARTY, check_other_party, ""},
    {RULE_ANSWER_COPIED, trace_text, ""},
};

enum {
    FILE_RULES = sizeof file_rules / sizeof *file_rules,
    LAST_RULES = sizeof last_rules / sizeof *last_rules,
    MEASURE_RULES = sizeof measure_rules / sizeof *measure_rules,
    ANSWER_RULES = sizeof answer_rules / sizeof *answer_rules,
    TEXT_RULES = sizeof text_rules / sizeof *text_rules
};

/* Runs a rule on an element, unless something has been reported of what it reads there. */
static void run(struct check *check, const struct check_rule *rule, const xmlNode *element)
{
    check->rule = rule->id;
    if (rule->reads ? xml_knows_all(element, rule->reads) : xml_is_sound_inside(element))
        rule->check(check);
}

/* Notes whether an element may answer anything: what it names is not known, or its content is not.
 */
static void note_doubt(struct check *check, const xmlNode *element, const char *attribute,
                       bool is_found)
{
    if (!is_found || !xml_knows(element, attribute))
        check->is_doubtful = true;
}

static void check_answer(struct check *check, const xmlNode *answer)
{
    const struct followup_version *version = check->version;
    check->answer = answer;
    check->indicator_id = check_field(check, answer, "mittari");
    ptrdiff_t index = lookup_find(&version->indicator_index, check->indicator_id);
    check->indicator = index == LOOKUP_NONE ? NULL : &version->indicators[index];
    note_doubt(check, answer, "mittari", check->indicator);
    run(check, &answer_rules[0], answer);
    for (size_t i = 1; check->indicator && i < ANSWER_RULES; i++)
        run(check, &answer_rules[i], answer);
    check->answer = NULL;
    check->indicator = NULL;
    check->indicator_id = NULL;
}

static void check_measure(struct check *check, const xmlNode *measure)
{
    check->measure = measure;
    check->measure_id = check_field(check, measure, "toimenpide");
    note_doubt(check, measure, "toimenpide",
               lookup_find(&check->version->measure_index, check->measure_id) != LOOKUP_NONE &&
                   xml_is_content_in_place(measure));
    for (size_t i = 0; i < MEASURE_RULES; i++)
        run(check, &measure_rules[i], measure);
    for (xmlNodePtr answer = xml_child(measure, "vastaus"); answer;
         answer = xml_next(answer, "vastaus"))
        if (xml_is_in_place(answer))
            check_answer(check, answer);
    check->measure = NULL;
    check->measure_id = NULL;
}

/* Returns whether people write the text freely: that of an element, or the source of a number. */
static bool is_free(const struct xml_text *text)
{
    bool is_field = !text->attribute || strcmp((const char *)text->attribute->name, "lahde") == 0;
    return is_field && text->content[strspn(text->content, BLANK)];
}

/* Sets the measure and the indicator that an element of the file belongs to, and whether only the
 * coordinator reads it. */
static void stand_at(struct check *check, const xmlNode *element)
{
    check->measure_id = check->indicator_id = NULL;
    check->is_secret = xml_has(element, "julkinen", "ei");
    for (; element && element != check->root; element = element->parent) {
        if (strcmp((const char *)element->name, "vastaus") == 0)
            check->indicator_id = check_field(check, element, "mittari");
        if (strcmp((const char *)element->name, "toimenpideseuranta") == 0)
            check->measure_id = check_field(check, element, "toimenpide");
    }
}

static void check_texts(struct check *check)
{
    struct xml_text text = {0};
    check->text = &text;
    while (xml_next_text(check->root->doc, &text)) {
        const xmlNode *element = text.attribute ? text.node : text.node->parent;
        if (!is_free(&text) || !rules_is_text_sound(&text))
            continue;
        stand_at(check, element);
        for (size_t i = 0; i < TEXT_RULES; i++)
            run(check, &text_rules[i], element);
    }
    check->measure_id = check->indicator_id = NULL;
}

/* Asks the rules about the texts of all files, and counts what they find. */
static void check_prose(struct check *check)
{
    const size_t earlier = diags_count(check->diags);
    rules_check_orthography(check->root->doc, check->diags);
    rules_spelling_answers(check->spelling, check->root->doc);
    for (size_t i = earlier; i < diags_count(check->diags); i++) {
        enum diag_severity severity = diags_at(check->diags, i)->severity;
        check->errors += severity >= DIAG_ERROR;
        check->warnings += severity == DIAG_WARNING;
    }
}

/* Returns the version of the plan whose questions a file says to answer; that of its year where the
 * plan has no such version. With another than that of its year the file is told once to be at fault
 * (followup-plan), and not for each question that the other has not. */
static const struct followup_version *version_answered(const struct check *check)
{
    const struct followup *followup = check->followup;
    const char *name = check_field(check, check->root, "versio");
    const struct followup_version *right = check->year->version;
    bool is_right = !name || (right->name && strcmp(name, right->name) == 0);
    for (size_t i = 0; !is_right && i < followup->version_count; i++)
        if (followup->versions[i].name && strcmp(name, followup->versions[i].name) == 0)
            return &followup->versions[i];
    return right;
}

/* Returns whether no measure of a file can have been lost by a slip. */
static bool is_whole(const xmlNode *root)
{
    const xmlNode *child = root->children;
    while (child && (child->type != XML_ELEMENT_NODE || xml_is_ours(child)))
        child = child->next;
    return !child && xml_is_in_place(root) && xml_is_content_in_place(root);
}

void check_submission(struct check *check)
{
    const struct followup_version *version = check->version = version_answered(check);
    check->party_id = check_field(check, check->root, "osapuoli");
    check->party = lookup_find(&check->followup->party_index, check->party_id);
    check->named = followup_party_of_file(check->followup, file_name(check->place));
    check->measures_seen =
        arena_array(check->arena, version->measure_count, sizeof *check->measures_seen);
    check->indicators_seen =
        arena_array(check->arena, version->indicator_count, sizeof *check->indicators_seen);
    for (size_t i = 0; xml_is_in_place(check->root) && i < FILE_RULES; i++)
        run(check, &file_rules[i], check->root);
    for (xmlNodePtr measure = xml_child(check->root, "toimenpideseuranta"); measure;
         measure = xml_next(measure, "toimenpideseuranta"))
        if (xml_is_in_place(measure))
            check_measure(check, measure);
    for (size_t i = 0; is_whole(check->root) && i < LAST_RULES; i++)
        run(check, &last_rules[i], check->root);
    check_texts(check);
    trace_sort(check->trace);
    check_prose(check);
}
