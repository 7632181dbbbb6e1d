#include "rules/rules_private.h"

#include "base/buf.h"
#include "base/message.h"

#include <string.h>

/* Attributes that name one party. */
static const char *const references[] = {"osapuoli", "raportoija"};

/* What a list of parties may hold beside ids: kinds of party and groups. */
static const char *const groups[] = {"kunta",           "kaupunki", "hyvinvointialue",
                                     "maakunnanLiitto", "kunnat",   "kaikki"};

static bool is_group(const char *name)
{
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (strcmp(groups[i], name) == 0)
            return true;
    return false;
}

static void report_unknown(const struct rules_run *run, const xmlNode *element,
                           const char *attribute, const char *id)
{
    rules_report(run, input_attribute_place(element, attribute),
                 _("add the party to the register, or mend the id"),
                 _("%s=\"%s\" in <%s>: the register has no such party"), attribute, id,
                 (const char *)element->name);
}

static void check_list(const struct rules_run *run, const xmlNode *element)
{
    static const char blank[] = " \t\r\n";
    const char *list = input_attribute(element, "osapuolet");
    for (list = list ? list : ""; *(list += strspn(list, blank));) {
        struct buf id = {0};
        buf_append(&id, list, strcspn(list, blank));
        if (!is_group(id.data) && !rules_party(run, id.data))
            report_unknown(run, element, "osapuolet", id.data);
        list += id.size;
        buf_free(&id);
    }
}

static void check_references(const struct rules_run *run, const xmlNode *element)
{
    for (size_t i = 0; i < sizeof references / sizeof *references; i++) {
        const char *id = input_attribute(element, references[i]);
        if (id && !rules_party(run, id))
            report_unknown(run, element, references[i], id);
    }
    check_list(run, element);
}

void rules_unknown_party(const struct rules_run *run)
{
    if (!run->project->parties)
        return; /* every reference would be unknown; that the register is missing has been told */
    for (int i = 0; i < RULES_DOCUMENTS; i++) {
        xmlNodePtr root = rules_root(rules_document(run->project, i));
        for (xmlNodePtr element = root; element; element = rules_next_element(element, root))
            check_references(run, element);
    }
}

void rules_municipality_number(const struct rules_run *run)
{
    xmlNodePtr party = input_child(rules_root(run->project->parties), "osapuoli");
    for (; party; party = input_next(party, "osapuoli")) {
        bool is_municipality =
            rules_has(party, "laji", "kunta") || rules_has(party, "laji", "kaupunki");
        const char *id = input_attribute(party, "tunnus");
        bool has_number = input_attribute(party, "numero") != NULL;
        if (!id || has_number == is_municipality)
            continue;
        if (is_municipality)
            rules_report(run, input_place(party),
                         _("give its number of three digits as numero=\"…\""),
                         _("the municipality %s has no official number"), id);
        else
            rules_report(run, input_attribute_place(party, "numero"), NULL,
                         _("%s has a municipality's number but is not a municipality"), id);
    }
}
