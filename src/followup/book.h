/*
 * A workbook of answers, PARTY.xlsx, for whoever has never seen XML. workbook/workbook.h writes it;
 * followup reads it like PARTY.xml, through the XML that book_read makes of it.
 *
 * The sheet BOOK_ANSWERS has a row a question. A hidden row holds the names of the columns
 * (book_columns), and the hidden column BOOK_KEY of each row what the row answers:
 *
 *     paivays                                  the day of the answers
 *     vastaaja                                 the respondent's role
 *     vastuu MEASURE                           who is responsible, one a line or between semicolons
 *     tila MEASURE                             the measure's status
 *     mittari KIND MEASURE INDICATOR UNIT      an indicator; KIND is mittari/@laji, UNIT may be
 * empty ehdotus NUMBER ELEMENT                   a part of a proposal: toimenpide, kohde,
 * nykyinenTeksti … huomautus, huomautus ei                  a remark on the whole, and one that
 * isn't public
 *
 * The hidden sheet BOOK_FACTS has pairs of a name and a value (book_facts), and a row for each
 * measure: "toimenpide", its id, its number and its name.
 */
#ifndef PYKALA_FOLLOWUP_BOOK_H
#define PYKALA_FOLLOWUP_BOOK_H

#include "base/arena.h"
#include "followup/followup.h"

#define BOOK_ANSWERS "Vastaukset"
#define BOOK_FACTS "Tiedot"

/* The form's number. A change of what the rows and columns mean is another form. */
#define BOOK_FORM "1"

/* The columns of the answers, in the order in which they are written. They are read by name. */
enum book_column {
    BOOK_KEY,
    BOOK_NUMBER,
    BOOK_QUESTION,
    BOOK_TARGET,
    BOOK_PREVIOUS,
    BOOK_ANSWER,
    BOOK_UNIT,
    BOOK_DATE,
    BOOK_SOURCE,
    BOOK_YEAR,
    BOOK_REMARK,
    BOOK_SECRET, /* whether the remark isn't public */
    BOOK_REASON, /* why the question doesn't concern the party */
    BOOK_COLUMNS
};
extern const char *const book_columns[BOOK_COLUMNS];

/* The parts of a proposal, in the order of the vocabulary; the first two are attributes. */
enum { BOOK_PROPOSAL_PARTS = 5 };
extern const char *const book_proposal_parts[BOOK_PROPOSAL_PARTS];

/* A measure about which something can be proposed. */
struct book_measure {
    const char *id, *number, *name;
};

/* What a workbook says of itself. Its strings live as long as the follow-up or the arena. */
struct book_facts {
    const char *project, *party, *plan;
    const char *version; /* of the plan; "" when it has none */
    const char *year;

    /* For its readers only. */
    const char *party_name, *deadline;
    const char *contact; /* whom to ask; NULL when the project doesn't say */
    const struct book_measure *measures;
    size_t measure_count;
};

/* Returns what the workbook of a party that is asked about a year says of itself. */
struct book_facts book_facts(const struct followup *followup, int year, size_t party,
                             struct arena *arena);

#endif
