/* Parts of a tree that were pasted twice. */
#ifndef PYKALA_VALIDATION_COPY_H
#define PYKALA_VALIDATION_COPY_H

#include <libxml/tree.h>

#include <stdbool.h>

/* Returns whether two nodes say the same, without comments, instructions and layout. The depth is
 * limited (SOURCE_DEPTH). */
bool copy_is(const xmlNode *a, const xmlNode *b);

/* Returns whether an element's content begins with an element. */
bool copy_has_elements(const xmlNode *element);

#endif
