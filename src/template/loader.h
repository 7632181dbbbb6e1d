/* Reading of templates and of what they ask for: files below the template folder, nothing else. */
#ifndef PYKALA_TEMPLATE_LOADER_H
#define PYKALA_TEMPLATE_LOADER_H

#include "template/capture.h"

#include <libxslt/documents.h>

/* libxslt's loader for xsl:import, xsl:include and document(). Needs a capture that listens. */
xmlDocPtr loader_load(const xmlChar *uri, xmlDictPtr dict, int options, void *context,
                      xsltLoadType type);

/* Reads the file that the capture's sheet names. NULL after an error. Owned by the caller. */
xmlDocPtr loader_read(struct capture *capture, const char *path, xmlDictPtr dict);

#endif
