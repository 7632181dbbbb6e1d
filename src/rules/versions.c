/* Rules about the versions of a plan: the days on which they are in force, and what goes on from
 * one to the next. */
#include "rules/rules_private.h"

#include "base/blank.h"
#include "base/calendar.h"
#include "base/memory.h"
#include "base/message.h"

#include <string.h>

/* Returns the plan's versions after the first; none where the project's files aren't known, since
 * what is at fault there may be another version. */
static size_t later_versions(const struct rules_run *run)
{
    const struct input_project *project = run->project;
    bool are_known = project->project && input_files_are_known(project);
    return are_known && project->version_count ? project->version_count - 1 : 0;
}

/* --- Days --- */

/* How the days of two versions that follow each other are at fault. */
enum days_fault { DAYS_RIGHT, DAYS_OUT_OF_ORDER, DAYS_TOGETHER, DAYS_OVERLAP, DAYS_APART };

/* Returns whether a version ends before it begins, which term-order reports. */
static bool is_backwards(const struct input_version *version)
{
    return *version->ends && strcmp(version->ends, version->begins) < 0;
}

static enum days_fault days_fault(const struct input_version *earlier,
                                  const struct input_version *later)
{
    int order = strcmp(later->begins, earlier->begins);
    if (order < 0)
        return DAYS_OUT_OF_ORDER;
    if (order == 0)
        return DAYS_TOGETHER;
    if (!*earlier->ends || is_backwards(earlier))
        return DAYS_RIGHT;
    int32_t between = calendar_days_between(earlier->ends, later->begins);
    if (between == 1)
        return DAYS_RIGHT;
    return between < 1 ? DAYS_OVERLAP : DAYS_APART;
}

/* Calls report with each two versions that follow each other and have the fault. */
static void each_fault(struct rules_run *run, enum days_fault fault,
                       void (*report)(struct rules_run *run, const struct input_version *earlier,
                                      const struct input_version *later))
{
    const struct input_version *version = run->project->versions;
    for (size_t i = later_versions(run); i > 0; i--, version++)
        if (days_fault(version, version + 1) == fault)
            report(run, version, version + 1);
}

static void report_order(struct rules_run *run, const struct input_version *earlier,
                         const struct input_version *later)
{
    struct diag_place place = xml_attribute_place(later->reference, "alkaa");
    if (*later->begins)
        rules_report(run, place, _("put the versions in the order of time"),
                     _("the version that is in force from %s on stands after the one from %s on"),
                     later->begins, earlier->begins);
    else
        rules_report(run, place,
                     _("add alkaa=\"…\", its first day, or put the versions in the order of time"),
                     _("the version that is in force from the beginning stands after the one from "
                       "%s on"),
                     earlier->begins);
}

void rules_plan_order(struct rules_run *run)
{
    each_fault(run, DAYS_OUT_OF_ORDER, report_order);
}

static void report_together(struct rules_run *run, const struct input_version *earlier,
                            const struct input_version *later)
{
    struct diag_place place = xml_attribute_place(later->reference, "alkaa");
    bool told =
        *later->begins
            ? rules_report(run, place, _("mend the first day (alkaa) of one of them"),
                           _("two versions of the plan are in force from %s on"), later->begins)
            : rules_report(run, place, _("add alkaa=\"…\", its first day"),
                           _("two versions of the plan are in force from the beginning"));
    if (told)
        diag_relate(run->diags, xml_attribute_place(earlier->reference, "alkaa"));
}

static void report_overlap(struct rules_run *run, const struct input_version *earlier,
                           const struct input_version *later)
{
    if (rules_report(run, xml_attribute_place(earlier->reference, "paattyy"),
                     _("leave paattyy out: the version is in force until the next one begins"),
                     _("the version is in force until %s, but the next one from %s on"),
                     earlier->ends, later->begins))
        diag_relate(run->diags, xml_attribute_place(later->reference, "alkaa"));
}

void rules_plan_overlap(struct rules_run *run)
{
    each_fault(run, DAYS_TOGETHER, report_together);
    each_fault(run, DAYS_OVERLAP, report_overlap);
}

static void report_gap(struct rules_run *run, const struct input_version *earlier,
                       const struct input_version *later)
{
    if (rules_report(run, xml_attribute_place(later->reference, "alkaa"),
                     _("mend the day, or leave paattyy of the version before out"),
                     _("no version of the plan is in force between %s and %s"), earlier->ends,
                     later->begins))
        diag_relate(run->diags, xml_attribute_place(earlier->reference, "paattyy"));
}

/* Returns whether the versions follow each other in the order of time. */
static bool are_in_order(const struct rules_run *run)
{
    const struct input_version *version = run->project->versions;
    for (size_t i = later_versions(run); i > 0; i--, version++)
        if (days_fault(version, version + 1) != DAYS_RIGHT &&
            days_fault(version, version + 1) != DAYS_APART)
            return false;
    return true;
}

/* Returns whether the last day of a year is before the first version, or after the last one. */
static bool is_outside(const struct input_project *project, const char *year)
{
    const struct input_version *last = input_newest_version(project);
    struct buf day = {0};
    buf_printf(&day, "%.4s-12-31", year);
    bool is_before = strcmp(day.data, project->versions[0].begins) < 0;
    bool is_after = *last->ends && !is_backwards(last) && strcmp(day.data, last->ends) > 0;
    buf_free(&day);
    return is_before || is_after;
}

