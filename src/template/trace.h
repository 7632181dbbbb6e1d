/* Marks that tell which line of which template wrote a page element. */
#ifndef PYKALA_TEMPLATE_TRACE_H
#define PYKALA_TEMPLATE_TRACE_H

#include <libxml/tree.h>

/* Gives each page element of a template the attribute data-at="PATH:LINE". */
void trace_mark(xmlDocPtr sheet, const char *path);

#endif
