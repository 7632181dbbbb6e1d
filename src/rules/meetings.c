/* Meetings: days, numbers of items, and how a matter goes from one meeting to the next. Dates are
 * written year-month-day (the XSD holds it), so the order of the texts is the order of the days. */
#include "rules/rules_private.h"

#include "base/buf.h"
#include "base/memory.h"
#include "base/message.h"

#include <stdlib.h>
#include <string.h>

xmlNodePtr rules_first_meeting(const struct rules_run *run)
{
    return rules_child(run, rules_root(run->project->meetings), "kokous");
}

/* Reports a meeting with a number but no day: minutes number the items of each meeting or year
 * anew. */
void rules_meeting_item(struct rules_run *run)
{
    for (xmlNodePtr meeting = rules_first_meeting(run); meeting;
         meeting = rules_sibling(run, meeting, "kokous"))
        if (xml_attribute(meeting, "pykala") && !xml_attribute(meeting, "paivays"))
            rules_report(run, xml_attribute_place(meeting, "pykala"),
                         _("add paivays=\"…\", or leave pykala out"),
                         _("the item has a number but the meeting has no day"));
}

/* Returns whether the meeting has a decision, or says how it ended, and sets place to where. */
static bool has_outcome(const xmlNode *meeting, struct diag_place *place)
{
    const xmlNode *decision = xml_child(meeting, "paatos");
    bool has_result = xml_attribute(meeting, "tulos") != NULL;
    if (decision)
        *place = xml_place(decision);
    else if (has_result)
        *place = xml_attribute_place(meeting, "tulos");
    return decision || has_result;
}

/* Reports what minutes tell of a meeting that has no day. */
static void check_held(struct rules_run *run, const xmlNode *meeting)
{
    static const char *const told[] = {"kasittely", "eriavaMielipide", "poytakirja"};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        const xmlNode *element = xml_child(meeting, told[i]);
        if (element && !xml_attribute(meeting, "paivays"))
            rules_report(run, xml_place(element),
                         _("add paivays=\"…\" to <kokous>, or leave the element out"),
                         _("<%s> tells what happened in the meeting, but the meeting has no day"),
                         told[i]);
    }
}

/* Reports a decision without the day and the number by which it can be found in the minutes, and
 * what is told of a meeting without a day. A number without a day is rules_meeting_item's. */
void rules_meeting_decision(struct rules_run *run)
{
    for (xmlNodePtr meeting = rules_first_meeting(run); meeting;
         meeting = rules_sibling(run, meeting, "kokous")) {
        struct diag_place place;
        check_held(run, meeting);
        if (!has_outcome(meeting, &place) || xml_attribute(meeting, "pykala"))
            continue;
        bool has_day = xml_attribute(meeting, "paivays");
        rules_report(run, place,
                     has_day ? _("add pykala=\"…\" to <kokous>, or leave the decision out")
                             : _("add paivays=\"…\" and pykala=\"…\" to <kokous>, or leave the "
                                 "decision out"),
                     "%s",
                     has_day ? _("a decision stands here, but its § is missing")
                             : _("a decision stands here, but its date and its § are missing"));
    }
}

/* Returns what is the same in all meetings of a body about a matter: party, body and matter; of a
 * follow-up, its year, too. Owned by the caller (free). */
static char *meeting_key(const xmlNode *meeting, const char *body)
{
    bool is_other = strcmp(body, "muu") == 0;
    const char *const parts[] = {xml_attribute(meeting, "osapuoli"), body,
                                 is_other ? xml_attribute(meeting, "elin") : NULL,
                                 xml_attribute(meeting, "aihe"), xml_attribute(meeting, "vuosi")};
    struct buf key = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        buf_printf(&key, "%s/", parts[i] ? parts[i] : "");
    return key.data;
}

static xmlHashTablePtr new_table(void)
{
    xmlHashTablePtr table = xmlHashCreate(0);
    if (!table)
        memory_exhausted();
    return table;
}

