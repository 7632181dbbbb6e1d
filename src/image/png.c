/* Reads PNG (ISO/IEC 15948), by libpng's simplified reader. */
#include "image/image_private.h"

#include "base/memory.h"

#include <png.h>
#include <stdlib.h>

static bool begin(const struct image *image, png_image *png, struct diags *diags)
{
    *png = (png_image){.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_memory(png, image->bytes, image->size))
        return image_is_broken(image, png->message, diags);
    /* 16 bits a channel that nothing is said of are sRGB, as in browsers, and not linear light. */
    png->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    return true;
}

bool image_png_measure(struct image *image, struct diags *diags)
{
    png_image png;
    bool begun = begin(image, &png, diags);
    image->width = png.width;
    image->height = png.height;
    image->orientation = 1;
    png_image_free(&png);
    return begun;
}

static bool read_pixels(const struct image *image, png_image *png, struct diags *diags,
                        struct image_content *content)
{
    /* Eight bits a channel, palettes spread out. */
    png->format &= PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA;
    content->colours = png->format & PNG_FORMAT_FLAG_COLOR ? 3 : 1;
    content->has_alpha = png->format & PNG_FORMAT_FLAG_ALPHA;
    content->size = PNG_IMAGE_SIZE(*png);
    content->pixels = memory_new(content->size, 1);
    if (png_image_finish_read(png, NULL, content->pixels, 0, NULL))
        return true;
    free(content->pixels);
    content->pixels = NULL;
    return image_is_broken(image, png->message, diags);
}

bool image_png_decode(const struct image *image, struct diags *diags, struct image_content *content)
{
    png_image png;
    bool decoded = begin(image, &png, diags) && read_pixels(image, &png, diags, content);
    png_image_free(&png);
    return decoded;
}
