/* Marks of page elements: each stands for the line of the template that wrote the element. */
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
 * for an element that has the attribute already: that is no mark, and is reported. */
void trace_mark(struct trace *trace, xmlDocPtr sheet, const char *path);

/* Returns the places so far. They live until the next mark. */
struct diag_marks trace_marks(const struct trace *trace);

#endif
