/*
 * The XML of a workbook's parts, element by element: no tree is made. No DTD, no entities but
 * XML's own, no more elements inside each other than XLSX_DEPTH, no tag of more than
 * MARKUP_TAG_SIZE bytes.
 */
#ifndef PYKALA_XLSX_MARKUP_H
#define PYKALA_XLSX_MARKUP_H

#include "base/buf.h"
#include "xlsx/package.h"

#include <stdbool.h>

enum {
    MARKUP_TAG_SIZE = 65536,
    MARKUP_TEXT_SIZE = 1024 * 1024, /* bytes of a text that is gathered */
    MARKUP_ATTRIBUTES = 256,        /* of an element: libxml2 compares each with each */
    MARKUP_NAMESPACES = 64          /* declared in all, of the elements that are open: libxml2
                                       looks each name up among them */
};

struct markup;

/* Called at each element's start and end: what it is, its attributes and its text are asked of
 * markup. */
struct markup_listener {
    void (*start)(void *context, struct markup *markup);
    void (*end)(void *context, struct markup *markup);
};

/* Reads a part. Returns false when it can't be read or the listener has stopped it; either has been
 * reported. */
bool markup_read(struct package *package, const char *part, const struct markup_listener *listener,
                 void *context);

/* Returns whether the element that starts or ends has that name and stands in one of the other
 * name. Elements of other namespaces than those of workbooks and their packages have none. */
bool markup_is(const struct markup *markup, const char *parent, const char *name);

/* Returns an attribute of the element that starts, until the next is asked for, or NULL. Those of
 * other namespaces have no name, but "r:id" and "xml:space", whatever their prefixes are. */
const char *markup_attribute(struct markup *markup, const char *name);

/* Returns an attribute that is a whole number from 0 to limit, or fallback. */
long markup_number(struct markup *markup, const char *name, long limit, long fallback);

/* Gathers the text from here on, until the next call. markup_text returns what was gathered, which
 * stays until then. */
void markup_gather(struct markup *markup);
const char *markup_text(const struct markup *markup);

/* Ends the gathering. */
void markup_gathered(struct markup *markup);

/* Stops the reading, after a report. */
void markup_stop(struct markup *markup);
bool markup_is_stopped(const struct markup *markup);

#endif
