/*
 * Images: PNG and JPEG files, which anybody may have made.
 *
 * In: the name of a file. Out: its format and its size in pixels; then, after all of it has been
 * decoded, what a PDF file holds of it. What can't be used is an error at the place where the image
 * is named, and says its name.
 */
#ifndef PYKALA_IMAGE_IMAGE_H
#define PYKALA_IMAGE_IMAGE_H

#include "base/arena.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

enum image_format { IMAGE_PNG, IMAGE_JPEG };

struct image {
    const char *name;        /* as diagnostics say it */
    struct diag_place place; /* where the image is named */
    const void *bytes;       /* the file as read */
    size_t size;
    /* What image_measure finds. */
    enum image_format format;
    unsigned width, height; /* in pixels */
};

/*
 * Reads and measures the file at path into the arena. Returns NULL and adds an error: [file-…] when
 * it is no plain file or has more than 32 MiB, [layout-image] when it is a link that leads out of
 * the folder, or what image_measure says.
 */
const struct image *image_read(const char *path, const char *folder, struct diag_place place,
                               struct arena *arena, struct diags *diags);

/*
 * Finds out the format and the size of a file in memory from its head. Returns false and adds an
 * error: [layout-image] when it is neither PNG nor JPEG, [image-broken], [image-kind], or
 * [image-size] when it has more than 40 million pixels or 30,000 a side.
 */
bool image_measure(struct image *image, struct diags *diags);

/* What a PDF file holds of an image. */
struct image_content {
    unsigned colours;  /* 1: grey, 3: red, green and blue */
    bool has_alpha;    /* the last channel of a PNG file's pixels */
    bool is_plain_rgb; /* a JPEG file's colours are not YCbCr, and no Adobe marker says so */
    /* Of a PNG file: the pixels from the upper left corner on, 8 bits a channel; owned by the
     * caller (free). NULL for a JPEG file, which is held as it is. */
    unsigned char *pixels;
    size_t size; /* of the pixels, or of the JPEG file up to its end marker, in bytes */
};

/*
 * Decodes a measured image to its end. A library's warning is a fault, too. Returns false and adds
 * an error [image-broken] or [image-kind].
 */
bool image_decode(const struct image *image, struct diags *diags, struct image_content *content);

#endif
