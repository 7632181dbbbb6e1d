#include "followup/check.h"

struct rule {
    const char *id;
    enum diag_severity severity;
    void (*check)(struct check *check);
};

static const struct rule file_rules[] = {
    {"followup-unknown-party", DIAG_ERROR, check_unknown_party},
    {"followup-file-name", DIAG_WARNING, check_file_name},
    {"followup-folder", DIAG_ERROR, check_folder},
    {"followup-year", DIAG_ERROR, check_year},
    {"followup-after-deadline", DIAG_ERROR, check_file_date},
    {"followup-plan", DIAG_ERROR, check_plan},
    {"followup-two-files", DIAG_ERROR, check_two_files},
    {"followup-unknown-measure", DIAG_ERROR, check_proposal},
};

static const struct rule measure_rules[] = {
    {"followup-unknown-measure", DIAG_ERROR, check_unknown_measure},
    {"followup-answered-twice", DIAG_ERROR, check_measure_twice},
};

/* The first must hold for the others to be asked, and what is answered be sound. */
static const struct rule answer_rules[] = {
    {"followup-unknown-indicator", DIAG_ERROR, check_unknown_indicator},
    {"followup-answer-kind", DIAG_ERROR, check_answer_kind},
    {"followup-not-reporter", DIAG_ERROR, check_reporter},
    {"followup-answered-twice", DIAG_ERROR, check_answer_twice},
    {"followup-after-deadline", DIAG_ERROR, check_answer_dates},
    {"followup-count", DIAG_ERROR, check_count},
    {"followup-share", DIAG_ERROR, check_share},
    {"followup-unit", DIAG_ERROR, check_unit},
};

enum {
    FILE_RULES = sizeof file_rules / sizeof *file_rules,
    MEASURE_RULES = sizeof measure_rules / sizeof *measure_rules,
    ANSWER_RULES = sizeof answer_rules / sizeof *answer_rules
};

static void run(struct check *check, const struct rule *rule)
{
    check->rule = rule->id;
    check->severity = rule->severity;
    rule->check(check);
}

static void check_answer(struct check *check, const xmlNode *answer)
{
    const struct followup *followup = check->followup;
    check->answer = answer;
    check->indicator_id = check_field(check, answer, "mittari");
    ptrdiff_t index = lookup_find(&followup->indicator_index, check->indicator_id);
    check->indicator = index == LOOKUP_NONE ? NULL : &followup->indicators[index];
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

void check_submission(struct check *check)
{
    const struct followup *followup = check->followup;
    check->party_id = check_field(check, check->root, "osapuoli");
    check->party = lookup_find(&followup->party_index, check->party_id);
    check->measures_seen =
        arena_array(check->arena, followup->measure_count, sizeof *check->measures_seen);
    check->indicators_seen =
        arena_array(check->arena, followup->indicator_count, sizeof *check->indicators_seen);
    for (size_t i = 0; xml_is_sound(check->root) && i < FILE_RULES; i++)
        run(check, &file_rules[i]);
    for (xmlNodePtr measure = xml_child(check->root, "toimenpideseuranta"); measure;
         measure = xml_next(measure, "toimenpideseuranta"))
        if (xml_is_sound(measure))
            check_measure(check, measure);
}
