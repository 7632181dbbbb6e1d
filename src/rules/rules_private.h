/* Functions that the rules share. Each rule is a function of its own; rules.c has the table with
 * their ids. */
#ifndef PYKALA_RULES_PRIVATE_H
#define PYKALA_RULES_PRIVATE_H

#include "base/names.h"
#include "rules/rules.h"

#include <libxml/hash.h>

struct rules_run {
    const struct input_project *project;
    struct diags *diags;
    /* The rule that runs. */
    enum rule rule;
    const char *reads; /* the attributes that it reads, set apart by spaces; NULL: any */
    int findings;
    bool is_full; /* no more are reported */
    /* The parties of the register by id, and their ids in its order. */
    xmlHashTablePtr parties;
    struct names party_ids;
    struct xml_walk walk; /* to the place of the last finding in a text, and its offset there */
    size_t walked;
    size_t proposals;              /* how often the nearest id has been searched for */
    xmlHashTablePtr statutes;      /* of the register, by number */
    size_t searched;               /* names of statutes compared with texts */
    struct dictionary *dictionary; /* from when it is first needed */
};

/* Adds a finding of the rule that runs, RULES_FINDINGS at most: nobody wants more. Returns false
 * when no more are wanted. */
enum { RULES_FINDINGS = 1000 };
bool rules_report(struct rules_run *run, struct diag_place place, const char *hint,
                  const char *format, ...) __attribute__((format(printf, 4, 5)));

/* How often the nearest id is searched for, which takes time: nobody misses it in a project with
 * more faults. */
enum { RULES_PROPOSALS = 100 };

/* Returns the root element of a document; NULL when the project has no such document. */
xmlNodePtr rules_root(const struct input_document *document);

/* Returns the element after element in document order, below top; NULL at the end. Begin with top
 * itself. */
xmlNodePtr rules_next_element(xmlNodePtr element, const xmlNode *top);

/* Returns whether nothing has been reported of an element that the rule that runs reads of it. */
bool rules_can_read(const struct rules_run *run, const xmlNode *element);

/* Returns the next element of all the project's documents that the rule can read, NULL at the end.
 * Begin with a walk of zeros. */
struct rules_walk {
    size_t documents; /* that have been begun */
    xmlNodePtr root, element;
};
xmlNodePtr rules_next(const struct rules_run *run, struct rules_walk *walk);

/* Return the first such child of a name, and the next such sibling. NULL for a parent NULL. */
xmlNodePtr rules_child(const struct rules_run *run, const xmlNode *parent, const char *name);
xmlNodePtr rules_sibling(const struct rules_run *run, const xmlNode *element, const char *name);

/* Returns whether the register has a party of that id. */
bool rules_knows_party(const struct rules_run *run, const char *id);

/* Returns the project's first meeting (kokous); the next is its rules_sibling. NULL when there are
 * none. */
xmlNodePtr rules_first_meeting(const struct rules_run *run);

/* Returns whether a meeting left the matter open (tulos): tabled it, or sent it back. */
bool rules_meeting_goes_on(const xmlNode *meeting);

/* Run the rules. */
void rules_unknown_party(struct rules_run *run);
void rules_party_id(struct rules_run *run);
void rules_municipality_number(struct rules_run *run);
void rules_paper_subject(struct rules_run *run);
void rules_paper_year(struct rules_run *run);
void rules_paper_body(struct rules_run *run);
void rules_term_order(struct rules_run *run);
void rules_meeting_item(struct rules_run *run);
void rules_meeting_decision(struct rules_run *run);
void rules_meeting_twice(struct rules_run *run);
void rules_meeting_sequence(struct rules_run *run);
void rules_meeting_order(struct rules_run *run);
void rules_meeting_year(struct rules_run *run);
void rules_meeting_visible(struct rules_run *run);
void rules_meeting_remedy(struct rules_run *run);
void rules_meeting_point(struct rules_run *run);
void rules_vote_count(struct rules_run *run);
void rules_vote_proposal(struct rules_run *run);
void rules_secret_ground(struct rules_run *run);
void rules_unknown_body(struct rules_run *run);
void rules_meeting_after_term(struct rules_run *run);
void rules_text_missing(struct rules_run *run);
void rules_image_missing(struct rules_run *run);
void rules_table_columns(struct rules_run *run);
void rules_list_depth(struct rules_run *run);
void rules_theme_room(struct rules_run *run);
void rules_indicator_reporter(struct rules_run *run);
void rules_indicator_target(struct rules_run *run);
void rules_indicator_range(struct rules_run *run);
void rules_indicator_words(struct rules_run *run);
void rules_indicator_deadline(struct rules_run *run);
void rules_indicator_presupposed(struct rules_run *run);
void rules_plan_order(struct rules_run *run);
void rules_plan_overlap(struct rules_run *run);
void rules_plan_gap(struct rules_run *run);
void rules_plan_version(struct rules_run *run);
void rules_plan_id(struct rules_run *run);
void rules_indicator_changed(struct rules_run *run);
void rules_statute_unknown(struct rules_run *run);
void rules_statute_name(struct rules_run *run);
void rules_form_case(struct rules_run *run);
void rules_form_word(struct rules_run *run);
void rules_prose_section_sign(struct rules_run *run, const xmlNode *text);
void rules_prose_range(struct rules_run *run, const xmlNode *text);
void rules_prose_quotes(struct rules_run *run, const xmlNode *text);
void rules_prose_spaces(struct rules_run *run, const xmlNode *text);
void rules_prose_date(struct rules_run *run, const xmlNode *text);
void rules_prose_abbreviation(struct rules_run *run, const xmlNode *text);

/* Sets the severities that the project file asks for, and reports those that it can't set. */
void rules_read_settings(const struct input_project *project, struct diags *diags);

/* Adds a finding at a byte of a text. Finding its place takes time: a rule has RULES_TEXT_FINDINGS
 * at most. */
enum { RULES_TEXT_FINDINGS = 200 };
bool rules_report_text(struct rules_run *run, const xmlNode *text, size_t offset, size_t size,
                       const char *hint, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

/* Call visit with each text node in an element, which may be NULL, or in the project's documents,
 * that people read on papers. */
void rules_texts_in(struct rules_run *run, xmlNodePtr root,
                    void (*visit)(struct rules_run *run, const xmlNode *text));
void rules_each_text(struct rules_run *run,
                     void (*visit)(struct rules_run *run, const xmlNode *text));

#endif
