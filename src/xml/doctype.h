/* The DOCTYPE declaration that a file may have before its root. libxml2 never sees it: it declares
 * entities, and names other files. */
#ifndef PYKALA_XML_DOCTYPE_H
#define PYKALA_XML_DOCTYPE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Finds the first <!DOCTYPE before the first element of the bytes, which end with a NUL. *start is
 * the offset of its <, and *end the offset after its >; of a declaration without an end *end is the
 * offset of the NUL. Returns false when there is none.
 */
bool doctype_find(const char *bytes, size_t *start, size_t *end);

#endif
