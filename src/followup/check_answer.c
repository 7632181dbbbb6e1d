/* Rules about an answer to an indicator. */
#include "followup/check.h"

#include "base/message.h"
#include "base/names.h"

#include <string.h>

static const char *measure_of(const struct check *check)
{
    return check->version->measures[check->indicator->measure].id;
}

static void report_elsewhere(struct check *check)
{
    check_report(
        check, xml_attribute_place(check->answer, "mittari"),
        arena_printf(check->arena, _("move the answer to the measure %s"), measure_of(check)),
        _("the measure has no such indicator; it belongs to the measure %s"), measure_of(check));
}

/* Returns whether an answer of the measure in hand is to the indicator. */
static bool is_answered(const struct check *check, const char *indicator)
{
    for (xmlNodePtr one = xml_child(check->measure, "vastaus"); one; one = xml_next(one, "vastaus"))
        if (xml_has(one, "mittari", indicator))
            return true;
    return false;
}

/* Returns whether an indicator is one of the measure's that the party is to answer in this way and
 * has not answered yet: none else would be right. */
static bool can_be_meant(const struct check *check, const struct followup_indicator *indicator)
{
    const xmlNode *given = followup_first_element(check->answer);
    bool is_of_kind = !given || strcmp(xml_name(given), "eiKoske") == 0 ||
                      strcmp(xml_name(given), followup_kinds[indicator->kind].answer) == 0;
    bool is_of_measure =
        lookup_find(&check->version->measure_index, check->measure_id) == LOOKUP_NONE ||
        strcmp(check->version->measures[indicator->measure].id, check->measure_id) == 0;
    return is_of_measure && is_of_kind && !is_answered(check, indicator->id) &&
           (check->party == LOOKUP_NONE || indicator->expected[check->party]);
}

/* Returns the indicator that was most likely meant: the nearest that can be, or the only one. */
static const char *meant_indicator(const struct check *check)
{
    const struct followup_version *version = check->version;
    struct names names = {0};
    for (size_t i = 0; check->measure_id && i < version->indicator_count; i++)
        if (can_be_meant(check, &version->indicators[i]))
            names_add(&names, version->indicators[i].id);
    const char *meant = names_nearest(&names, check->indicator_id);
    if (!meant && names.count == 1)
        meant = names.items[0];
    names_free(&names);
    return meant;
}

void check_unknown_indicator(struct check *check)
{
    if (!check->indicator)
        check_report_unknown(check, check->answer, "mittari", meant_indicator(check),
                             _("the plan has no such indicator"));
    else if (lookup_find(&check->version->measure_index, check->measure_id) != LOOKUP_NONE &&
             strcmp(measure_of(check), check->measure_id) != 0)
        report_elsewhere(check);
}

/* Returns the element that answers when it has the given name, or NULL. */
static const xmlNode *answered_by(const struct check *check, const char *name)
{
    return xml_child(check->answer, name);
}

void check_answer_kind(struct check *check)
{
    const char *right = followup_kinds[check->indicator->kind].answer;
    const xmlNode *given = followup_first_element(check->answer);
    if (!xml_is_content_in_place(check->answer) || !given)
        return;
    if (answered_by(check, right) || answered_by(check, "eiKoske"))
        return;
    check_report(check, xml_place(given), arena_printf(check->arena, _("answer with <%s>"), right),
                 _("<%s> doesn't answer an indicator of the kind %s"), (const char *)given->name,
                 followup_kinds[check->indicator->kind].name);
}

static const char *reporter(const struct check *check)
{
    size_t party = 0;
    while (party < check->followup->party_count && !check->indicator->expected[party])
        party++;
    return party < check->followup->party_count ? check->followup->parties[party].id : "–";
}

void check_reporter(struct check *check)
{
    if (check->party == LOOKUP_NONE || check->indicator->expects_unknown ||
        check->indicator->expected[check->party])
        return; /* an unknown reporter may be this one: the fault is the plan's */
    struct diag_place place = xml_attribute_place(check->answer, "mittari");
    if (check->indicator->is_regional)
        check_report(check, place, _("leave the answer out"),
                     _("the whole region's indicator is reported by %s"), reporter(check));
    else
        check_report(check, place, _("leave the answer out"),
                     _("the party is not among those that report the indicator"));
}

/* Reports a second answer in one measure. A measure that is written twice repeats its answers: it
 * is reported at the measure. */
void check_answer_twice(struct check *check)
{
    size_t index = (size_t)(check->indicator - check->version->indicators);
    const xmlNode *first = check->indicators_seen[index];
    check->indicators_seen[index] = first ? first : check->answer;
    if (first && first->parent == check->answer->parent &&
        check_report(check, xml_place(check->answer), _("leave one of the answers"),
                     _("the question is answered twice, first on line %d"), xml_place(first).line))
        diag_relate(check->diags, xml_place(first));
}

void check_answer_dates(struct check *check)
{
    const xmlNode *given = followup_first_element(check->answer);
    check_date(check, given, "paivays");
    check_date(check, given, "asti");
    check_date(check, given, "tilastovuosi");
}

/* Reports a number at one side of the limit of what is possible. */
static void report_impossible(struct check *check, const xmlNode *given, int64_t limit,
                              const char *message)
{
    struct buf text = {0};
    decimal_write(limit, &text);
    check_report(check, xml_attribute_place(given, "arvo"), _("check the number"), "%s",
                 arena_printf(check->arena, message, check_field(check, given, "arvo"), text.data));
    buf_free(&text);
}

/* Reports a count or measured value that the plan says to be impossible. A value below zero is,
 * unless the plan says otherwise. */
void check_count(struct check *check)
{
    const xmlNode *given = followup_first_element(check->answer);
    const struct decimal *least = &check->indicator->least, *most = &check->indicator->greatest;
    struct decimal value = check_number(check, given, "arvo");
    if (!value.is_given || check->indicator->kind == KIND_SHARE)
        return;
    if (most->is_given && value.value > most->value)
        report_impossible(check, given, most->value, _("%s is more than is possible, %s"));
    else if (least->is_given && value.value < least->value)
        report_impossible(check, given, least->value, _("%s is less than is possible, %s"));
}

void check_share(struct check *check)
{
    const xmlNode *given = answered_by(check, "osuus");
    struct decimal value = check_number(check, given, "arvo");
    if (value.is_given && (value.value < 0 || value.value > (int64_t)100 * DECIMAL_UNIT))
        check_report(check, xml_attribute_place(given, "arvo"), _("check the number"),
                     _("the share %s %% is not between 0 and 100 %%"),
                     check_field(check, given, "arvo"));
}

void check_unit(struct check *check)
{
    const xmlNode *given = answered_by(check, "mittausarvo");
    const char *unit = check_field(check, given, "yksikko"), *right = check->indicator->unit;
    if (given && xml_knows(given, "yksikko") && unit && right && strcmp(unit, right) != 0 &&
        !followup_same_unit(unit, right))
        check_report(check, xml_attribute_place(given, "yksikko"),
                     arena_printf(check->arena, _("give the value in the unit %s"), right),
                     _("the unit is %s, but %s in the plan"), unit, right);
}
