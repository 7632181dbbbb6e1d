/* Dates are written year-month-day (the XSD holds it), so the order of the texts is the order of
 * the days. */
#include "rules/rules_private.h"

#include "base/buf.h"
#include "base/memory.h"
#include "base/message.h"

#include <stdlib.h>
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
        if (begins && ends && strcmp(ends, begins) < 0)
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

static xmlNodePtr first_meeting(struct rules_run *run)
{
    return rules_child(rules_root(run->project->meetings), "kokous");
}

/* Reports a meeting with a number but no day: minutes number the items of each meeting or year
 * anew. */
void rules_meeting_item(struct rules_run *run)
{
    for (xmlNodePtr meeting = first_meeting(run); meeting;
         meeting = rules_sibling(meeting, "kokous"))
        if (xml_attribute(meeting, "pykala") && !xml_attribute(meeting, "paivays"))
            rules_report(run, xml_attribute_place(meeting, "pykala"),
                         _("add paivays=\"…\", or leave pykala out"),
                         _("the item has a number but the meeting has no day"));
}

/* Reports a decision without the day and the number by which it can be found in the minutes. A
 * number without a day is rules_meeting_item's. */
void rules_meeting_decision(struct rules_run *run)
{
    for (xmlNodePtr meeting = first_meeting(run); meeting;
         meeting = rules_sibling(meeting, "kokous")) {
        const xmlNode *decision = xml_child(meeting, "paatos");
        if (!decision || xml_attribute(meeting, "pykala"))
            continue;
        bool has_day = xml_attribute(meeting, "paivays");
        rules_report(run, xml_place(decision),
                     has_day ? _("add pykala=\"…\" to <kokous>, or leave the decision out")
                             : _("add paivays=\"…\" and pykala=\"…\" to <kokous>, or leave the "
                                 "decision out"),
                     "%s",
                     has_day ? _("a decision stands here, but its § is missing")
                             : _("a decision stands here, but its date and its § are missing"));
    }
}

/* Returns a meeting's party, body and matter; of a follow-up, its year, too. Owned by the caller
 * (free). */
static char *meeting_key(const xmlNode *meeting)
{
    static const char *const parts[] = {"osapuoli", "toimielin", "aihe", "vuosi"};
    struct buf key = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *value = xml_attribute(meeting, parts[i]);
        buf_printf(&key, "%s/", value ? value : "");
    }
    return key.data;
}

/* Reports a second meeting. XSD 1.0 cannot: an absent @vuosi would take the meeting out of the key.
 */
void rules_meeting_twice(struct rules_run *run)
{
    xmlHashTablePtr meetings = xmlHashCreate(0);
    if (!meetings)
        memory_exhausted();
    for (xmlNodePtr meeting = first_meeting(run); meeting;
         meeting = rules_sibling(meeting, "kokous")) {
        char *key = meeting_key(meeting);
        const xmlNode *earlier = xmlHashLookup(meetings, (const xmlChar *)key);
        if (earlier && rules_report(run, xml_place(meeting),
                                    _("leave one of the two out, or give them different years"),
                                    _("this body's meeting about the same matter is on line %d "
                                      "already"),
                                    xml_place(earlier).line))
            diag_relate(run->diags, xml_place(earlier));
        if (!earlier)
            xmlHashAddEntry(meetings, (const xmlChar *)key, meeting);
        free(key);
    }
    xmlHashFree(meetings, NULL);
}

/* Returns the boards' meetings by party and matter; free with xmlHashFree. */
static xmlHashTablePtr board_meetings(struct rules_run *run)
{
    xmlHashTablePtr boards = xmlHashCreate(0);
    if (!boards)
        memory_exhausted();
    for (xmlNodePtr meeting = first_meeting(run); meeting;
         meeting = rules_sibling(meeting, "kokous"))
        if (xml_has(meeting, "toimielin", "hallitus"))
            xmlHashAddEntry2(boards, (const xmlChar *)xml_attribute(meeting, "osapuoli"),
                             (const xmlChar *)xml_attribute(meeting, "aihe"), meeting);
    return boards;
}

static void check_council(struct rules_run *run, const xmlNode *council, const xmlNode *board)
{
    const char *prepared = board ? xml_attribute(board, "paivays") : NULL;
    const char *decided = xml_attribute(council, "paivays");
    if (prepared && decided && strcmp(decided, prepared) < 0)
        rules_report(run, xml_attribute_place(council, "paivays"),
                     _("the board proposes first, then the council decides"),
                     _("the council meets on %s, before its board on %s"), decided, prepared);
}

void rules_meeting_order(struct rules_run *run)
{
    xmlHashTablePtr boards = board_meetings(run);
    for (xmlNodePtr meeting = first_meeting(run); meeting;
         meeting = rules_sibling(meeting, "kokous"))
        if (xml_has(meeting, "toimielin", "valtuusto"))
            check_council(run, meeting,
                          xmlHashLookup2(boards,
                                         (const xmlChar *)xml_attribute(meeting, "osapuoli"),
                                         (const xmlChar *)xml_attribute(meeting, "aihe")));
    xmlHashFree(boards, NULL);
}

/* Returns the agreement's last day; NULL where it is unknown, or reported as wrong. */
static const char *last_day(struct rules_run *run)
{
    const xmlNode *agreement = rules_root(run->project->agreement);
    if (!agreement || !xml_is_sound(agreement))
        return NULL;
    const char *begins = xml_attribute(agreement, "alkaa");
    const char *ends = xml_attribute(agreement, "paattyy");
    return begins && ends && strcmp(ends, begins) < 0 ? NULL : ends;
}

void rules_meeting_after_term(struct rules_run *run)
{
    const char *ends = last_day(run);
    if (!ends)
        return;
    for (xmlNodePtr meeting = first_meeting(run); meeting;
         meeting = rules_sibling(meeting, "kokous")) {
        const char *day = xml_attribute(meeting, "paivays");
        if (day && strcmp(day, ends) > 0)
            rules_report(run, xml_attribute_place(meeting, "paivays"),
                         _("check the meeting's day and the agreement's last day (paattyy)"),
                         _("the meeting on %s is after the agreement's last day %s"), day, ends);
    }
}
