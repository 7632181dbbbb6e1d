/* Marks that tell which line of which template wrote a page element. */
#ifndef PYKALA_TEMPLATE_TRACE_H
#define PYKALA_TEMPLATE_TRACE_H

#include "base/diag.h"

#include <libxml/tree.h>

/* The places that the marks of the templates number. */
struct trace;

/* Returns a trace without places, owned by the caller. */
struct trace *trace_new(void);
void trace_free(struct trace *trace);

/* Gives each page element of a template the attribute DIAG_MARK with the number of its place, but
 * for one that has such an attribute already: that is no mark, and is told as what it is. */
void trace_mark(struct trace *trace, xmlDocPtr sheet, const char *path);

/* Returns the places so far. They live until the next mark. */
struct diag_marks trace_marks(const struct trace *trace);

#endif
