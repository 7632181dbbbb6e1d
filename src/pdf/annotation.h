/*
 * Links' active areas (ISO 32000-1 12.5.6.5): the annotations of the pages.
 */
#ifndef PYKALA_PDF_ANNOTATION_H
#define PYKALA_PDF_ANNOTATION_H

#include "pdf/file.h"

/* Returns false and adds a failure when a link leads to a tag that stands nowhere, or an error when
 * there are too many on a page. */
bool pdf_annotations_write(struct pdf_file *file);

#endif
