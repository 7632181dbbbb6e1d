/*
 * Pictures. Each different file is in the PDF once.
 */
#ifndef PYKALA_PDF_IMAGE_H
#define PYKALA_PDF_IMAGE_H

#include "pdf/file.h"

/*
 * Puts the picture into the file unless it is there; *number is its place: /I0. Returns false and
 * adds an error [image-broken], [image-kind] or [image-size].
 */
bool pdf_image_use(struct pdf_file *file, const struct page_image *image, size_t *number);

#endif
