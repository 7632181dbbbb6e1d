/* Attributes of an element of the structure tree: language, alternative texts, its id, and those of
 * tables, lists and figures (ISO 32000-1 14.8.5). */
#ifndef PYKALA_PDF_ATTRIBUTE_H
#define PYKALA_PDF_ATTRIBUTE_H

#include "pdf/file.h"

void pdf_write_attributes(const struct pdf_file *file, const struct pdf_element *element,
                          struct buf *out);

/* Writes the structure tree root's index of the elements with ids, or nothing. */
void pdf_write_id_tree(const struct pdf_file *file, struct buf *out);

#endif