bool rules_meeting_goes_on(const xmlNode *meeting)
{
    return xml_has(meeting, "tulos", "poydalle") || xml_has(meeting, "tulos", "palautettu");
}

/* Checks two meetings of a body about the same matter, the one right after the other. The matter is
 * reopened when the council has sent it back to the board between them. */
typedef void check_pair(struct rules_run *run, const xmlNode *earlier, const xmlNode *later,
                        bool is_reopened);

/* The meetings that a walk has passed, by meeting_key. */
struct passed {
    xmlHashTablePtr last;     /* each body's last meeting about each matter */
    xmlHashTablePtr reopened; /* the council's meeting that has sent a matter back since */
};

/* Checks a meeting against the last of the same body about the same matter, and passes it. */
static void pass(struct rules_run *run, struct passed *passed, xmlNodePtr meeting,
                 check_pair *check)
{
    char *key = meeting_key(meeting, xml_attribute(meeting, "toimielin"));
    char *board = meeting_key(meeting, "hallitus");
    const xmlNode *earlier = xmlHashLookup(passed->last, (const xmlChar *)key);
    if (earlier)
        check(run, earlier, meeting, xmlHashLookup(passed->reopened, (const xmlChar *)key));
    xmlHashUpdateEntry(passed->last, (const xmlChar *)key, meeting, NULL);
    xmlHashRemoveEntry(passed->reopened, (const xmlChar *)key, NULL);
    if (xml_has(meeting, "toimielin", "valtuusto") && rules_meeting_goes_on(meeting))
        xmlHashUpdateEntry(passed->reopened, (const xmlChar *)board, meeting, NULL);
    free(key);
    free(board);
}

static void check_pairs(struct rules_run *run, check_pair *check)
{
    struct passed passed = {.last = new_table(), .reopened = new_table()};
    for (xmlNodePtr meeting = rules_first_meeting(run); meeting;
         meeting = rules_sibling(run, meeting, "kokous"))
        pass(run, &passed, meeting, check);
    xmlHashFree(passed.last, NULL);
    xmlHashFree(passed.reopened, NULL);
}

static void check_twice(struct rules_run *run, const xmlNode *earlier, const xmlNode *later,
                        bool is_reopened)
{
    if (!rules_meeting_goes_on(earlier) && !is_reopened &&
        rules_report(run, xml_place(later),
                     _("leave one of the two out, or give them different years; if the first left "
                       "the matter open, say so: tulos=\"poydalle\" or \"palautettu\""),
                     _("this body's meeting about the same matter is on line %d already"),
                     xml_place(earlier).line))
        diag_relate(run->diags, xml_place(earlier));
}

/* Reports a second meeting where the first has not left the matter open. XSD 1.0 cannot: an absent
 * @vuosi would take the meeting out of the key. */
void rules_meeting_twice(struct rules_run *run)
{
    check_pairs(run, check_twice);
}

static void check_sequence(struct rules_run *run, const xmlNode *earlier, const xmlNode *later,
                           bool is_reopened)
{
    const char *first = xml_attribute(earlier, "paivays"), *next = xml_attribute(later, "paivays");
    (void)is_reopened; /* days go forward in any case */
    if (rules_meeting_goes_on(earlier) && first && next && strcmp(next, first) <= 0 &&
        rules_report(run, xml_attribute_place(later, "paivays"),
                     _("put the meetings in the order of their days, or mend one of the days"),
                     _("the body takes the matter up again on %s, and left it open on %s"), next,
                     first))
        diag_relate(run->diags, xml_attribute_place(earlier, "paivays"));
}

void rules_meeting_sequence(struct rules_run *run)
{
    check_pairs(run, check_sequence);
}

