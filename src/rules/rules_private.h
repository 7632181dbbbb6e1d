/* What the rules share. Each rule is a function of its own; rules.c has the table with their ids
 * and severities. */
#ifndef PYKALA_RULES_PRIVATE_H
#define PYKALA_RULES_PRIVATE_H

#include "rules/rules.h"

struct rules_run {
    const struct input_project *project;
    struct diags *diags;
    /* Of the rule that runs. */
    const char *rule;
    enum diag_severity severity;
};

/* Adds a finding of the rule that runs. */
void rules_report(const struct rules_run *run, struct diag_place place, const char *hint,
                  const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The root element of a document; NULL when the project has no such document. */
xmlNodePtr rules_root(const struct input_document *document);

/* The element behind element in document order, below top; NULL at the end. Begin with top itself.
 */
xmlNodePtr rules_next_element(xmlNodePtr element, const xmlNode *top);

/* Whether an element has an attribute with the value. */
bool rules_has(const xmlNode *element, const char *attribute, const char *value);

/* The party of an id in the register, or NULL. */
xmlNodePtr rules_party(const struct rules_run *run, const char *id);

/* The project's documents in the order of its project file, NULL where it has none. */
enum { RULES_DOCUMENTS = 6 };
const struct input_document *rules_document(const struct input_project *project, int index);

/* The rules. */
void rules_unknown_party(const struct rules_run *run);
void rules_party_id(const struct rules_run *run);
void rules_municipality_number(const struct rules_run *run);
void rules_paper_subject(const struct rules_run *run);
void rules_paper_body(const struct rules_run *run);
void rules_term_order(const struct rules_run *run);
void rules_meeting_item(const struct rules_run *run);
void rules_meeting_order(const struct rules_run *run);
void rules_meeting_after_term(const struct rules_run *run);
void rules_text_missing(const struct rules_run *run);
void rules_image_missing(const struct rules_run *run);
void rules_indicator_reporter(const struct rules_run *run);
void rules_indicator_target(const struct rules_run *run);
void rules_indicator_range(const struct rules_run *run);

#endif
