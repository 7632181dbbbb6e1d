/* The rules across files of answers. check.c has the table and goes through a file; check_file.c,
 * check_measure.c, check_missing.c, check_answer.c, check_dates.c, check_contradiction.c and
 * check_text.c hold the rules. */
#ifndef PYKALA_FOLLOWUP_CHECK_H
#define PYKALA_FOLLOWUP_CHECK_H

#include "followup/followup_private.h"
#include "rules/rules.h"

enum { CHECK_FINDINGS = 1000 }; /* reported of a file: nobody wants more */

/* A file of answers that is being checked, and where in it the check stands. */
struct check {
    const struct followup *followup;
    const struct followup_year *year;       /* of the folder that the file stands in */
    const struct followup_version *version; /* of the plan, whose questions it says to answer */
    const xmlNode *root;
    const char *place;   /* where the file stands, or would stand, in the project */
    struct arena *arena; /* for what lives as long as the check */
    struct diags *diags;
    const char *party_id;
    ptrdiff_t party; /* LOOKUP_NONE when the register has no such party */
    ptrdiff_t named; /* that the file is named after; LOOKUP_NONE when none is */
    /* Each measure's and indicator's first element in the file. */
    const xmlNode **measures_seen, **indicators_seen;
    bool is_doubtful; /* something in the file may be an answer to any question */
    size_t errors, warnings;
    struct rules_people *people;
    struct rules_spelling *spelling; /* NULL: words are not looked up */

    /* The rule that runs. */
    enum rule rule;

    /* The measure, answer and indicator in hand; NULL outside. The plan may not have them. */
    const xmlNode *measure, *answer;
    const char *measure_id, *indicator_id;
    const struct followup_indicator *indicator;

    /* The text in hand, and whether only the coordinator reads it. */
    const struct xml_text *text;
    bool is_secret;

    /* What is compared with other files when they have been read. */
    struct trace *trace;
};

/* Checks a file, or its sound parts when it isn't valid; fills in errors and warnings. The caller
 * has set the fields before rule, but not the version, the party and the elements seen. */
void check_submission(struct check *check);

/* Returns whose the file is: the party's that it is named after, where it is not let pass that it
 * holds another's answers; else the one's that it says. LOOKUP_NONE when neither is known. */
ptrdiff_t check_owner(const struct check *check);

/* Returns whether a file has the name that its party's is to have: PARTY.xml. */
bool check_is_rightly_named(const struct check *check, const char *party);

/* Adds a finding of the rule that runs. The message begins with the party, measure and indicator.
 * Returns false when there are too many, or the project doesn't want the rule. */
bool check_report(struct check *check, struct diag_place place, const char *hint,
                  const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Reports like check_report, with what was meant, which may be NULL, as the hint and the change. */
void check_report_unknown(struct check *check, const xmlNode *element, const char *attribute,
                          const char *meant, const char *message);

/* Returns an attribute's value in the check's memory; NULL when it is absent. */
const char *check_field(const struct check *check, const xmlNode *element, const char *attribute);

/* Returns the number at an attribute; absent, too, when something has been reported of it. */
struct decimal check_number(const struct check *check, const xmlNode *element,
                            const char *attribute);

/* Adds a finding when the date at an attribute is after the year's deadline. */
void check_date(struct check *check, const xmlNode *element, const char *attribute);

/* Run the rules. */
void check_unknown_party(struct check *check);
void check_named_party(struct check *check);
void check_bound(struct check *check);
void check_file_name(struct check *check);
void check_folder(struct check *check);
void check_year(struct check *check);
void check_late(struct check *check);
void check_plan(struct check *check);
void check_version(struct check *check);
void check_unknown_measure(struct check *check);
void check_measure_twice(struct check *check);
void check_proposal(struct check *check);
void check_proposed_text(struct check *check);
void check_unknown_indicator(struct check *check);
void check_answer_kind(struct check *check);
void check_reporter(struct check *check);
void check_answer_twice(struct check *check);
void check_answer_dates(struct check *check);
void check_count(struct check *check);
void check_share(struct check *check);
void check_unit(struct check *check);
void check_early(struct check *check);
void check_days(struct check *check);
void check_statistics(struct check *check);
void check_source(struct check *check);
void check_missing(struct check *check);
void check_status(struct check *check);
void check_done(struct check *check);
void check_broken(struct check *check);
void check_personal_data(struct check *check);
void check_contact(struct check *check);
void check_person(struct check *check);
void check_filler(struct check *check);
void check_length(struct check *check);
void check_other_party(struct check *check);

/* Returns the year that a file says to be of, and whether it stands in the folder of that year. */
int check_year_of(const struct check *check);
bool check_is_in_its_folder(const struct check *check);

#endif
