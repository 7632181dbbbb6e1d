/* Hardened parsing of one source into a tree whose elements know their spans. */
#ifndef PYKALA_XML_PARSE_H
#define PYKALA_XML_PARSE_H

#include "base/xml_error.h"
#include "xml/mend.h"

#include <libxml/parser.h>

/*
 * Returns the tree, owned by the caller (xmlFreeDoc). Of a source that isn't well formed, the tree
 * of what it was probably meant to be, and *well_formed is false; NULL when that isn't known.
 */
xmlDocPtr parse_source(struct source *source, struct models *models, struct diags *diags,
                       bool *well_formed);

/* Says in plain words what is not well formed. */
void wellformed_explain(const struct source *source, const struct fault *fault,
                        struct diags *diags);

/* The same without changing anything: NULL where the first fault is. */
xmlDocPtr parse_as_it_stands(struct source *source, struct models *models, struct diags *diags);

#endif
