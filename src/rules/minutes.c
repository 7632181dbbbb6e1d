/* What minutes tell of a meeting: votes, secrecy, remedies, and points of the decision. */
#include "rules/rules_private.h"

#include "base/message.h"

#include <stdlib.h>
#include <string.h>

/* Returns the count that an attribute of a vote holds; 0 when it is absent. */
static long count_of(const xmlNode *vote, const char *attribute)
{
    const char *value = xml_attribute(vote, attribute);
    return value ? strtol(value, NULL, 10) : 0;
}

static const char *const counts[][2] = {
    {"jaa", "jaa"}, {"ei", "ei"}, {"tyhjia", "tyhja"}, {"poissa", "poissa"}};
enum { COUNTS = sizeof counts / sizeof *counts };

/* Reports counts that do not make the number of members (jasenia). */
static void check_members(struct rules_run *run, const xmlNode *vote)
{
    long sum = 0, members = count_of(vote, "jasenia");
    for (int i = 0; i < COUNTS; i++)
        sum += count_of(vote, counts[i][0]);
    if (xml_attribute(vote, "jasenia") && sum != members)
        rules_report(run, xml_place(vote), _("mend jaa, ei, tyhjia, poissa or jasenia"),
                     _("the votes and the absent are %ld together, but the body has %ld members"),
                     sum, members);
}

static long voters_with(const xmlNode *vote, const char *kind)
{
    long found = 0;
    for (const xmlNode *voter = xml_child(vote, "aanestaja"); voter;
         voter = xml_next(voter, "aanestaja"))
        found += xml_has(voter, "aani", kind);
    return found;
}

/* Reports a count that is another than the number of the voters that are named for it. A vote that
 * names no voters is right, and so is one that does not name the blank and the absent. */
static void check_voters(struct rules_run *run, const xmlNode *vote)
{
    for (int i = 0; i < COUNTS && xml_child(vote, "aanestaja"); i++) {
        long count = count_of(vote, counts[i][0]), named = voters_with(vote, counts[i][1]);
        bool can_be_unnamed = i >= 2 && named == 0;
        if (count != named && !can_be_unnamed)
            rules_report(run, xml_attribute_place(vote, counts[i][0]),
                         _("mend the count, or name each voter (aanestaja)"),
                         _("%s=\"%ld\", but the number of voters named with aani=\"%s\" is %ld"),
                         counts[i][0], count, counts[i][1], named);
    }
}

void rules_vote_count(struct rules_run *run)
{
    for (xmlNodePtr meeting = rules_first_meeting(run); meeting;
         meeting = rules_sibling(run, meeting, "kokous"))
        for (xmlNodePtr vote = rules_child(run, rules_child(run, meeting, "kasittely"), "aanestys");
             vote; vote = rules_sibling(run, vote, "aanestys")) {
            check_members(run, vote);
            check_voters(run, vote);
        }
}

static bool has_supported_proposal(const xmlNode *treatment)
{
    const xmlNode *proposal = xml_child(treatment, "vastaehdotus");
    while (proposal && !xml_child(proposal, "kannattaja"))
        proposal = xml_next(proposal, "vastaehdotus");
    return proposal;
}

/* Reports a vote without a supported counterproposal: the chair then states the decision without
 * one (410/2015, section 104; 611/2021, section 109). */
void rules_vote_proposal(struct rules_run *run)
{
    for (xmlNodePtr meeting = rules_first_meeting(run); meeting;
         meeting = rules_sibling(run, meeting, "kokous")) {
        const xmlNode *treatment = rules_child(run, meeting, "kasittely");
        const xmlNode *vote = rules_child(run, treatment, "aanestys");
        if (vote && !has_supported_proposal(treatment))
            rules_report(run, xml_place(vote),
                         _("add the counterproposal and who supported it (vastaehdotus, "
                           "kannattaja), or leave the vote out"),
                         _("a vote is held though no counterproposal has a supporter"));
    }
}

void rules_secret_ground(struct rules_run *run)
{
    struct rules_walk walk = {0};
    for (xmlNodePtr element; (element = rules_next(run, &walk));) {
        bool is_secret = xml_has(element, "julkisuus", "salassa");
        bool has_ground = xml_attribute(element, "salassapitoperuste");
        if (is_secret && !has_ground)
            rules_report(run, xml_attribute_place(element, "julkisuus"),
                         _("add the rule that makes it secret: salassapitoperuste=\"…\""),
                         _("<%s> is secret, but has no ground"), (const char *)element->name);
        if (has_ground && !is_secret)
            rules_report(run, xml_attribute_place(element, "salassapitoperuste"),
                         _("add julkisuus=\"salassa\", or leave the ground out"),
                         _("<%s> has a ground for secrecy, but is public"),
                         (const char *)element->name);
    }
}

/* Returns the remedy that the law gives against a decision of a meeting: 410/2015, sections
 * 134–136; 611/2021, sections 139–141. NULL where the meeting's party is unknown. */
static const char *lawful_remedy(const struct rules_run *run, const xmlNode *meeting)
{
    const char *id = xml_attribute(meeting, "osapuoli");
    const xmlNode *party = id ? xmlHashLookup(run->parties, (const xmlChar *)id) : NULL;
    if (rules_meeting_goes_on(meeting))
        return "eiMuutoksenhakua";
    if (!party)
        return NULL;
    if (!xml_has(meeting, "toimielin", "valtuusto"))
        return "oikaisuvaatimus";
    return xml_has(party, "laji", "hyvinvointialue") ? "aluevalitus" : "kunnallisvalitus";
}

