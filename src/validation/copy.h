/* Parts of a tree that were pasted twice. */
#ifndef PYKALA_VALIDATION_COPY_H
#define PYKALA_VALIDATION_COPY_H

#include <libxml/tree.h>

#include <stdbool.h>

/* Whether two nodes say the same, comments, instructions and layout aside. The depth is limited
 * (SOURCE_DEPTH). */
bool copy_is(const xmlNode *a, const xmlNode *b);

/* Whether an element has an element as the first of its content. */
bool copy_has_elements(const xmlNode *element);

#endif
