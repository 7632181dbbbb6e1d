/*
 * The rules: every id that a diagnostic can have, with what it means. docs/rules.md tells the same
 * with examples; the test source/rules holds the table, the sources and that page together.
 */
#ifndef PYKALA_BASE_RULE_H
#define PYKALA_BASE_RULE_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

struct rule_info {
    const char *id;
    enum diag_severity severity; /* when the project doesn't set another */
    bool is_settable;            /* whether it can */
    const char *meaning;         /* a sentence in English, to be translated with _() */
};

size_t rule_count(void);
const struct rule_info *rule_at(size_t index);

/* NULL when there is no such rule. */
const struct rule_info *rule_find(const char *id);

/* The nearest id that is settable, or NULL. */
const char *rule_nearest(const char *id);

#endif
