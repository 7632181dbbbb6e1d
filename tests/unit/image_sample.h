/* Images made in memory for the tests of src/image and src/pdf. */
#ifndef PYKALA_TESTS_IMAGE_SAMPLE_H
#define PYKALA_TESTS_IMAGE_SAMPLE_H

#include "base/buf.h"
#include "image/image.h"

#include <png.h>
#include <string.h>

static inline void sample_append_png(png_structp png, png_bytep bytes, size_t size)
{
    buf_append(png_get_io_ptr(png), bytes, size);
}

static inline void sample_flush_png(png_structp png)
{
    (void)png;
}

/* Makes a PNG of 3 by 2 pixels whose every sample is the same byte. */
static inline void sample_png(struct buf *out, int depth, int kind, int interlace)
{
    static png_byte row[32];
    png_bytep rows[2] = {row, row};
    png_color colours[2] = {{255, 0, 0}, {0, 0, 255}};
    png_byte alphas[2] = {128, 255};
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, out, sample_append_png, sample_flush_png);
    memset(row, kind == PNG_COLOR_TYPE_PALETTE ? 0 : 0x5A, sizeof row);
    png_set_IHDR(png, info, 3, 2, depth, kind, interlace, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    if (kind == PNG_COLOR_TYPE_PALETTE) {
        png_set_PLTE(png, info, colours, 2);
        png_set_tRNS(png, info, alphas, 2, NULL);
    }
    png_write_info(png, info);
    png_write_image(png, rows);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
}

/* Names bytes as an image of line 3 of a document. */
static inline struct image sample_image_of(const void *bytes, size_t size)
{
    return (struct image){
        .name = "kuva", .place = {.file = "a.xhtml", .line = 3}, .bytes = bytes, .size = size};
}

#endif
