#include "meetings/meetings.h"

#include "agenda/names.h"
#include "base/calendar.h"

#include <stdlib.h>
#include <string.h>

const char *const meetings_heads[MEETING_COLUMNS] = {
    [MEETING_KEY] = "Tunnus",
    [MEETING_PARTY] = "Osapuoli",
    [MEETING_BODY] = "Toimielin",
    [MEETING_MATTER] = "Asia",
    [MEETING_DAY] = "Kokouspäivä",
    [MEETING_ITEM] = "Pykälä",
    [MEETING_RECORD] = "Diaarinumero",
    [MEETING_OUTCOME] = "Tulos",
    [MEETING_NAME] = "Esittelijän nimi",
    [MEETING_TITLE] = "Esittelijän tehtävä",
};

struct making {
    const struct input_project *project;
    const xmlNode *kinds;
    struct arena *arena;
    struct buf rows; /* struct meetings_row */
};

static const xmlNode *root_of(const struct input_document *document)
{
    return document && document->xml ? xmlDocGetRootElement(document->xml) : NULL;
}

static bool is_same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

/* Returns whether a meeting is of the row's party and body, and about its matter. */
static bool is_of(const xmlNode *meeting, const struct meetings_row *row)
{
    return is_same(xml_attribute(meeting, "osapuoli"), row->party) &&
           is_same(xml_attribute(meeting, "toimielin"), row->body) &&
           is_same(xml_attribute(meeting, "elin"), row->other_body) &&
           is_same(xml_attribute(meeting, "aihe"), row->matter) &&
           is_same(xml_attribute(meeting, "vuosi"), row->year);
}

static const char *text_of(const xmlNode *element, const char *child, struct arena *arena)
{
    char *text = element ? xml_child_text(element, child) : NULL;
    const char *copy = text ? arena_strdup(arena, text) : NULL;
    free(text);
    return copy;
}

/* Fills in what the file says of the row's meeting. */
static void read_meeting(struct meetings_row *row, struct arena *arena)
{
    const xmlNode *presenter = xml_child(row->meeting, "esittelija");
    row->cells[MEETING_DAY] = xml_attribute(row->meeting, "paivays");
    row->cells[MEETING_ITEM] = xml_attribute(row->meeting, "pykala");
    row->cells[MEETING_RECORD] = xml_attribute(row->meeting, "diaarinumero");
    row->cells[MEETING_OUTCOME] = xml_attribute(row->meeting, "tulos");
    row->cells[MEETING_NAME] = text_of(presenter, "nimi", arena);
    row->cells[MEETING_TITLE] = text_of(presenter, "tehtava", arena);
}

/* Adds a row like the given one, the number-th about the same. */
static void add_row(struct making *making, struct meetings_row row, const xmlNode *meeting,
                    int number)
{
    row.cells[MEETING_KEY] =
        arena_printf(making->arena, "%s/%s%s%s/%s%s%s/%d", row.party, row.body,
                     row.other_body ? ":" : "", row.other_body ? row.other_body : "", row.matter,
                     row.year ? "-" : "", row.year ? row.year : "", number);
    row.meeting = meeting;
    if (meeting)
        read_meeting(&row, making->arena);
    buf_append(&making->rows, &row, sizeof row);
}

/* Adds the meetings about what the row says, and a blank one where the matter goes on. */
static void add_meetings(struct making *making, const struct meetings_row *row)
{
    const xmlNode *root = root_of(making->project->meetings), *last = NULL;
    const xmlNode *meeting = root ? xml_child(root, "kokous") : NULL;
    int number = 1;
    for (; meeting; meeting = xml_next(meeting, "kokous"))
        if (is_of(meeting, row)) {
            add_row(making, *row, meeting, number++);
            last = meeting;
        }
    if (!last || xml_has(last, "tulos", "poydalle") || xml_has(last, "tulos", "palautettu"))
        add_row(making, *row, NULL, number);
}

static const xmlNode *find_party(const struct making *making, const char *id)
{
    const xmlNode *root = root_of(making->project->parties);
    const xmlNode *party = root ? xml_child(root, "osapuoli") : NULL;
    while (party && !xml_has(party, "tunnus", id))
        party = xml_next(party, "osapuoli");
    return party;
}

static const char *matter_name(const struct agenda_paper *paper, struct arena *arena)
{
    static const char *const names[][2] = {
        {"sopimus", "Sopimus"},
        {"suunnitelma", "Suunnitelma"},
        {"seuranta", "Seuranta"},
        {"neuvottelut", "Neuvottelut"},
        {"muutos", "Suunnitelman muutosehdotukset"},
    };
    const char *name = paper->subject;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i][0], paper->subject) == 0)
            name = names[i][1];
    return paper->year ? arena_printf(arena, "%s %s", name, paper->year) : name;
}

/* Fills in what the row of a paper says of whose meeting it is. */
static struct meetings_row row_of(const struct making *making, const struct agenda_paper *paper)
{
    struct arena *arena = making->arena;
    struct meetings_row row = {.party = paper->party,
                               .body = paper->body,
                               .other_body = paper->other_body,
                               .matter = paper->subject,
                               .year = paper->year};
    const xmlNode *party = find_party(making, paper->party);
    const char *name = text_of(xml_child(party, "nimimuodot"), "nominatiivi", arena);
    const char *body = paper->other_body
                           ? agenda_other_body_name(arena, party, paper->other_body)
                           : agenda_body_name(arena, party, paper->body, making->kinds);
    row.cells[MEETING_PARTY] = name ? name : paper->party;
    row.cells[MEETING_BODY] = body ? body : paper->body;
    row.cells[MEETING_MATTER] = matter_name(paper, arena);
    return row;
}

/* Returns whether an earlier paper, from first on, is of the same party and body about the same. */
static bool is_known(const struct making *making, size_t first, const struct meetings_row *row)
{
    const struct meetings_row *rows = (const void *)making->rows.data;
    for (size_t i = first; i < making->rows.size / sizeof *rows; i++)
        if (is_same(rows[i].party, row->party) && is_same(rows[i].body, row->body) &&
            is_same(rows[i].other_body, row->other_body) && is_same(rows[i].matter, row->matter) &&
            is_same(rows[i].year, row->year))
            return true;
    return false;
}

struct meetings meetings_rows(const struct input_project *project, const struct agenda *agenda,
                              const xmlNode *kinds, struct arena *arena)
{
    struct making making = {.project = project, .kinds = kinds, .arena = arena};
    size_t first = 0; /* of the party's rows: its papers come after one another */
    const char *party = NULL;
    for (size_t i = 0; i < agenda->count; i++) {
        const struct agenda_paper *paper = &agenda->papers[i];
        if (!paper->party || !paper->body)
            continue;
        if (!is_same(party, paper->party))
            first = making.rows.size / sizeof(struct meetings_row);
        party = paper->party;
        struct meetings_row row = row_of(&making, paper);
        if (!is_known(&making, first, &row))
            add_meetings(&making, &row);
    }
    struct meetings meetings = {.count = making.rows.size / sizeof(struct meetings_row)};
    struct meetings_row *rows = arena_array(arena, meetings.count, sizeof *rows);
    if (meetings.count)
        memcpy(rows, making.rows.data, making.rows.size);
    meetings.rows = rows;
    buf_free(&making.rows);
    return meetings;
}
