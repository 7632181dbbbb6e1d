/*
 * Follow-up: the parties' yearly answers on the plan → one summary tree.
 *
 * In: a project, whose files are valid as far as the answers are compared with them, and the answer
 * files in its seurantaKansio (FOLDER/YEAR/PARTY.xml). Out: for each party and year whether its
 * answers are accepted, the summary of a year as an XML tree, the same as JSON and as tables
 * (table.h), and the forms for the next round.
 *
 * A file with an error, of the schema or of a rule (docs/followup.md lists them), is rejected
 * whole: none of its answers are counted. What is missing is "eiRaportoitu" and never a no. Numbers
 * are exact decimals. The project may be freed before the follow-up.
 */
#ifndef PYKALA_FOLLOWUP_FOLLOWUP_H
#define PYKALA_FOLLOWUP_FOLLOWUP_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/names.h"
#include "input/input.h"

struct followup;

/* The folder in a year's folder in which earlier answers are kept, which nothing reads. */
#define FOLLOWUP_EARLIER "aiemmat"

/* Return whether the project names a folder of answers, and the element that does (seurantaKansio;
 * NULL: none). */
bool followup_has(const struct input_project *project);
const xmlNode *followup_folder_element(const struct input_project *project);

/* Returns whether the project's files are sound where answers are compared with them: the years,
 * the register and the plan's measures. Faults there have been reported. */
bool followup_can_compare(const struct input_project *project);

/* Reports faults of the answers of the years from first to last by themselves, where there is
 * nothing to compare them with. Adds the paths of the files, copied into the arena, but not of
 * forms that nobody has filled in. The project has a folder of answers. */
void followup_check_form(const struct schema *schema, const struct input_project *project,
                         int first, int last, struct diags *diags, struct names *files,
                         struct arena *arena);

/*
 * Reads and checks the answers of the years from first to last; other years have none then. A
 * year's summary needs the years before it, for change and trend. Reports every fault of the
 * answers. Returns NULL and reports why when the project has no plan, no register or no folder of
 * answers in its own folder. Owned by the caller.
 */
struct followup *followup_load(const struct schema *schema, const struct input_project *project,
                               int first, int last, struct diags *diags);
void followup_free(struct followup *followup);

/* Returns whether the project's folder of answers is there, and the place that names it. */
bool followup_has_folder(const struct followup *followup);
struct diag_place followup_folder_place(const struct followup *followup);

/* Returns whether the project follows up the year (seurantavuosi). */
bool followup_has_year(const struct followup *followup, int year);

/* Returns the deadline of a year; NULL when the project doesn't follow it up. */
const char *followup_deadline(const struct followup *followup, int year);

/* Return the years that were read, in order: those that the project follows up, and those that have
 * a folder. */
size_t followup_year_count(const struct followup *followup);
int followup_year_at(const struct followup *followup, size_t index);

enum followup_state {
    FOLLOWUP_MISSING,
    FOLLOWUP_UNREAD,   /* nothing could be read, but something that is named after it lies there */
    FOLLOWUP_REJECTED, /* an error */
    FOLLOWUP_REMARKS,  /* accepted; there is a warning, or the party has written a huomautus */
    FOLLOWUP_ACCEPTED
};

/* A party of the register, in its order. Strings live as long as the follow-up. */
struct followup_party {
    const char *id;
    const char *file;   /* of its answers, from the project's folder; NULL when they are missing */
    const char *unread; /* what lies there instead, from the project's folder; or NULL */
    enum followup_state state;
    bool is_asked; /* followup_asks */
};

/* Return the parties of the register. find returns -1 for an unknown id. */
size_t followup_party_count(const struct followup *followup);
const char *followup_party_id(const struct followup *followup, size_t index);
ptrdiff_t followup_find_party(const struct followup *followup, const char *id);

/* Returns whether a party is asked anything about a year: it is one of the agreement's parties on
 * the year's last day, or reports for the whole region. */
bool followup_asks(const struct followup *followup, int year, size_t index);

/* Returns a party's answers in a year that was read. */
struct followup_party followup_party_at(const struct followup *followup, int year, size_t index);

/* Returns the summary of a year that was read: <seurantakooste> in XML_PYKALA, as docs/followup.md
 * describes it; a public one is without the remarks that are for the coordinator alone. The element
 * belongs to the document but isn't linked into it; the caller links or frees it. */
xmlNodePtr followup_tree(const struct followup *followup, int year, bool is_public,
                         xmlDocPtr document);

/* Return whether a folder of that name holds a year's answers (four digits), whether a file of
 * that name in such a folder is read as answers (….xml or ….xlsx, not hidden), and whether it is a
 * workbook. */
bool followup_is_year(const char *name);
bool followup_is_answers(const char *name);
bool followup_is_workbook(const char *name);

/* Returns whether a form has been sent back as it was made: no blank is filled in. */
bool followup_is_untouched(const xmlNode *root);

/* Returns whether a file of that name in such a folder holds the coordinator's words. */
bool followup_is_review(const char *name);

/* Appends a summary as one JSON object. csv.h writes it as tables. */
void followup_json(const xmlNode *summary, struct buf *out);

/*
 * Appends a party's form for a year: every question that it is to answer, the answers left blank,
 * so that the file is valid only when filled in. Last year's answers, where they were read, are
 * comments. The year must be one that the project follows up and in which the party is asked.
 */
void followup_form(const struct followup *followup, int year, size_t party, struct buf *out);

/*
 * Appends the XML that is made of a workbook of answers at path, as a file of record: PARTY.xml,
 * beside which the workbook is kept as PARTY.xlsx, byte for byte. It names the workbook by its
 * digest (tyokirja), by which they are known to be one party's answers and not two files; and the
 * cell of each answer (solu). Nothing but the workbook's own form is checked: check PARTY.xml in
 * its place as any answers. Adds what isn't understood, appends nothing and returns false; adds
 * nothing for a form that nobody has filled in.
 */
bool followup_record(const char *path, struct diags *diags, struct buf *out);

/* Checks a workbook of answers by itself, with spelling also its words. Returns whether it is a
 * form that somebody has filled in; *is_untouched, whether it is one that nobody has. */
bool followup_check_book(const struct schema *schema, const char *path, bool spelling,
                         struct diags *diags, bool *is_untouched);

/* Finds whose answers, and to which year, a workbook at path says that it holds: "" where it
 * doesn't. Returns false, and reports nothing, when it isn't a form of answers. */
bool followup_book_owner(const char *path, struct arena *arena, const char **party,
                         const char **year);

/* Returns the id of the party that a file of that name is named after, whatever its endings, the
 * case of its letters and the marks of a copy, in the arena; NULL when that isn't known. Answers can
 * be compared with the project. */
const char *followup_party_named(const struct input_project *project, const char *name,
                                 struct arena *arena);

/* Returns a year's folder of answers, from the project's folder, in the follow-up's memory. */
const char *followup_folder(const struct followup *followup, int year);

#endif
