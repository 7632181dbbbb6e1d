#include "followup/check.h"

#include "base/message.h"

#include <stdarg.h>
#include <stdio.h>

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

/* "joutsa, measure asuminen, indicator selvitys", as far as the check has come. */
static const char *subject(const struct check *check)
{
    if (!check->party_id)
        return "–";
    if (check->indicator_id)
        return arena_printf(check->arena, _("%s, measure %s, indicator %s"), check->party_id,
                            check->measure_id, check->indicator_id);
    if (check->measure_id)
        return arena_printf(check->arena, _("%s, measure %s"), check->party_id, check->measure_id);
    return check->party_id;
}

/* Once: it is a finding more. */
static void report_too_many(struct check *check, struct diag_place place)
{
    if (check->errors + check->warnings > CHECK_FINDINGS)
        return;
    diag_add(check->diags, DIAG_ERROR, "xml-errors", place,
             _("mend the first ones and check again"),
             _("more than %d errors; the others are not told"), CHECK_FINDINGS);
    check->errors++;
}

void check_report(struct check *check, struct diag_place place, const char *hint,
                  const char *format, ...)
{
    va_list arguments, again;
    enum diag_severity severity = check->severity;
    if (!diags_severity(check->diags, check->rule, &severity))
        return; /* the project doesn't want the rule */
    if (check->errors + check->warnings >= CHECK_FINDINGS) {
        report_too_many(check, place);
        return;
    }
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *message = arena_alloc(check->arena, (size_t)(size < 0 ? 0 : size) + 1);
    vsnprintf(message, (size_t)(size < 0 ? 0 : size) + 1, format, again);
    va_end(again);
    diag_add(check->diags, severity, check->rule, place, hint, "%s: %s", subject(check), message);
    check->errors += severity >= DIAG_ERROR;
    check->warnings += severity == DIAG_WARNING;
}

void check_report_unknown(struct check *check, const xmlNode *element, const char *attribute,
                          const struct lookup *known, const char *message)
{
    const char *wrong = check_field(check, element, attribute);
    const char *meant = lookup_nearest(known, wrong);
    const char *hint = meant ? arena_printf(check->arena, _("did you mean %s?"), meant) : NULL;
    check_report(check, xml_attribute_place(element, attribute), hint, "%s", message);
}

const char *check_field(const struct check *check, const xmlNode *element, const char *attribute)
{
    return followup_field(element, attribute, check->arena);
}
