/*
 * libharu's own readers are not used: that of PNG lets libpng end the process on a broken file, and
 * is wrong on 16-bit and palette pictures; that of JPEG takes what PDF/A does not allow.
 */
#include "pdf/image.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static HPDF_Dict image_stream(const struct pdf_file *file, const struct image *image,
                              const void *bytes, size_t size, enum pdf_encoding encoding,
                              struct buf *properties)
{
    HPDF_Dict stream = pdf_object_new(&file->objects);
    bool is_on_its_side = image->orientation > 4;
    buf_printf(properties, "/Type/XObject/Subtype/Image/Width %u/Height %u/BitsPerComponent 8",
               is_on_its_side ? image->height : image->width,
               is_on_its_side ? image->width : image->height);
    pdf_object_stream(&file->objects, stream, properties, bytes, size, encoding);
    return stream;
}

static void begin_properties(struct buf *properties, unsigned colours)
{
    buf_printf(properties, "/ColorSpace/%s", colours == 3 ? "DeviceRGB" : "DeviceGray");
}

/* --- PNG: its pixels --- */

/* Makes a stream of the channels from first on, count of them, of all pixels. */
static HPDF_Dict channels_stream(const struct pdf_file *file, const struct image *image,
                                 const struct image_content *content, size_t first, size_t count,
                                 struct buf *properties)
{
    size_t channels = content->colours + content->has_alpha;
    size_t pixels = content->size / channels;
    unsigned char *taken = memory_new(pixels, count);
    for (size_t i = 0; i < pixels; i++)
        memcpy(taken + i * count, content->pixels + i * channels + first, count);
    HPDF_Dict stream = image_stream(file, image, taken, pixels * count, PDF_DEFLATE, properties);
    free(taken);
    return stream;
}

static HPDF_Dict soft_mask(const struct pdf_file *file, const struct image *image,
                           const struct image_content *content)
{
    struct buf properties = {0};
    begin_properties(&properties, 1);
    HPDF_Dict mask = channels_stream(file, image, content, content->colours, 1, &properties);
    buf_free(&properties);
    return mask;
}

static HPDF_Dict png_object(const struct pdf_file *file, const struct image *image,
                            const struct image_content *content, struct buf *properties)
{
    if (content->has_alpha) {
        buf_string(properties, "/SMask");
        pdf_write_reference(properties, soft_mask(file, image, content));
    }
    return channels_stream(file, image, content, 0, content->colours, properties);
}

/* --- JPEG: embedded as it is --- */

/* Makes the stream of a JPEG file. Without the parameter readers take three components for YCbCr
 * (ISO 32000-1 table 13). */
static HPDF_Dict jpeg_object(const struct pdf_file *file, const struct image *image,
                             const struct image_content *content, struct buf *properties)
{
    if (content->is_plain_rgb)
        buf_string(properties, "/DecodeParms<</ColorTransform 0>>");
    return image_stream(file, image, image->bytes, content->size, PDF_JPEG, properties);
}

static HPDF_Dict make_object(const struct pdf_file *file, const struct image *image)
{
    struct image_content content;
    struct buf properties = {0};
    if (!image_decode(image, file->diags, &content))
        return NULL;
    begin_properties(&properties, content.colours);
    HPDF_Dict object = content.pixels ? png_object(file, image, &content, &properties)
                                      : jpeg_object(file, image, &content, &properties);
    buf_free(&properties);
    free(content.pixels);
    return object;
}

bool pdf_image_use(struct pdf_file *file, const struct image *image, size_t *number)
{
    struct pdf_images *images = &file->images;
    for (*number = 0; *number < images->count; ++*number)
        if (images->items[*number].image == image)
            return images->items[*number].object;
    HPDF_Dict object = make_object(file, image);
    GROW(images->items, images->count, images->capacity);
    images->items[images->count++] = (struct pdf_image){image, object};
    return object;
}
