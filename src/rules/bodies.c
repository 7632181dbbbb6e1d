/* References to other bodies than the board and the council: toimielin="muu", and in elin the id
 * that the register has for the body. */
#include "rules/rules_private.h"

#include "base/buf.h"
#include "base/memory.h"
#include "base/message.h"

#include <string.h>

/* The bodies of the register, by id and party; by id alone for what no party is named for. */
struct bodies {
    xmlHashTablePtr known;
    struct names names;
};

static void add_body(struct bodies *bodies, const xmlNode *party, const char *id)
{
    const xmlChar *body = (const xmlChar *)id;
    xmlHashAddEntry2(bodies->known, body, (const xmlChar *)xml_attribute(party, "tunnus"), bodies);
    if (xmlHashAddEntry(bodies->known, body, bodies) == 0)
        names_add(&bodies->names, id);
}

static struct bodies find_bodies(const struct rules_run *run)
{
    struct bodies bodies = {.known = xmlHashCreate(0)};
    if (!bodies.known)
        memory_exhausted();
    const xmlNode *party = rules_child(run, rules_root(run->project->parties), "osapuoli");
    for (; party; party = rules_sibling(run, party, "osapuoli"))
        for (const xmlNode *body = rules_child(run, party, "toimielin"); body;
             body = rules_sibling(run, body, "toimielin"))
            if (xml_attribute(body, "tunnus"))
                add_body(&bodies, party, xml_attribute(body, "tunnus"));
    return bodies;
}

/* Returns the id of the party that an element names or stands in; NULL for all parties. */
static const char *party_of(const xmlNode *element)
{
    const char *id = xml_attribute(element, "osapuoli");
    bool stands_in_party = strcmp((const char *)element->name, "toimivalta") == 0;
    return id || !stands_in_party ? id : xml_attribute(element->parent, "tunnus");
}

static bool is_known(const struct bodies *bodies, const xmlNode *element, const char *id)
{
    return xmlHashLookup2(bodies->known, (const xmlChar *)id, (const xmlChar *)party_of(element));
}

static void report_unknown(struct rules_run *run, const xmlNode *element, const char *id,
                           const struct names *names)
{
    struct buf hint = {0};
    const char *meant = run->proposals++ < RULES_PROPOSALS ? names_nearest(names, id) : NULL;
    bool is_meant = meant && strcmp(meant, id) != 0; /* another party can have a body of that id */
    if (is_meant)
        buf_printf(&hint, _("did you mean %s?"), meant);
    else
        buf_printf(&hint, _("add the body to the party in the register: <toimielin tunnus=\"%s\">"),
                   id);
    if (rules_report(run, xml_attribute_place(element, "elin"), hint.data,
                     _("elin=\"%s\" in <%s>: the party has no such body"), id,
                     (const char *)element->name) &&
        is_meant)
        diag_replace(run->diags, meant);
    buf_free(&hint);
}

/* Reports a body that is another one without saying which, or that is named beside the board or the
 * council. */
static void check_pair(struct rules_run *run, const xmlNode *element, bool has_id)
{
    if (xml_has(element, "toimielin", "muu") && !has_id)
        rules_report(run, xml_attribute_place(element, "toimielin"),
                     _("add elin=\"…\", the id of the body in the register"),
                     _("toimielin=\"muu\" in <%s> does not say which body it is"),
                     (const char *)element->name);
    else if (has_id && !xml_has(element, "toimielin", "muu"))
        rules_report(run, xml_attribute_place(element, "elin"),
                     _("leave it out, or write toimielin=\"muu\""),
                     _("elin in <%s> names another body, but toimielin is not muu"),
                     (const char *)element->name);
}

/* Returns the first party that a list names and that lacks the body; NULL for none. */
static const xmlNode *party_without(const struct rules_run *run, const struct bodies *bodies,
                                    const char *list, const char *id)
{
    const xmlNode *party = rules_child(run, rules_root(run->project->parties), "osapuoli");
    for (; party; party = rules_sibling(run, party, "osapuoli"))
        if (input_list_names(list, party) &&
            !xmlHashLookup2(bodies->known, (const xmlChar *)id,
                            (const xmlChar *)xml_attribute(party, "tunnus")))
            return party;
    return NULL;
}

/* Reports a paper or a decider for a body that a party which it is for does not have. */
static void check_parties(struct rules_run *run, const struct bodies *bodies,
                          const xmlNode *element, const char *id)
{
    const char *list = xml_attribute(element, "osapuolet");
    const xmlNode *party = party_without(run, bodies, list, id);
    if (party)
        rules_report(run, xml_attribute_place(element, "elin"),
                     _("name in osapuolet=\"…\" the parties that have the body, or add it to the "
                       "others in the register"),
                     _("elin=\"%s\" in <%s>: the party %s has no such body"), id,
                     (const char *)element->name, xml_attribute(party, "tunnus"));
}

static void check_body(struct rules_run *run, const struct bodies *bodies, const xmlNode *element,
                       const char *id)
{
    if (!is_known(bodies, element, id))
        report_unknown(run, element, id, &bodies->names);
    else if (!party_of(element))
        check_parties(run, bodies, element, id);
}

void rules_unknown_body(struct rules_run *run)
{
    bool is_whole = input_is_whole(run->project->parties); /* else that has been reported */
    struct bodies bodies = find_bodies(run);
    struct rules_walk walk = {0};
    for (xmlNodePtr element; (element = rules_next(run, &walk));) {
        const char *id = xml_attribute(element, "elin");
        check_pair(run, element, id != NULL);
        bool is_other = xml_has(element, "toimielin", "muu");
        if (id && is_other && is_whole && !run->is_full)
            check_body(run, &bodies, element, id);
    }
    names_free(&bodies.names);
    xmlHashFree(bodies.known, NULL);
}
