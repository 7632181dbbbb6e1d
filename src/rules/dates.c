/* Dates are written year-month-day (the XSD holds it), so the order of the texts is the order of
 * the days. */
#include "rules/rules_private.h"

#include "base/message.h"

#include <string.h>

/* Pairs of attributes that say when something begins and ends. */
static const char *const terms[][2] = {
    {"alkaa", "paattyy"},
    {"kausiAlkaa", "kausiPaattyy"},
    {"hyvaksytaanAlkaen", "hyvaksytaanAsti"},
};

static void check_terms(struct rules_run *run, const xmlNode *element)
{
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        const char *begins = xml_attribute(element, terms[i][0]);
        const char *ends = xml_attribute(element, terms[i][1]);
        if (begins && ends && strcmp(ends, begins) < 0 && xml_knows(element, terms[i][0]) &&
            xml_knows(element, terms[i][1]))
            rules_report(run, xml_attribute_place(element, terms[i][1]), _("mend one of the two"),
                         _("%s=\"%s\" in <%s> is before %s=\"%s\""), terms[i][1], ends,
                         (const char *)element->name, terms[i][0], begins);
    }
}

void rules_term_order(struct rules_run *run)
{
    struct rules_walk walk = {0};
    for (xmlNodePtr element; (element = rules_next(run, &walk));)
        check_terms(run, element);
}
