/*
 * Meetings: the coordinator's workbook of meetings → changes of kokoukset.xml.
 *
 * In: a project and its agenda; a workbook whose sheet Kokoukset has a row for each meeting, known
 * by its id, as workbook_meetings writes it. Out: the bytes of the file of meetings, in which the
 * values that the workbook has are changed or added and all else is as it was, and a list of the
 * changes. A blank cell changes nothing.
 */
#ifndef PYKALA_MEETINGS_MEETINGS_H
#define PYKALA_MEETINGS_MEETINGS_H

#include "agenda/agenda.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "input/input.h"

#include <stdbool.h>
#include <stddef.h>

#define MEETINGS_SHEET "Kokoukset"

/* The columns of the sheet. Those from MEETING_DAY on are to be filled in. */
enum meeting_column {
    MEETING_KEY,
    MEETING_PARTY,
    MEETING_BODY,
    MEETING_MATTER,
    MEETING_DAY,
    MEETING_ITEM,
    MEETING_RECORD,
    MEETING_OUTCOME,
    MEETING_NAME,  /* of who presents the matter */
    MEETING_TITLE, /* of the same */
    MEETING_COLUMNS
};

/* The heads of the columns. */
extern const char *const meetings_heads[MEETING_COLUMNS];

/* What the outcome of a matter is called in the file and in the workbook; ended by NULLs. */
struct meeting_outcome {
    const char *id, *words;
};
extern const struct meeting_outcome meetings_outcomes[];

/* A meeting, or a blank one. */
struct meetings_row {
    const char *party, *body, *other_body, *matter, *year; /* ids; the last ones may be NULL */
    const xmlNode *meeting;                                /* in the project; NULL of a blank one */
    /* As the sheet shows them, and from MEETING_DAY on as the file has them; NULL where it has
     * none. The key is that of the row, of which no two are alike. */
    const char *cells[MEETING_COLUMNS];
};

struct meetings {
    const struct meetings_row *rows;
    size_t count;
};

/* Returns a row for each meeting of a body about a matter that papers treat, in the order of the
 * agenda: those of the project, and a blank one where there is none or the last has left the matter
 * open. All is in the arena. kinds is agenda_new's. */
struct meetings meetings_rows(const struct input_project *project, const struct agenda *agenda,
                              const xmlNode *kinds, struct arena *arena);

/*
 * Reads a workbook and appends the project's file of meetings with what the workbook says, and to
 * changes a line for each change. Without any change appends nothing. Returns false, appends
 * nothing and adds errors [xlsx-…], [meetings-…] when the workbook can't be read, or anything in it
 * isn't understood. The project has a valid file of meetings.
 */
bool meetings_read(const struct input_project *project, const struct meetings *meetings,
                   const char *workbook, struct arena *arena, struct diags *diags, struct buf *out,
                   struct buf *changes);

#endif
