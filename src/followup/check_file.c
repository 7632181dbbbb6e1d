/* Rules about a file of answers as a whole. */
#include "followup/check.h"

#include "base/file.h"
#include "base/message.h"

#include <string.h>
#include <unistd.h>

static const char *id_of(const struct check *check, ptrdiff_t party)
{
    return party == LOOKUP_NONE ? NULL : check->followup->parties[party].id;
}

/* Proposes the party that is called so, else the one that the file is named after: either is one of
 * the register's. */
void check_unknown_party(struct check *check)
{
    if (check->party != LOOKUP_NONE)
        return;
    ptrdiff_t meant = followup_party_called(check->followup, check->party_id);
    const char *id = id_of(check, meant == LOOKUP_NONE ? check->named : meant);
    if (!id)
        id = lookup_nearest(&check->followup->party_index, check->party_id);
    check_report_unknown(check, check->root, "osapuoli", id, _("the register has no such party"));
}

/* Returns whether a file is named after one party and says that it is another's. */
static bool is_of_two(const struct check *check)
{
    return check->party != LOOKUP_NONE && check->named != LOOKUP_NONE &&
           check->named != check->party;
}

ptrdiff_t check_owner(const struct check *check)
{
    bool is_let_pass = !diags_want(check->diags, RULE_FOLLOWUP_OTHER_PARTY) ||
                       diags_severity(check->diags, RULE_FOLLOWUP_OTHER_PARTY) < DIAG_ERROR;
    if (check->party == LOOKUP_NONE || (is_of_two(check) && !is_let_pass))
        return check->named;
    return check->party;
}

/* Reports the file of one party that holds another's answers: most likely a copy in which the party
 * was not changed. The other's own file is innocent. */
void check_named_party(struct check *check)
{
    const char *named = id_of(check, check->named);
    if (is_of_two(check) &&
        check_report(check, xml_attribute_place(check->root, "osapuoli"),
                     arena_printf(check->arena,
                                  _("did you mean osapuoli=\"%s\"? If the answers are of %s, name "
                                    "the file %s.xml"),
                                  named, check->party_id, check->party_id),
                     _("the file %s is named after another party, %s"), file_name(check->place),
                     named))
        diag_replace(check->diags, named);
}

bool check_is_rightly_named(const struct check *check, const char *party)
{
    const char *ending = followup_is_workbook(check->place) ? ".xlsx" : ".xml";
    return strcmp(file_name(check->place), arena_printf(check->arena, "%s%s", party, ending)) == 0;
}

/* Returns whether the party has a file of its own name beside this one; then there are two files.
 */
static bool has_rightly_named(const struct check *check, const char *name)
{
    const char *folder = file_folder(check->place, check->arena);
    return access(arena_printf(check->arena, "%s/%s", folder, name), F_OK) == 0;
}

void check_file_name(struct check *check)
{
    const char *right = arena_printf(check->arena, "%s%s", check->party_id,
                                     followup_is_workbook(check->place) ? ".xlsx" : ".xml");
    if (check->party == LOOKUP_NONE || is_of_two(check) ||
        strcmp(file_name(check->place), right) == 0 || has_rightly_named(check, right))
        return;
    check_report(check, xml_place(check->root),
                 arena_printf(check->arena, _("name the file %s"), right),
                 _("the file %s is not named after the party whose answers it holds"),
                 file_name(check->place));
}

/* Returns the year that the answers are of. One that can't be read is taken for the folder's. */
int check_year_of(const struct check *check)
{
    if (!xml_knows(check->root, "vuosi"))
        return check->year->year;
    return followup_year_number(check_field(check, check->root, "vuosi"));
}

bool check_is_in_its_folder(const struct check *check)
{
    return check_year_of(check) == check->year->year;
}

void check_bound(struct check *check)
{
    int year = check_year_of(check);
    if (check->party == LOOKUP_NONE || !check_is_in_its_folder(check) ||
        followup_asks(check->followup, year, (size_t)check->party))
        return;
    check_report(check, xml_attribute_place(check->root, "osapuoli"),
                 _("leave the file out, or mend the party's days in the agreement "
                   "(<osapuoliviite>)"),
                 _("it is not a party of the agreement on the last day of the year %d"), year);
}

void check_folder(struct check *check)
{
    if (!check_is_in_its_folder(check))
        check_report(check, xml_attribute_place(check->root, "vuosi"),
                     _("mend the year, or move the file to the folder of its year"),
                     _("the answers are for %d, but the file is in the folder %d"),
                     check_year_of(check), check->year->year);
}