/* Returns the last meeting of each party's board about each matter; free with xmlHashFree. */
static xmlHashTablePtr board_meetings(struct rules_run *run)
{
    xmlHashTablePtr boards = new_table();
    for (xmlNodePtr meeting = rules_first_meeting(run); meeting;
         meeting = rules_sibling(run, meeting, "kokous")) {
        if (!xml_has(meeting, "toimielin", "hallitus"))
            continue;
        char *key = meeting_key(meeting, "hallitus");
        xmlHashUpdateEntry(boards, (const xmlChar *)key, meeting, NULL);
        free(key);
    }
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
    for (xmlNodePtr meeting = rules_first_meeting(run); meeting;
         meeting = rules_sibling(run, meeting, "kokous")) {
        char *key = meeting_key(meeting, "hallitus");
        if (xml_has(meeting, "toimielin", "valtuusto") && !rules_meeting_goes_on(meeting))
            check_council(run, meeting, xmlHashLookup(boards, (const xmlChar *)key));
        free(key);
    }
    xmlHashFree(boards, NULL);
}

/* Returns whether the project follows up a year. */
static bool is_followed(const struct rules_run *run, const char *year)
{
    const xmlNode *years = xml_child(rules_root(run->project->project), "seurantavuodet");
    const xmlNode *found = years ? xml_child(years, "seurantavuosi") : NULL;
    while (found && !xml_has(found, "vuosi", year))
        found = xml_next(found, "seurantavuosi");
    return found;
}

static void check_year(struct rules_run *run, const xmlNode *meeting, const char *year)
{
    bool is_of_year = input_is_of_year(meeting);
    if (is_of_year && !year)
        rules_report(run, xml_place(meeting), _("add vuosi=\"…\", the follow-up year"),
                     _("a meeting about the follow-up, or about a change of the plan, does not say "
                       "of which year"));
    else if (year && !is_of_year)
        rules_report(run, xml_attribute_place(meeting, "vuosi"), _("leave vuosi out"),
                     _("vuosi=\"%s\": only the follow-up and a change of the plan have a year"),
                     year);
    else if (year && !is_followed(run, year))
        rules_report(run, xml_attribute_place(meeting, "vuosi"),
                     _("mend the year, or add it to the project's <seurantavuodet>"),
                     _("vuosi=\"%s\": the project does not follow up that year"), year);
}

/* Reports meetings that would be in no paper, since their year is missing or wrong. */
void rules_meeting_year(struct rules_run *run)
{
    if (!rules_root(run->project->project))
        return; /* a file alone: its project knows the years */
    for (xmlNodePtr meeting = rules_first_meeting(run); meeting;
         meeting = rules_sibling(run, meeting, "kokous"))
        check_year(run, meeting, xml_attribute(meeting, "vuosi"));
}

/* Reports minutes that became visible before their meeting. */
void rules_meeting_visible(struct rules_run *run)
{
    for (xmlNodePtr meeting = rules_first_meeting(run); meeting;
         meeting = rules_sibling(run, meeting, "kokous")) {
        const xmlNode *minutes = rules_child(run, meeting, "poytakirja");
        const char *day = xml_attribute(meeting, "paivays");
        const char *visible = minutes ? xml_attribute(minutes, "nahtavilla") : NULL;
        if (day && visible && strcmp(visible, day) < 0)
            rules_report(run, xml_attribute_place(minutes, "nahtavilla"),
                         _("mend one of the two days: the minutes follow the meeting"),
                         _("the minutes are visible on %s, before the meeting on %s"), visible,
                         day);
    }
}

/* Returns the agreement's last day; NULL where it is unknown, or reported as wrong. */
static const char *last_day(struct rules_run *run)
{
    const xmlNode *agreement = rules_root(run->project->agreement);
    if (!agreement || !xml_knows_all(agreement, "alkaa paattyy"))
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
    for (xmlNodePtr meeting = rules_first_meeting(run); meeting;
         meeting = rules_sibling(run, meeting, "kokous")) {
        const char *day = xml_attribute(meeting, "paivays");
        if (day && strcmp(day, ends) > 0)
            rules_report(run, xml_attribute_place(meeting, "paivays"),
                         _("check the meeting's day and the agreement's last day (paattyy)"),
                         _("the meeting on %s is after the agreement's last day %s"), day, ends);
    }
}
