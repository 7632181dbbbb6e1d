/* Reads templates and the files that they ask for: those below the template folder and the
 * project's own, nothing else. */
#ifndef PYKALA_TEMPLATE_LOADER_H
#define PYKALA_TEMPLATE_LOADER_H

#include "template/capture.h"

#include <libxslt/documents.h>

/* In a URI, the folder of the shipped templates: "pykala:selostus.xsl". */
#define LOADER_SCHEME "pykala:"

/* Loads files for libxslt's xsl:import, xsl:include and document(). Needs a capture that listens.
 */
xmlDocPtr loader_load(const xmlChar *uri, xmlDictPtr dict, int options, void *context,
                      xsltLoadType type);

/* Reads a file that may be read. Returns NULL after an error. Owned by the caller. */
xmlDocPtr loader_read(struct capture *capture, const char *path, xmlDictPtr dict);

/* Reads a template in the same way: one of the project's own must pass (vet.h). */
xmlDocPtr loader_sheet(struct capture *capture, const char *path, xmlDictPtr dict);

#endif
