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

/* Validates the tree. Returns false when it isn't valid. Takes the white space off the ends
 * of attributes' values. root is what a root is meant to be whose name or namespace was told to be
 * wrong, NULL when it is right. */
bool validate_tree(const struct schema *schema, xmlDocPtr tree, const char *root,
                   struct diags *diags);

/*
 * Whether there is nothing to tell: most files are right, and looking for what was meant takes
 * longer than validating. xsi:type and xsi:nil, which libxml2 takes, are told by repair.c.
 */
bool validate_is_plain(const struct schema *schema, xmlDocPtr tree);

#endif
