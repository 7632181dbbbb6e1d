/* The data of a follow-up. plan.c reads the plan's versions, the register and the years; version.c
 * says what goes on from one version to the next; load.c goes through the folders; check.c and its
 * rules check a file; answers.c takes its answers over. All memory is the follow-up's arena. */
#ifndef PYKALA_FOLLOWUP_PRIVATE_H
#define PYKALA_FOLLOWUP_PRIVATE_H

#include "followup/followup.h"
#include "followup/lookup.h"
#include "followup/questions.h"
#include "followup/trace.h"

#include "base/arena.h"
#include "base/decimal.h"

#include <libxml/hash.h>

struct followup_kind_names {
    const char *name;   /* mittari/@laji */
    const char *answer; /* the element that answers it */
};
extern const struct followup_kind_names followup_kinds[KINDS];

/* Returns whether answers of the kind are numbers. */
bool followup_kind_is_number(enum followup_kind kind);

struct followup_indicator {
    const char *id, *question, *unit, *source; /* unit and source may be NULL */
    const char *deadline;                      /* the day by which it is promised; or NULL */
    const char *presupposed;                   /* id of an indicator of the region, or NULL */
    enum followup_kind kind;
    ptrdiff_t reporter; /* of a region's indicator; LOOKUP_NONE */
    bool is_regional;
    bool *expected; /* of each party, whether it is to answer while it is one of the agreement's */
    bool expects_unknown; /* somebody whom the register doesn't have */
    size_t measure;
    struct decimal low, high, least, greatest; /* target, least and greatest possible answer */
    bool is_for_term; /* the target is for the whole term, not for each year */
    /* Of each version of the plan, the indicator that this one goes on as; its own holds this one.
     * NULL where a version doesn't have it. */
    const struct followup_indicator **in_versions;
};

struct followup_measure {
    const char *id, *number, *name;
    bool *responsible;         /* of each party: those that name an officer for it, too */
    ptrdiff_t status_reporter; /* the party that reports the whole region's status; LOOKUP_NONE */
};

/* A version of the plan. Its questions are those of the years at whose end it is in force. */
struct followup_version {
    size_t index;               /* in followup.versions */
    const char *plan, *name;    /* tunnus, and versio or NULL */
    const char *begins;         /* its first day; empty: from the beginning */
    int first_year;             /* at whose end it has begun; 0: from the beginning */
    bool is_told_apart;         /* no other has its name, and it has one where there are others */
    int term_begins, term_ends; /* 0 when the plan doesn't say */
    struct followup_measure *measures;
    struct followup_indicator *indicators;
    size_t measure_count, indicator_count;
    struct lookup measure_index, indicator_index;
};

struct followup_register_party {
    const char *id, *kind, *name;
    int first_year, last_year; /* those at whose end it is one of the agreement's parties */
};

enum followup_status {
    STATUS_MISSING,
    STATUS_NOT_STARTED,
    STATUS_UNDER_WAY,
    STATUS_DONE,
    STATUS_HALTED,
    STATUS_NOT_ASKED, /* not responsible by the plan, and without a status of its own */
    STATUSES
};
extern const char *const followup_statuses[STATUSES];
extern const char *const followup_statuses_said[STATUSES]; /* as people say them; or NULL */

enum followup_word {
    WORD_MISSING,
    WORD_YES,
    WORD_NO,
    WORD_DONE,
    WORD_NOT_DONE,
    WORD_IN_PROGRESS,
    WORD_VALUE,
    WORD_TEXT,
    WORD_NOT_APPLICABLE,
    WORDS
};
extern const char *const followup_words[WORDS];
extern const char *const followup_words_said[WORDS]; /* as people say them; or NULL */

/* Where an answer stands: a line of a file of XML, a cell of a workbook ("Vastaukset!C12"), or both
 * in XML that was made of a workbook. All zero: nowhere. */
struct followup_place {
    int line;
    const char *cell;
};

/* One answer. All zero is a missing one. */
struct followup_answer {
    enum followup_word word;
    int64_t value; /* DECIMAL_UNIT is 1 */
    const char *text, *remark, *date, *last_date, *source, *source_year;
    bool is_remark_secret;
    struct followup_place place;
};

struct followup_texts {
    const char **items;
    size_t count, capacity;
};

/* A party's answer about a measure. */
struct followup_measure_answer {
    enum followup_status status;
    struct followup_texts people;
    const char *remark;
    bool is_remark_secret;
    struct followup_place place;
};

struct followup_note {
    const char *text;
    bool is_secret; /* for the coordinator alone */
    struct followup_place place;
};

struct followup_notes {
    struct followup_note *items;
    size_t count, capacity;
};

/* A proposal to change the plan, or what the follow-up asks. */
struct followup_proposal {
    const char *measure; /* id; NULL when it isn't about one measure */
    const char *target, *current, *proposed, *reasons; /* NULL where blank */
    struct followup_place place;
};

struct followup_proposals {
    struct followup_proposal *items;
    size_t count, capacity;
};

/* A party's answers in a year. */
struct followup_submission {
    enum followup_state state;
    const char *file, *date, *respondent;
    const struct trace *trace; /* what of it is compared with other files; NULL: nothing */
    const char *unread;        /* what lies in the year's folder under the party's name; or NULL */
    bool is_example, is_late;  /* is_late: dated after the deadline */
    /* One an indicator and one a measure of the year's version of the plan; NULL unless accepted.
     */
    struct followup_answer *answers;
    struct followup_measure_answer *measures;
    struct followup_proposals proposals;
    struct followup_notes remarks;
};