static bool is_outside_term(const struct check *check, int year)
{
    const struct followup_version *version = check->year->version;
    return (version->term_begins && year < version->term_begins) ||
           (version->term_ends && year > version->term_ends);
}

void check_year(struct check *check)
{
    int year = check_year_of(check);
    struct diag_place place = xml_attribute_place(check->root, "vuosi");
    if (!check_is_in_its_folder(check))
        return;
    if (is_outside_term(check, year))
        check_report(check, place, _("mend the year"),
                     _("the year %d is outside the plan's term %d–%d"), year,
                     check->year->version->term_begins, check->year->version->term_ends);
    else if (!check->year->deadline)
        check_report(check, place, _("add the year to seurantavuodet in the project file"),
                     _("the project doesn't follow up the year %d"), year);
}

void check_date(struct check *check, const xmlNode *element, const char *attribute)
{
    const char *date = check_field(check, element, attribute);
    const char *deadline = check->year->deadline;
    if (!date || !deadline || !check_is_in_its_folder(check) || !xml_knows(element, attribute))
        return;
    /* Dates of ISO 8601, and a year before a date, sort as text. */
    if (strncmp(date, deadline, strlen(date)) > 0)
        check_report(check, xml_attribute_place(element, attribute),
                     _("mend the date, or report it in the next year's answers"),
                     strlen(date) == strlen(deadline)
                         ? _("the day %s is after %s, the deadline of the year %d")
                         : _("the statistic is of %s, which is after %s, the deadline of the year "
                             "%d"),
                     date, deadline, check->year->year);
}

/* Reports answers that were given after the deadline: they count, and the papers say so. */
void check_late(struct check *check)
{
    const char *date = check_field(check, check->root, "paivays");
    const char *deadline = check->year->deadline;
    if (date && deadline && check_is_in_its_folder(check) && strcmp(date, deadline) > 0)
        check_report(
            check, xml_attribute_place(check->root, "paivays"), _("nothing, if the date is right"),
            _("the answers are late: they are of %s, and the deadline was %s"), date, deadline);
}

/* Reports answers about another version than the one in force at the end of the year, and says
 * since when that is, where the plan has several. */
static void report_version(struct check *check, const char *version)
{
    const struct followup_version *right = check->year->version;
    struct diag_place place = xml_attribute_place(check->root, "versio");
    const char *hint = _("answer the questions of the plan in force");
    if (check->followup->version_count == 1)
        check_report(check, place, hint,
                     _("the answers are for the version %s of the plan, not %s"), version,
                     right->name);
    else if (*right->begins)
        check_report(
            check, place, hint,
            _("the answers are for the version %s of the plan; in force at the end of %d is "
              "the version %s, since %s"),
            version, check->year->year, right->name, right->begins);
    else
        check_report(
            check, place, hint,
            _("the answers are for the version %s of the plan; in force at the end of %d is "
              "the version %s, since the beginning"),
            version, check->year->year, right->name);
}

/* Returns whether it is known which version the answers are to name. Else the fault is the
 * project's, and has been reported. */
static bool is_version_known(const struct check *check)
{
    return check->year->version->is_told_apart &&
           (check->year->is_certain || check->followup->version_count == 1);
}

static void compare_version(struct check *check)
{
    const char *version = check_field(check, check->root, "versio");
    const char *right = check->year->version->name;
    struct diag_place place = xml_attribute_place(check->root, "versio");
    if (!version && right)
        check_report(check, place, arena_printf(check->arena, _("add versio=\"%s\""), right),
                     _("the answers don't say which version of the plan they are for"));
    else if (version && !right)
        check_report(check, place, _("leave versio out"),
                     _("the answers are for the version %s of the plan, which has no versions"),
                     version);
    else if (version && strcmp(version, right) != 0)
        report_version(check, version);
}

/* Returns whether a version of the plan has the id. They have the same, or a rule has reported it.
 */
static bool is_plan(const struct followup *followup, const char *id)
{
    for (size_t i = 0; i < followup->version_count; i++)
        if (strcmp(followup->versions[i].plan, id) == 0)
            return true;
    return false;
}

void check_plan(struct check *check)
{
    const char *plan = check_field(check, check->root, "suunnitelma");
    if (!is_plan(check->followup, plan))
        check_report(check, xml_attribute_place(check->root, "suunnitelma"),
                     _("answer the questions of the plan in force"),
                     _("the answers are for the plan %s, not %s"), plan,
                     check->year->version->plan);
}

void check_version(struct check *check)
{
    if (is_plan(check->followup, check_field(check, check->root, "suunnitelma")) &&
        is_version_known(check))
        compare_version(check);
}
