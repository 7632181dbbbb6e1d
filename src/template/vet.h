/* Checks a project's own template, which anybody may have written: constructs that could read,
 * write or change something outside the paper are refused before libxslt sees them, each with its
 * line. */
#ifndef PYKALA_TEMPLATE_VET_H
#define PYKALA_TEMPLATE_VET_H

#include "template/capture.h"

#include <libxml/tree.h>

/* Reports all that a template may not hold. Returns false when there is anything. */
bool vet_sheet(struct capture *capture, xmlDocPtr sheet, const char *path);

#endif