struct followup_year {
    int year;
    const char *deadline;                    /* NULL when the project doesn't follow up the year */
    const struct followup_version *version;  /* of the plan, whose questions the year answers */
    bool is_certain;                         /* that it is this version: else a rule tells why */
    struct followup_submission *submissions; /* one a party */
    xmlDocPtr review;                        /* the coordinator's words (vuosikatsaus); or NULL */
};

struct followup {
    struct arena *arena;
    const char *folder;             /* of the answers, from the project's folder */
    struct diag_place folder_place; /* that names it */
    bool has_folder;                /* it is there */
    const char *project, *contact;  /* its id, and whom to ask, in words, or NULL */
    bool is_example;
    struct followup_register_party *parties;
    struct followup_version *versions; /* in the order of the project file */
    struct followup_year *years, *declared;
    struct followup_year *before; /* the year before the first, read to be compared with; or NULL */
    size_t party_count, version_count, year_count, declared_count;
    struct lookup party_index;
    xmlHashTablePtr called; /* the parties by what they are called (whose.c); NULL without any */
};

/* Fills in the folder of the answers and the years that the project follows up. */
void followup_read_folders(struct followup *followup, const struct input_project *project);

/* Fills in all else but the years' answers, from a project that answers can be compared with. */
void followup_read_plan(struct followup *followup, const struct input_project *project);

/* Finds which versions can be told apart, and what each indicator goes on as in the others: one of
 * the same id whose answers can be compared. */
void followup_link_versions(struct followup *followup);

/* Returns the version whose questions a year answers: the last that has begun by the end of it,
 * else the first. */
const struct followup_version *followup_version_of(const struct followup *followup, int year);

/* Returns what an indicator goes on as in the version of a year; NULL when that doesn't have it. */
const struct followup_indicator *followup_indicator_in(const struct followup_indicator *indicator,
                                                       const struct followup_year *year);

/* Returns a year that was read, or NULL; not the one before the first. */
const struct followup_year *followup_year(const struct followup *followup, int year);

/* Returns whether a party is one of the agreement's on the last day of a year: that is whose
 * answers are asked for and counted. */
bool followup_is_bound(const struct followup *followup, int year, size_t party);

/* Returns whether a party is to answer an indicator, of the year's version, in a year. One that
 * reports for the whole region may be outside the agreement all the time. */
bool followup_expects(const struct followup *followup, int year, size_t party,
                      const struct followup_indicator *indicator);

/* Returns an attribute's value without white space at its ends, in the arena; NULL when it is
 * absent. */
const char *followup_field(const xmlNode *element, const char *attribute, struct arena *arena);

/* Returns an attribute's value in the same way; NULL also when it is blank. */
const char *followup_filled(const xmlNode *element, const char *attribute, struct arena *arena);

/* Returns an element's text, its white space collapsed as xs:token does, in the arena. */
const char *followup_text(const xmlNode *element, struct arena *arena);

/* Returns an element's text in the same way; NULL also when it is blank. */
const char *followup_filled_text(const xmlNode *element, struct arena *arena);

/* Returns the number of a year in four digits; 0 for NULL. */
int followup_year_number(const char *text);

/* Returns the index of a word in a table of words; count when it isn't there. */
size_t followup_index(const char *const *words, size_t count, const char *word);

/* Reads what the parties are called: their ids, and the forms of their names in the register. */
void followup_read_names(struct followup *followup, const xmlNode *parties);

/* Return the party that a name means, in whatever form of the register's, case of letters and sign
 * between its words; and the one that a file is named after, whatever its endings and the marks of
 * a copy ("Joutsa (2).xml.txt"). LOOKUP_NONE when that isn't known. */
ptrdiff_t followup_party_called(const struct followup *followup, const char *name);
ptrdiff_t followup_party_of_file(const struct followup *followup, const char *name);

/* Returns a text without spaces, in one Unicode form and case. Owned by the caller (g_free). */
char *followup_plain(const char *text);

/* Returns whether two units are the same but for their Unicode form, spaces and case of letters. */
bool followup_same_unit(const char *one, const char *other);

/* Returns the first child that is an element, or NULL. */
xmlNodePtr followup_first_element(const xmlNode *parent);

/* Adds what was found wrong in a file of answers before it was compared: of what the schema says,
 * in which measure and question it is, and which party was meant. */
void followup_add_faults(const struct followup *followup, const struct input_document *document,
                         const struct diags *faults, struct diags *diags);

/* Reports what lies in a year's folder, whose path is given, and isn't read; notes whose it seems
 * to be. */
void followup_report_unread(const struct followup *followup, struct followup_year *year,
                            const char *path, struct diags *diags);

/* Reports what lies in the folder of answers beside the years' folders, and what lies beside it
 * under the name of a party or a year. */
void followup_report_strays(const struct followup *followup, const struct input_project *project,
                            struct diags *diags);

/* Reads and checks the coordinator's words for a year (katsaus.xml in the folder of its answers),
 * where there are any. They are left out while anything is wrong with them. */
void followup_load_review(const struct followup *followup, struct followup_year *year,
                          const struct schema *schema, const struct input_project *project,
                          struct diags *diags);

/* Returns items with room for one more. Vectors grow by doubling within the arena: the old ones
 * take at most as much again. */
void *followup_grown(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size);

/* Rejects a party's answers: nothing of them counts. file is theirs where they have none yet. */
void followup_reject(struct followup_submission *submission, const char *file);

/* Takes the answers of a valid file about a version of the plan over, into the arena. */
void followup_take(const struct followup_version *version, const xmlNode *root, struct arena *arena,
                   struct followup_submission *submission);

#endif
