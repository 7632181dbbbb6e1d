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

static void check_terms(const struct rules_run *run, const xmlNode *element)
{
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        const char *begins = input_attribute(element, terms[i][0]);
        const char *ends = input_attribute(element, terms[i][1]);
        if (begins && ends && strcmp(ends, begins) < 0)
            rules_report(run, input_attribute_place(element, terms[i][1]), NULL,
                         _("%s=\"%s\" in <%s> is before %s=\"%s\""), terms[i][1], ends,
                         (const char *)element->name, terms[i][0], begins);
    }
}

void rules_term_order(const struct rules_run *run)
{
    for (int i = 0; i < RULES_DOCUMENTS; i++) {
        xmlNodePtr root = rules_root(rules_document(run->project, i));
        for (xmlNodePtr element = root; element; element = rules_next_element(element, root))
            check_terms(run, element);
    }
}

static xmlNodePtr first_meeting(const struct rules_run *run)
{
    return input_child(rules_root(run->project->meetings), "kokous");
}

/* Minutes number the items of each meeting or year anew, so a number says something only with its
 * day. */
void rules_meeting_item(const struct rules_run *run)
{
    for (xmlNodePtr meeting = first_meeting(run); meeting; meeting = input_next(meeting, "kokous"))
        if (input_attribute(meeting, "pykala") && !input_attribute(meeting, "paivays"))
            rules_report(run, input_attribute_place(meeting, "pykala"),
                         _("add paivays=\"…\", or leave pykala out"),
                         _("the item has a number but the meeting has no day"));
}

static bool same(const xmlNode *a, const xmlNode *b, const char *attribute)
{
    const char *value = input_attribute(a, attribute);
    return value && rules_has(b, attribute, value);
}

/* The board's meeting that prepared a council's meeting, or NULL. */
static xmlNodePtr board_meeting_of(const struct rules_run *run, const xmlNode *council)
{
    xmlNodePtr meeting = first_meeting(run);
    while (meeting && !(rules_has(meeting, "toimielin", "hallitus") &&
                        same(meeting, council, "osapuoli") && same(meeting, council, "aihe")))
        meeting = input_next(meeting, "kokous");
    return meeting;
}

void rules_meeting_order(const struct rules_run *run)
{
    for (xmlNodePtr meeting = first_meeting(run); meeting;
         meeting = input_next(meeting, "kokous")) {
        if (!rules_has(meeting, "toimielin", "valtuusto"))
            continue;
        const xmlNode *board = board_meeting_of(run, meeting);
        const char *prepared = board ? input_attribute(board, "paivays") : NULL;
        const char *decided = input_attribute(meeting, "paivays");
        if (prepared && decided && strcmp(decided, prepared) < 0)
            rules_report(run, input_attribute_place(meeting, "paivays"),
                         _("the board proposes first, then the council decides"),
                         _("the council meets on %s, before its board on %s"), decided, prepared);
    }
}

void rules_meeting_after_term(const struct rules_run *run)
{
    const xmlNode *agreement = rules_root(run->project->agreement);
    const char *ends = agreement ? input_attribute(agreement, "paattyy") : NULL;
    if (!ends)
        return;
    for (xmlNodePtr meeting = first_meeting(run); meeting;
         meeting = input_next(meeting, "kokous")) {
        const char *day = input_attribute(meeting, "paivays");
        if (day && strcmp(day, ends) > 0)
            rules_report(run, input_attribute_place(meeting, "paivays"), NULL,
                         _("the meeting on %s is after the agreement's last day %s"), day, ends);
    }
}
