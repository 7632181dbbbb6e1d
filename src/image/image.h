/*
 * Images: PNG and JPEG files, which anybody may have made.
 *
 * In: the name of a file. Out: its format and its size in pixels; then, after decoding all of it,
 * the content for a PDF file. An unusable image is an error at the place where the image is named,
 * with its name.
 */
#ifndef PYKALA_IMAGE_IMAGE_H
#define PYKALA_IMAGE_IMAGE_H

#include "base/arena.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

enum image_format { IMAGE_PNG, IMAGE_JPEG };

struct image {
    const char *name;        /* in diagnostics */
    struct diag_place place; /* of the image's name */
    const void *bytes;       /* the file as read */
    size_t size;
    /* Found by image_measure. */
    enum image_format format;
    unsigned width, height; /* in pixels, as the image is shown */
    unsigned orientation;   /* how the stored pixels are turned to be shown, 1 to 8 (Exif 2.32, tag
                               274); 1: as they are */
};

/*
 * Reads and measures the file at path into the arena. Returns NULL and adds an error: [file-…] when
 * path is no plain file or has more than 32 MiB, [layout-image] when a link leads out of the
 * folder, or an error of image_measure.
 */
const struct image *image_read(const char *path, const char *folder, struct diag_place place,
                               struct arena *arena, struct diags *diags);

/*
 * Finds the format and the size of a file in memory from its head. Returns false and adds an error:
 * [layout-image] when the file is neither PNG nor JPEG, [image-broken], [image-kind], or
 * [image-size] when it has more than 40 million pixels or 30,000 a side.
 */
bool image_measure(struct image *image, struct diags *diags);

/* The content of an image in a PDF file. */
struct image_content {
    unsigned colours;  /* 1: grey, 3: red, green and blue */
    bool has_alpha;    /* the last channel of a PNG file's pixels */
    bool is_plain_rgb; /* a JPEG file's colours are not YCbCr, but no Adobe marker has that */
    /* For a PNG file: the pixels from the upper left corner on, 8 bits a channel; owned by the
     * caller (free). NULL for a JPEG file, which is kept as it is. */
    unsigned char *pixels;
    size_t size; /* of the pixels, or of the JPEG file up to its end marker, in bytes */
};

/*
 * Decodes a measured image to its end. A library's warning is a fault, too. Returns false and adds
 * an error [image-broken] or [image-kind].
 */
bool image_decode(const struct image *image, struct diags *diags, struct image_content *content);

/* Decodes a measured image to its end for its errors alone, those of image_decode. */
bool image_check(const struct image *image, struct diags *diags);

#endif
