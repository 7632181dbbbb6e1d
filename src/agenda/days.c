#include "agenda/days.h"

#include "base/blank.h"
#include "base/memory.h"

#include <libxml/hash.h>

#include <stdlib.h>
#include <string.h>

struct agenda_days {
    struct arena *arena;
    xmlHashTablePtr meetings; /* by party, matter and body: the last dated meeting's day */
    const char *agreement;    /* its own; NULL where not known */
};

static char *value_of(const xmlNode *element, const char *name, struct arena *arena)
{
    size_t size = 0;
    const char *value = element ? xml_attribute(element, name) : NULL;
    const char *trimmed = value ? blank_trim(value, &size) : NULL;
    return size ? arena_strndup(arena, trimmed, size) : NULL;
}

static const xmlNode *root_of(const struct input_document *document)
{
    return document && document->xml ? xmlDocGetRootElement(document->xml) : NULL;
}

/* Returns the body's name, with its id where it is another than the two that all have. */
static const char *body_of(const xmlNode *element, struct arena *arena)
{
    const char *body = xml_attribute(element, "toimielin"), *other = xml_attribute(element, "elin");
    return arena_printf(arena, "%s %s", body ? body : "", other ? other : "");
}

static void keep(struct agenda_days *days, const xmlNode *meeting, const char *body, char *day)
{
    const char *party = xml_attribute(meeting, "osapuoli");
    const char *matter = xml_attribute(meeting, "aihe");
    if (party && matter)
        xmlHashUpdateEntry3(days->meetings, (const xmlChar *)party, (const xmlChar *)matter,
                            (const xmlChar *)body, day, NULL);
}

/* Keeps a meeting's day for the papers of its body, and for those of the party that are for none.
 */
static void keep_meeting(struct agenda_days *days, const xmlNode *meeting)
{
    char *day = value_of(meeting, "paivays", days->arena);
    if (!day)
        return;
    keep(days, meeting, body_of(meeting, days->arena), day);
    keep(days, meeting, "", day);
}

static void read_agreement(struct agenda_days *days, const xmlNode *agreement)
{
    const char *dated = value_of(agreement, "paivays", days->arena);
    days->agreement = dated ? dated : value_of(agreement, "alkaa", days->arena);
}

struct agenda_days *agenda_days_new(const struct input_project *project)
{
    struct agenda_days *days = memory_new(1, sizeof *days);
    days->arena = arena_new();
    days->meetings = xmlHashCreate(0);
    if (!days->meetings)
        memory_exhausted();
    read_agreement(days, root_of(project->agreement));
    const xmlNode *meetings = root_of(project->meetings);
    const xmlNode *meeting = meetings ? xml_child(meetings, "kokous") : NULL;
    for (; meeting; meeting = xml_next(meeting, "kokous"))
        keep_meeting(days, meeting);
    return days;
}

void agenda_days_free(struct agenda_days *days)
{
    xmlHashFree(days->meetings, NULL);
    arena_free(days->arena);
    free(days);
}

/* Returns the day of the last dated meeting that a paper goes to, or NULL. */
static const char *meeting_day(const struct agenda_days *days, const xmlNode *paper,
                               const xmlNode *party, struct arena *arena)
{
    const char *matter = xml_attribute(paper, "aihe");
    const char *id = party ? xml_attribute(party, "tunnus") : NULL;
    if (!id || !matter)
        return NULL;
    const char *body = xml_attribute(paper, "toimielin") ? body_of(paper, arena) : "";
    return xmlHashLookup3(days->meetings, (const xmlChar *)id, (const xmlChar *)matter,
                          (const xmlChar *)body);
}

/* Returns the day that a version of the plan bears, else the first of its term, else the
 * agreement's. */
static const char *plan_day(const struct agenda_days *days, const struct input_version *version,
                            struct arena *arena)
{
    const xmlNode *plan = input_version_root(version);
    const char *dated = value_of(plan, "paivays", arena);
    const char *year = value_of(plan, "kausiAlkaa", arena);
    if (dated)
        return dated;
    return year ? arena_printf(arena, "%s-01-01", year) : days->agreement;
}

const char *agenda_day_of(const struct agenda_days *days, const xmlNode *paper,
                          const xmlNode *party, const struct input_version *version,
                          const struct input_term *term, struct arena *arena)
{
    const char *year = value_of(paper, "vuosi", arena);
    if (year)
        return arena_printf(arena, "%s-12-31", year);
    const char *day = meeting_day(days, paper, party, arena);
    if (!day)
        day = xml_has(paper, "aihe", "suunnitelma") ? plan_day(days, version, arena)
                                                    : days->agreement;
    if (*term->begins && (!day || strcmp(day, term->begins) < 0))
        day = term->begins;
    return day ? arena_strdup(arena, day) : NULL;
}
