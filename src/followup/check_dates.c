/* Rules about days and years that may be right and seldom are. */
#include "followup/check.h"

#include "base/message.h"

#include <string.h>

/* How many years before that of the answers a statistic may be: some are made every fourth year. */
enum { OLDEST_STATISTIC = 6 };

/* Reports answers that are dated before December of their year: most of what they tell of was still
 * to come. A party that ceases to be one has no later day to answer. */
void check_early(struct check *check)
{
    const char *date = check_field(check, check->root, "paivays");
    int year = check_year_of(check);
    const char *from = arena_printf(check->arena, "%04d-12-01", year);
    if (!date || !check_is_in_its_folder(check) || check->party == LOOKUP_NONE ||
        strcmp(date, from) >= 0 || check->followup->parties[check->party].last_year <= year)
        return;
    check_report(check, xml_attribute_place(check->root, "paivays"),
                 _("mend the date, or answer when the year is over"),
                 _("the answers for %d are of %s: most of the year was still to come"), year, date);
}

/* Returns whether a day or year is after the deadline, which followup-after-deadline tells. */
static bool is_after_deadline(const struct check *check, const char *written)
{
    const char *deadline = check->year->deadline;
    return deadline && strncmp(written, deadline, strlen(written)) > 0;
}

static void check_day(struct check *check, const xmlNode *given, const char *attribute)
{
    const char *day = check_field(check, given, attribute);
    const char *own =
        xml_knows(check->root, "paivays") ? check_field(check, check->root, "paivays") : NULL;
    const int begins = check->version->term_begins;
    if (!day)
        return;
    if (begins && followup_year_number(day) < begins)
        check_report(check, xml_attribute_place(given, attribute), _("check the date"),
                     _("the day %s is before the plan, whose term begins in %d"), day, begins);
    else if (own && strcmp(day, own) > 0 && !is_after_deadline(check, day))
        check_report(check, xml_attribute_place(given, attribute),
                     _("check both dates; what is still to come has not been done"),
                     _("the day %s is after the answers' own date, %s"), day, own);
}

void check_days(struct check *check)
{
    const xmlNode *given = followup_first_element(check->answer);
    const char *from = check_field(check, given, "paivays");
    const char *to = check_field(check, given, "asti");
    check_day(check, given, "paivays");
    check_day(check, given, "asti");
    if (from && to && strcmp(to, from) < 0)
        check_report(check, xml_attribute_place(given, "asti"), _("check both dates"),
                     _("the last day %s is before the first, %s"), to, from);
}

void check_statistics(struct check *check)
{
    const xmlNode *given = followup_first_element(check->answer);
    const char *written = check_field(check, given, "tilastovuosi");
    int year = check_year_of(check), of_statistic = followup_year_number(written);
    if (!of_statistic || !check_is_in_its_folder(check) || is_after_deadline(check, written))
        return;
    struct diag_place place = xml_attribute_place(given, "tilastovuosi");
    if (of_statistic > year)
        check_report(check, place, _("check the year of the statistic"),
                     _("the statistic is of %d, which comes after the year of the answers, %d"),
                     of_statistic, year);
    else if (of_statistic < year - OLDEST_STATISTIC)
        check_report(check, place, _("check the year of the statistic"),
                     _("the statistic is of %d, more than %d years before the answers"),
                     of_statistic, OLDEST_STATISTIC);
}

/* Reports a share or value without source, where the plan says where the figure comes from. */
void check_source(struct check *check)
{
    const xmlNode *given = followup_first_element(check->answer);
    bool has_source = check->indicator->kind == KIND_SHARE || check->indicator->kind == KIND_VALUE;
    const char *value = check_field(check, given, "arvo");
    if (!has_source || !value || !*value || !check->indicator->source ||
        followup_filled(given, "lahde", check->arena))
        return;
    check_report(
        check, xml_place(given),
        arena_printf(check->arena, _("add lahde, for example \"%s\""), check->indicator->source),
        _("the number has no source, though the plan names one"));
}
