/* Rules about the measures that a file names. */
#include "followup/check.h"

#include "base/message.h"
#include "base/names.h"

/* Returns the measure that was most likely meant, not one that the file is about elsewhere. */
static const char *nearest_measure(const struct check *check, const char *wrong)
{
    const struct followup_version *version = check->version;
    struct names names = {0};
    size_t count = 0;
    const char **ids = arena_array(check->arena, version->measure_count + 1, sizeof *ids);
    for (xmlNodePtr one = xml_child(check->root, "toimenpideseuranta"); check->measure && one;
         one = xml_next(one, "toimenpideseuranta"))
        if (count < version->measure_count)
            ids[count++] = check_field(check, one, "toimenpide");
    for (size_t i = 0; i < version->measure_count; i++)
        if (followup_index(ids, count, version->measures[i].id) == count)
            names_add(&names, version->measures[i].id);
    const char *nearest = names_nearest(&names, wrong);
    names_free(&names);
    return nearest;
}

static void check_name(struct check *check, const xmlNode *element)
{
    const struct lookup *known = &check->version->measure_index;
    const char *id = check_field(check, element, "toimenpide");
    if (id && *id && xml_knows(element, "toimenpide") && lookup_find(known, id) == LOOKUP_NONE)
        check_report_unknown(check, element, "toimenpide", nearest_measure(check, id),
                             arena_printf(check->arena, _("the plan has no measure %s"), id));
}

void check_unknown_measure(struct check *check)
{
    check_name(check, check->measure);
}

/* Reports proposals about a measure that the plan doesn't have. */
void check_proposal(struct check *check)
{
    for (xmlNodePtr proposal = xml_child(check->root, "muutosehdotus"); proposal;
         proposal = xml_next(proposal, "muutosehdotus"))
        check_name(check, proposal);
}

/* Returns whether a child of a proposal has been filled in. */
static bool is_filled(const struct check *check, const xmlNode *proposal, const char *name)
{
    return followup_filled_text(xml_child(proposal, name), check->arena) != NULL;
}

/* Reports proposals that do not say what is proposed. One whose blanks are all left is none; where
 * the element is missing, the schema says so. */
void check_proposed_text(struct check *check)
{
    for (xmlNodePtr proposal = xml_child(check->root, "muutosehdotus"); proposal;
         proposal = xml_next(proposal, "muutosehdotus")) {
        const char *measure = followup_filled(proposal, "toimenpide", check->arena);
        const xmlNode *proposed = xml_child(proposal, "ehdotettuTeksti");
        bool is_begun = measure || is_filled(check, proposal, "nykyinenTeksti") ||
                        is_filled(check, proposal, "perustelut");
        if (is_begun && proposed && !is_filled(check, proposal, "ehdotettuTeksti"))
            check_report(check, xml_place(proposed),
                         _("write the proposed text, or leave the whole proposal out"),
                         _("the proposal does not say what is proposed"));
    }
}

void check_measure_twice(struct check *check)
{
    ptrdiff_t index = lookup_find(&check->version->measure_index, check->measure_id);
    if (index == LOOKUP_NONE)
        return;
    const xmlNode *first = check->measures_seen[index];
    check->measures_seen[index] = first ? first : check->measure;
    if (first &&
        check_report(check, xml_place(check->measure), _("join them into one"),
                     _("the measure is answered twice, first on line %d"), xml_place(first).line))
        diag_relate(check->diags, xml_place(first));
}