static void check_years(struct rules_run *run)
{
    const xmlNode *years = xml_child(rules_root(run->project->project), "seurantavuodet");
    for (xmlNodePtr year = rules_child(run, years, "seurantavuosi"); year;
         year = rules_sibling(run, year, "seurantavuosi")) {
        const char *number = xml_attribute(year, "vuosi");
        if (number && is_outside(run->project, number))
            rules_report(run, xml_attribute_place(year, "vuosi"),
                         _("mend the days of the plan's versions in <tiedostot>, or leave the year "
                           "out"),
                         _("no version of the plan is in force on the last day of the year %s"),
                         number);
    }
}

void rules_plan_gap(struct rules_run *run)
{
    const struct input_project *project = run->project;
    each_fault(run, DAYS_APART, report_gap);
    if (project->version_count && project->project && input_files_are_known(project) &&
        are_in_order(run))
        check_years(run);
}

/* --- Identity --- */

/* Returns whether two values are the same but for white space at their ends; absent ones are. */
static bool are_same(const char *one, const char *other)
{
    size_t size = 0, other_size = 0;
    if (!one || !other)
        return one == other;
    one = blank_trim(one, &size);
    other = blank_trim(other, &other_size);
    return size == other_size && memcmp(one, other, size) == 0;
}

/* Returns the root of a version's plan; NULL where what the rule reads of it is at fault. */
static const xmlNode *sound_root(const struct rules_run *run, const struct input_version *version)
{
    const xmlNode *root = rules_root(version->document);
    return root && rules_can_read(run, root) ? root : NULL;
}

/* Reports a plan that has the version of an earlier one, or none. */
static void check_version(struct rules_run *run, const struct input_version *version,
                          const xmlNode *root)
{
    const char *number = xml_attribute(root, "versio");
    if (!number) {
        rules_report(run, xml_place(root), _("add versio=\"…\""),
                     _("the plan has several versions, and this one doesn't say which it is"));
        return;
    }
    for (const struct input_version *other = run->project->versions; other < version; other++) {
        const xmlNode *earlier = sound_root(run, other);
        if (!earlier || !are_same(number, xml_attribute(earlier, "versio")))
            continue;
        if (rules_report(run, xml_attribute_place(root, "versio"),
                         _("give each version of the plan a number of its own"),
                         _("%s has the version %s, too"), xml_attribute(other->reference, "polku"),
                         number))
            diag_relate(run->diags, xml_attribute_place(earlier, "versio"));
        return;
    }
}

void rules_plan_version(struct rules_run *run)
{
    const struct input_project *project = run->project;
    for (size_t i = 0; later_versions(run) && i < project->version_count; i++) {
        const xmlNode *root = sound_root(run, &project->versions[i]);
        if (root)
            check_version(run, &project->versions[i], root);
    }
}

void rules_plan_id(struct rules_run *run)
{
    const struct input_version *first = run->project->versions;
    const xmlNode *root = later_versions(run) ? sound_root(run, first) : NULL;
    const char *id = root ? xml_attribute(root, "tunnus") : NULL;
    for (size_t i = 1; id && i <= later_versions(run); i++) {
        const xmlNode *other = sound_root(run, &first[i]);
        if (other && !are_same(id, xml_attribute(other, "tunnus")) &&
            rules_report(run, xml_attribute_place(other, "tunnus"),
                         _("give all versions of a plan one id"),
                         _("the plan has the id %s, but %s in %s"), xml_attribute(other, "tunnus"),
                         id, xml_attribute(first->reference, "polku")))
            diag_relate(run->diags, xml_attribute_place(root, "tunnus"));
    }
}

/* --- Indicators --- */

/* Returns the attribute in which an indicator differs from what it was, so that its answers can't
 * be compared; NULL when there is none. A count's unit is only a word. */
static const char *changed(const xmlNode *was, const xmlNode *is)
{
    static const char *const names[] = {"laji", "taso", "yksikko"};
    size_t count = xml_has(is, "laji", "mittausarvo") ? 3 : 2;
    for (size_t i = 0; i < count; i++)
        if (!are_same(xml_attribute(was, names[i]), xml_attribute(is, names[i])))
            return names[i];
    return NULL;
}

static void report_changed(struct rules_run *run, const xmlNode *was, const xmlNode *is,
                           const char *name)
{
    const char *before = xml_attribute(was, name), *now = xml_attribute(is, name);
    if (rules_report(run, xml_attribute_place(is, name),
                     _("leave it as it was, or give the new indicator another id"),
                     _("%s=\"%s\": the indicator %s has \"%s\" in another version of the plan"),
                     name, now ? now : "", xml_attribute(is, "tunnus"), before ? before : ""))
        diag_relate(run->diags, xml_attribute_place(was, name));
}

/* Compares an indicator with the one of its id in the versions before. */
static void check_indicator(struct rules_run *run, xmlHashTablePtr known, xmlNodePtr indicator)
{
    const char *id = xml_attribute(indicator, "tunnus");
    const xmlNode *was = id ? xmlHashLookup(known, (const xmlChar *)id) : NULL;
    const char *name = was ? changed(was, indicator) : NULL;
    if (name)
        report_changed(run, was, indicator, name);
    if (id)
        xmlHashUpdateEntry(known, (const xmlChar *)id, indicator, NULL);
}

void rules_indicator_changed(struct rules_run *run)
{
    xmlHashTablePtr known = xmlHashCreate(0);
    if (!known)
        memory_exhausted();
    for (size_t i = 0; later_versions(run) && i < run->project->version_count; i++) {
        xmlNodePtr root = rules_root(run->project->versions[i].document);
        for (xmlNodePtr element = root; element; element = rules_next_element(element, root))
            if (strcmp((const char *)element->name, "mittari") == 0 && rules_can_read(run, element))
                check_indicator(run, known, element);
    }
    xmlHashFree(known, NULL);
}
