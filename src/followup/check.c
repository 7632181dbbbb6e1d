#include "followup/check.h"

#include <string.h>

struct check_rule {
    enum rule id;
    void (*check)(struct check *check);
};

static const struct check_rule file_rules[] = {
    {RULE_FOLLOWUP_UNKNOWN_PARTY, check_unknown_party},
    {RULE_FOLLOWUP_NOT_BOUND, check_bound},
    {RULE_FOLLOWUP_FILE_NAME, check_file_name},
    {RULE_FOLLOWUP_FOLDER, check_folder},
    {RULE_FOLLOWUP_YEAR, check_year},
    {RULE_FOLLOWUP_LATE, check_late},
    {RULE_FOLLOWUP_PLAN, check_plan},
    {RULE_FOLLOWUP_TWO_FILES, check_two_files},
    {RULE_FOLLOWUP_UNKNOWN_MEASURE, check_proposal},
    {RULE_FOLLOWUP_PROPOSAL, check_proposed_text},
};

static const struct check_rule measure_rules[] = {
    {RULE_FOLLOWUP_UNKNOWN_MEASURE, check_unknown_measure},
    {RULE_FOLLOWUP_ANSWERED_TWICE, check_measure_twice},
};

/* The others are asked only when the first holds and the answer is sound. */
static const struct check_rule answer_rules[] = {
    {RULE_FOLLOWUP_UNKNOWN_INDICATOR, check_unknown_indicator},
    {RULE_FOLLOWUP_ANSWER_KIND, check_answer_kind},
    {RULE_FOLLOWUP_NOT_REPORTER, check_reporter},
    {RULE_FOLLOWUP_ANSWERED_TWICE, check_answer_twice},
    {RULE_FOLLOWUP_AFTER_DEADLINE, check_answer_dates},
    {RULE_FOLLOWUP_COUNT, check_count},
    {RULE_FOLLOWUP_SHARE, check_share},
    {RULE_FOLLOWUP_UNIT, check_unit},
};

enum {
    FILE_RULES = sizeof file_rules / sizeof *file_rules,
    MEASURE_RULES = sizeof measure_rules / sizeof *measure_rules,
    ANSWER_RULES = sizeof answer_rules / sizeof *answer_rules
};

static void run(struct check *check, const struct check_rule *rule)
{
    check->rule = rule->id;
    rule->check(check);
}

static void check_answer(struct check *check, const xmlNode *answer)
{
    const struct followup_version *version = check->version;
    check->answer = answer;
    check->indicator_id = check_field(check, answer, "mittari");
    ptrdiff_t index = lookup_find(&version->indicator_index, check->indicator_id);
    check->indicator = index == LOOKUP_NONE ? NULL : &version->indicators[index];
    run(check, &answer_rules[0]);
    bool is_sound = xml_is_sound_inside(answer);
    for (size_t i = 1; check->indicator && is_sound && i < ANSWER_RULES; i++)
        run(check, &answer_rules[i]);
    check->answer = NULL;
    check->indicator = NULL;
    check->indicator_id = NULL;
}

static void check_measure(struct check *check, const xmlNode *measure)
{
    check->measure = measure;
    check->measure_id = check_field(check, measure, "toimenpide");
    for (size_t i = 0; i < MEASURE_RULES; i++)
        run(check, &measure_rules[i]);
    for (xmlNodePtr answer = xml_child(measure, "vastaus"); answer;
         answer = xml_next(answer, "vastaus"))
        if (xml_is_sound(answer))
            check_answer(check, answer);
    check->measure = NULL;
    check->measure_id = NULL;
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

void check_submission(struct check *check)
{
    const struct followup_version *version = check->version = version_answered(check);
    check->party_id = check_field(check, check->root, "osapuoli");
    check->party = lookup_find(&check->followup->party_index, check->party_id);
    check->measures_seen =
        arena_array(check->arena, version->measure_count, sizeof *check->measures_seen);
    check->indicators_seen =
        arena_array(check->arena, version->indicator_count, sizeof *check->indicators_seen);
    for (size_t i = 0; xml_is_sound(check->root) && i < FILE_RULES; i++)
        run(check, &file_rules[i]);
    for (xmlNodePtr measure = xml_child(check->root, "toimenpideseuranta"); measure;
         measure = xml_next(measure, "toimenpideseuranta"))
        if (xml_is_sound(measure))
            check_measure(check, measure);
}
