/*
 * Validation: what is wrong in a tree, and what was meant.
 *
 * In: a tree that knows its places (xml/xml.h), and the schema. Out: diagnostics, all that there is
 * to report in one run and each thing once. The tree is left as it was, and knows of which elements
 * something has been reported.
 */
#ifndef PYKALA_VALIDATION_VALIDATION_H
#define PYKALA_VALIDATION_VALIDATION_H

#include "base/diag.h"
#include "schema/schema.h"

#include <libxml/tree.h>

#include <stdbool.h>

/* Validates the tree. Returns false when it isn't valid. Trims attributes' values. root is what a
 * root with a wrong name or namespace, which has been reported, is meant to be; NULL for a right
 * one. */
bool validate_tree(const struct schema *schema, xmlDocPtr tree, const char *root,
                   struct diags *diags);

/*
 * Returns whether there is nothing to report: most files are right, and a search for what was meant
 * takes longer than validation. repair.c reports xsi:type and xsi:nil, which libxml2 allows.
 */
bool validate_is_plain(const struct schema *schema, xmlDocPtr tree);

#endif
