/*
 * The rules: each diagnostic belongs to one. The list is base/rules.def; docs/rules.md shows the
 * same with examples, and the test source/rules compares the two.
 */
#ifndef PYKALA_BASE_RULE_H
#define PYKALA_BASE_RULE_H

#include <stdbool.h>

enum diag_severity {
    DIAG_INFO,
    DIAG_WARNING,
    DIAG_ERROR,  /* the input or a paper is at fault: exit status 1 */
    DIAG_FAILURE /* the machine failed (disk full, unreadable font): exit status 3 */
};

#define RULE(name, id, severity, is_settable, meaning) RULE_##name,
enum rule {
#include "base/rules.def"
    RULE_COUNT
};
#undef RULE

struct rule_info {
    const char *id;              /* for instance "unknown-party"; stable */
    enum diag_severity severity; /* where the project sets no other */
    bool is_settable;            /* whether a project can set one */
    const char *meaning;         /* a sentence in English, to be translated with _() */
};

const struct rule_info *rule_info(enum rule rule);

/* Finds the rule of an id. Returns RULE_COUNT when there is none. */
enum rule rule_find(const char *id);

/* Returns the settable id that is nearest to id, or NULL. */
const char *rule_nearest(const char *id);

#endif
