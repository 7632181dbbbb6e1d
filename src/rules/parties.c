#include "rules/rules_private.h"

#include "base/blank.h"
#include "base/buf.h"
#include "base/message.h"

#include <string.h>

/* Attributes that name one party. */
static const char *const references[] = {"osapuoli", "raportoija", "tilanRaportoija"};

/* Words in a list of parties beside ids: kinds of party, municipalities first, and groups. */
enum { MUNICIPAL_KINDS = 2, KINDS = 4, GROUPS = 6 };
static const char *const groups[GROUPS] = {"kunta",           "kaupunki", "hyvinvointialue",
                                           "maakunnanLiitto", "kunnat",   "kaikki"};

/* Returns the index of a name in groups; GROUPS when it isn't there. */
static int group_of(const char *name)
{
    int i = 0;
    while (i < GROUPS && strcmp(groups[i], name) != 0)
        i++;
    return i;
}

static void report_unknown(struct rules_run *run, const xmlNode *element, const char *attribute,
                           const char *id, struct diag_place place)
{
    struct buf hint = {0};
    const char *meant =
        run->proposals++ < RULES_PROPOSALS ? names_nearest(&run->party_ids, id) : NULL;
    if (meant)
        buf_printf(&hint, _("did you mean %s?"), meant);
    else
        buf_string(&hint, _("add the party to the register, or mend the id"));
    if (rules_report(run, place, hint.data, _("%s=\"%s\" in <%s>: the register has no such party"),
                     attribute, id, (const char *)element->name) &&
        meant)
        diag_replace(run->diags, meant);
    buf_free(&hint);
}

static void check_list(struct rules_run *run, const xmlNode *element)
{
    const char *list = xml_knows(element, "osapuolet") ? xml_attribute(element, "osapuolet") : NULL;
    size_t index = 0, size = 0;
    for (list = list ? blank_word(list, &size) : NULL; list && !run->is_full;
         list = blank_word(list + size, &size), index++) {
        struct buf id = {0};
        buf_append(&id, list, size);
        if (group_of(id.data) == GROUPS && !rules_knows_party(run, id.data))
            report_unknown(run, element, "osapuolet", id.data,
                           xml_item_place(element, "osapuolet", index));
        buf_free(&id);
    }
}

static void check_references(struct rules_run *run, const xmlNode *element)
{
    for (size_t i = 0; i < sizeof references / sizeof *references; i++) {
        const char *id = xml_attribute(element, references[i]);
        if (id && xml_knows(element, references[i]) && !rules_knows_party(run, id))
            report_unknown(run, element, references[i], id,
                           xml_attribute_place(element, references[i]));
    }
    check_list(run, element);
}

void rules_unknown_party(struct rules_run *run)
{
    if (!input_is_whole(run->project->parties))
        return; /* its absence, or its faults, have been reported */
    struct rules_walk walk = {0};
    for (xmlNodePtr element; (element = rules_next(run, &walk));)
        check_references(run, element);
}

/* Reports an id that is a word for several parties, or the folder of the papers that all share. */
void rules_party_id(struct rules_run *run)
{
    xmlNodePtr party = rules_child(run, rules_root(run->project->parties), "osapuoli");
    for (; party; party = rules_sibling(run, party, "osapuoli")) {
        const char *id = xml_attribute(party, "tunnus");
        if (id && (group_of(id) < GROUPS || strcmp(id, "yhteiset") == 0))
            rules_report(run, xml_attribute_place(party, "tunnus"), _("choose another id"),
                         _("%s cannot be a party's id: the word has a meaning of its own"), id);
    }
}

static void check_number(struct rules_run *run, const xmlNode *party, const char *id)
{
    const char *laji = xml_attribute(party, "laji");
    int kind = laji ? group_of(laji) : KINDS;
    bool has_number = xml_attribute(party, "numero") != NULL;
    if (kind < MUNICIPAL_KINDS && !has_number)
        rules_report(run, xml_place(party), _("give its number of three digits as numero=\"…\""),
                     _("the municipality %s has no official number"), id);
    else if (kind >= MUNICIPAL_KINDS && kind < KINDS && has_number)
        rules_report(run, xml_attribute_place(party, "numero"),
                     _("leave numero out, or mend the kind (laji)"),
                     _("%s has a municipality's number but is not a municipality"), id);
}

void rules_municipality_number(struct rules_run *run)
{
    xmlNodePtr party = rules_child(run, rules_root(run->project->parties), "osapuoli");
    for (; party; party = rules_sibling(run, party, "osapuoli")) {
        const char *id = xml_attribute(party, "tunnus");
        if (id)
            check_number(run, party, id);
    }
}
