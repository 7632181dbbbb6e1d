/* Hardened parsing of one source into a tree whose elements know their spans. */
#ifndef PYKALA_INPUT_PARSE_H
#define PYKALA_INPUT_PARSE_H

#include "input/source.h"

#include <libxml/parser.h>

/* libxml2 2.12 made the error that handlers get constant. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *parse_error;
#else
typedef xmlErrorPtr parse_error;
#endif

/* Returns the tree, owned by the caller (xmlFreeDoc), or NULL when the source isn't well formed. */
xmlDocPtr parse_source(struct source *source, struct diags *diags);

/* Says in plain words what libxml2 found not well formed at an offset of the source. */
void wellformed_explain(const struct source *source, size_t offset, const xmlError *error,
                        struct diags *diags);

#endif