/* Reports a remedy that the law does not give. A decision that only prepares another has none, so
 * that (eiMuutoksenhakua) is right in every meeting. */
static void check_remedy(struct rules_run *run, const xmlNode *meeting, const xmlNode *remedy,
                         const char *kind)
{
    const char *lawful = lawful_remedy(run, meeting);
    if (lawful && strcmp(kind, lawful) != 0 && strcmp(kind, "eiMuutoksenhakua") != 0)
        rules_report(run, xml_place(remedy),
                     _("leave it out: the remedy follows from the body and the party"),
                     _("%s is not a remedy against decisions of this body: the law gives %s"), kind,
                     lawful);
}

void rules_meeting_remedy(struct rules_run *run)
{
    for (xmlNodePtr meeting = rules_first_meeting(run); meeting;
         meeting = rules_sibling(run, meeting, "kokous")) {
        const xmlNode *remedy = rules_child(run, meeting, "muutoksenhaku");
        char *kind = remedy ? xml_child_text(meeting, "muutoksenhaku") : NULL;
        if (kind)
            check_remedy(run, meeting, remedy, kind);
        free(kind);
    }
}

/* Returns whether the points that all boards share in a document hold one of that id. */
static bool has_common_point(const xmlNode *document, const char *id)
{
    const xmlNode *common = document ? xml_child(document, "perusteluHallitus") : NULL;
    const xmlNode *point = common ? xml_child(common, "paatoskohta") : NULL;
    while (point && !xml_has(point, "tunnus", id))
        point = xml_next(point, "paatoskohta");
    return point;
}

/* Does the same for the plan: of a meeting's year in the version of that year, else in any. Where
 * that version isn't certain, the point may be in it. */
static bool plan_has_point(const struct rules_run *run, const xmlNode *meeting, const char *id)
{
    const struct input_project *project = run->project;
    const char *year = xml_attribute(meeting, "vuosi");
    if (year && project->version_count) {
        const struct input_version *version = input_version_of_year(project, year);
        return !version || has_common_point(input_version_root(version), id);
    }
    for (size_t i = 0; i < project->version_count; i++)
        if (has_common_point(rules_root(project->versions[i].document), id))
            return true;
    return false;
}

/* Returns whether the proposed decision of a meeting's matter has a point of that id: its own
 * (hyvaksyminen), the officers of a plan (vastaavat), or one that all boards share. */
static bool has_point(const struct rules_run *run, const xmlNode *meeting, const char *id)
{
    if (strcmp(id, "hyvaksyminen") == 0)
        return true;
    if (xml_has(meeting, "toimielin", "valtuusto"))
        return false;
    if (strcmp(id, "vastaavat") == 0)
        return xml_has(meeting, "aihe", "suunnitelma");
    return xml_has(meeting, "aihe", "sopimus")
               ? has_common_point(rules_root(run->project->agreement), id)
               : plan_has_point(run, meeting, id);
}

static void check_replacing(struct rules_run *run, const xmlNode *meeting, const xmlNode *point,
                            const char *id)
{
    if (xml_has(meeting, "paatoskohdat", "omat"))
        rules_report(run, xml_attribute_place(point, "korvaa"),
                     _("leave it out, or leave out paatoskohdat=\"omat\""),
                     _("korvaa=\"%s\": the meeting's own points replace all the others already"),
                     id);
    else if (!has_point(run, meeting, id))
        rules_report(run, xml_attribute_place(point, "korvaa"),
                     _("give the id (tunnus) of a point in <perusteluHallitus>, or "
                       "hyvaksyminen; for a plan also vastaavat"),
                     _("korvaa=\"%s\": the proposed decision has no such point"), id);
}

static void check_point(struct rules_run *run, const xmlNode *meeting, const xmlNode *point)
{
    const char *replaced = xml_attribute(point, "korvaa");
    if (replaced)
        check_replacing(run, meeting, point, replaced);
    if (xml_attribute(point, "osapuolet"))
        rules_report(run, xml_attribute_place(point, "osapuolet"),
                     _("leave osapuolet out, or move the point to <perusteluHallitus>"),
                     _("a meeting's point is of its own party: only the points that all boards "
                       "share name parties"));
}

static void check_points(struct rules_run *run, const xmlNode *meeting)
{
    if (xml_has(meeting, "paatoskohdat", "omat") && !xml_child(meeting, "paatoskohta"))
        rules_report(run, xml_attribute_place(meeting, "paatoskohdat"),
                     _("add the points (paatoskohta), or leave paatoskohdat=\"omat\" out"),
                     _("paatoskohdat=\"omat\", but the meeting has no points of its own"));
    for (xmlNodePtr point = rules_child(run, meeting, "paatoskohta"); point;
         point = rules_sibling(run, point, "paatoskohta"))
        check_point(run, meeting, point);
}

void rules_meeting_point(struct rules_run *run)
{
    for (xmlNodePtr meeting = rules_first_meeting(run); meeting;
         meeting = rules_sibling(run, meeting, "kokous"))
        check_points(run, meeting);
}
