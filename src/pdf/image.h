/*
 * Pictures. An image that stands on several pages is in the PDF once.
 */
#ifndef PYKALA_PDF_IMAGE_H
#define PYKALA_PDF_IMAGE_H

#include "pdf/file.h"

/*
 * Puts the image into the file unless it is there; *number is its place: /I0. Returns false when it
 * can't be decoded, and adds an error the first time (image_decode).
 */
bool pdf_image_use(struct pdf_file *file, const struct image *image, size_t *number);

#endif
