/* Loading one file whose root element is known. */
#ifndef PYKALA_INPUT_DOCUMENT_H
#define PYKALA_INPUT_DOCUMENT_H

#include "input/input.h"

/* Loads a file like input_document_load; its root element must be root (NULL: any that a file may
 * have). */
struct input_document *document_load(const struct schema *schema, const char *path,
                                     const char *root, struct diags *diags);

/* Returns whether the document's root is an element of that name in our namespace. */
bool document_has_root(const struct input_document *document, const char *root);

#endif
