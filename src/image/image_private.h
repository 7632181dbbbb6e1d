/* Declares what the two formats share. */
#ifndef PYKALA_IMAGE_PRIVATE_H
#define PYKALA_IMAGE_PRIVATE_H

#include "image/image.h"

/* Adds an error [image-broken] with the library's reason. Returns false. */
bool image_is_broken(const struct image *image, const char *reason, struct diags *diags);

/* Returns the name of the format of a file that is neither PNG nor JPEG, as "SVG", by what the file
 * begins with; NULL when it is none that pictures are usually in. */
const char *image_foreign_name(const struct image *image);

/* Finds width and height. */
bool image_png_measure(struct image *image, struct diags *diags);
bool image_jpeg_measure(struct image *image, struct diags *diags);

/* Decodes to the end. */
bool image_png_decode(const struct image *image, struct diags *diags,
                      struct image_content *content);
bool image_jpeg_decode(const struct image *image, struct diags *diags,
                       struct image_content *content);

#endif
