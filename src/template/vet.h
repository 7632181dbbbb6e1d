/*
 * What a project's own template may hold. Its author may be anybody, so that what could read, write
 * or change something outside the paper is refused before libxslt sees it, each with its line.
 */
#ifndef PYKALA_TEMPLATE_VET_H
#define PYKALA_TEMPLATE_VET_H

#include "template/capture.h"

#include <libxml/tree.h>

/* Tells all that a template holds and may not. Returns false when there is anything. */
bool vet_sheet(struct capture *capture, xmlDocPtr sheet, const char *path);

#endif
