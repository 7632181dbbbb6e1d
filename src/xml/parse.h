/* Hardened parsing of one source into a tree whose elements know their spans. */
#ifndef PYKALA_XML_PARSE_H
#define PYKALA_XML_PARSE_H

#include "base/diag.h"
#include "base/xml_error.h"
#include "xml/source.h"

#include <libxml/tree.h>

/*
 * Parses the source's bytes. Returns the tree, owned by the caller (xmlFreeDoc), or NULL when the
 * bytes are not well formed, which is reported in plain words unless diags is NULL.
 */
xmlDocPtr parse_source(struct source *source, struct diags *diags);

#endif
