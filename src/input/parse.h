/* Hardened parsing of one source into a tree whose elements know their spans. */
#ifndef PYKALA_INPUT_PARSE_H
#define PYKALA_INPUT_PARSE_H

#include "input/mend.h"

#include <libxml/parser.h>

/* libxml2 2.12 made the error that handlers get constant. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *parse_error;
#else
typedef xmlErrorPtr parse_error;
#endif

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
