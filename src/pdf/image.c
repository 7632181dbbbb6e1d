/*
 * libharu's own PNG reader is not used: it lets libpng end the process on a broken file, and is
 * wrong on 16-bit and palette pictures. Its JPEG reader takes what PDF/A does not allow.
 */
#include "pdf/image.h"

#include "base/memory.h"
#include "base/message.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

/* A page at 600 dpi has 35 million pixels. */
enum { MOST_PIXELS = 40000000 };

static bool broken(const struct pdf_file *file, const char *why)
{
    return pdf_fail(file, DIAG_ERROR, "image-broken", _("an image cannot be read: %s"), why);
}

static HPDF_Dict image_stream(const struct pdf_file *file, const void *bytes, size_t size,
                              enum pdf_encoding encoding, unsigned width, unsigned height,
                              struct buf *properties)
{
    HPDF_Dict stream = pdf_object_new(&file->objects);
    buf_printf(properties, "/Type/XObject/Subtype/Image/Width %u/Height %u/BitsPerComponent 8",
               width, height);
    pdf_object_stream(&file->objects, stream, properties, bytes, size, encoding);
    return stream;
}

/* --- PNG --- */

/* Takes the channels from first on, count of them, out of pixels of so many channels. */
static unsigned char *take_channels(const unsigned char *pixels, size_t pixel_count,
                                    size_t channels, size_t first, size_t count)
{
    unsigned char *taken = memory_new(pixel_count, count);
    for (size_t i = 0; i < pixel_count; i++)
        memcpy(taken + i * count, pixels + i * channels + first, count);
    return taken;
}

static HPDF_Dict soft_mask(const struct pdf_file *file, const png_image *png,
                           const unsigned char *pixels, size_t channels)
{
    size_t count = (size_t)png->width * png->height;
    unsigned char *alpha = take_channels(pixels, count, channels, channels - 1, 1);
    struct buf properties = {0};
    buf_string(&properties, "/ColorSpace/DeviceGray");
    HPDF_Dict mask =
        image_stream(file, alpha, count, PDF_DEFLATE, png->width, png->height, &properties);
    buf_free(&properties);
    free(alpha);
    return mask;
}

static HPDF_Dict png_object(const struct pdf_file *file, const png_image *png,
                            const unsigned char *pixels)
{
    size_t channels = PNG_IMAGE_SAMPLE_CHANNELS(png->format);
    size_t colours = png->format & PNG_FORMAT_FLAG_COLOR ? 3 : 1;
    size_t count = (size_t)png->width * png->height;
    struct buf properties = {0};
    buf_printf(&properties, "/ColorSpace/%s", colours == 3 ? "DeviceRGB" : "DeviceGray");
    if (channels > colours) {
        buf_string(&properties, "/SMask");
        pdf_write_reference(&properties, soft_mask(file, png, pixels, channels));
    }
    unsigned char *colour = take_channels(pixels, count, channels, 0, colours);
    HPDF_Dict object = image_stream(file, colour, count * colours, PDF_DEFLATE, png->width,
                                    png->height, &properties);
    free(colour);
    buf_free(&properties);
    return object;
}

static bool read_pixels(const struct pdf_file *file, png_image *png, HPDF_Dict *object)
{
    if ((uint64_t)png->width * png->height > MOST_PIXELS)
        return pdf_fail(file, DIAG_ERROR, "image-size",
                        _("an image has more than %d million pixels"), MOST_PIXELS / 1000000);
    /* Eight bits a channel, palettes spread out. */
    png->format &= PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA;
    unsigned char *pixels = memory_new(PNG_IMAGE_SIZE(*png), 1);
    bool read = png_image_finish_read(png, NULL, pixels, 0, NULL);
    if (read)
        *object = png_object(file, png, pixels);
    else
        broken(file, png->message);
    free(pixels);
    return read;
}

static bool load_png(const struct pdf_file *file, const struct page_image *image, HPDF_Dict *object)
{
    png_image png = {.version = PNG_IMAGE_VERSION};
    bool loaded = png_image_begin_read_from_memory(&png, image->bytes, image->size)
                      ? read_pixels(file, &png, object)
                      : broken(file, png.message);
    png_image_free(&png);
    return loaded;
}

/* --- JPEG (ITU-T T.81 annex B): embedded as it is --- */

struct jpeg {
    unsigned width, height, components, precision;
};

static unsigned word(const unsigned char *bytes)
{
    return (unsigned)bytes[0] << 8 | bytes[1];
}

/* Start of frame: baseline, extended sequential or progressive, Huffman coded. */
static bool is_frame(unsigned char marker)
{
    return marker >= 0xC0 && marker <= 0xC2;
}

/* Walks the segments up to the frame header. */
static bool read_frame(const unsigned char *bytes, size_t size, struct jpeg *jpeg)
{
    enum { FRAME_SIZE = 8 };
    if (size < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8)
        return false;
    for (size_t at = 2; at + 4 <= size;) {
        const unsigned char *segment = bytes + at;
        size_t length = word(segment + 2);
        if (segment[0] != 0xFF || length < 2 || length > size - at - 2)
            return false;
        if (is_frame(segment[1]) && length >= FRAME_SIZE) {
            *jpeg = (struct jpeg){.precision = segment[4],
                                  .height = word(segment + 5),
                                  .width = word(segment + 7),
                                  .components = segment[9]};
            return jpeg->width && jpeg->height;
        }
        at += 2 + length;
    }
    return false;
}

/* A file that was cut off has no end-of-image marker; some writers pad after it. */
static bool has_end(const unsigned char *bytes, size_t size)
{
    while (size > 2 && bytes[size - 1] == 0)
        size--;
    return size > 2 && bytes[size - 2] == 0xFF && bytes[size - 1] == 0xD9;
}

static bool load_jpeg(const struct pdf_file *file, const struct page_image *image,
                      HPDF_Dict *object)
{
    struct jpeg jpeg;
    if (!read_frame(image->bytes, image->size, &jpeg))
        return broken(file, _("no JPEG frame that PDF can show"));
    if (!has_end(image->bytes, image->size))
        return broken(file, _("the JPEG file is cut off"));
    if (jpeg.precision != 8 || (jpeg.components != 1 && jpeg.components != 3))
        return pdf_fail(file, DIAG_ERROR, "image-kind",
                        _("a JPEG image is not grey or RGB with 8 bits: save it as RGB"));
    struct buf properties = {0};
    buf_printf(&properties, "/ColorSpace/%s", jpeg.components == 3 ? "DeviceRGB" : "DeviceGray");
    *object = image_stream(file, image->bytes, image->size, PDF_JPEG, jpeg.width, jpeg.height,
                           &properties);
    buf_free(&properties);
    return true;
}

bool pdf_image_use(struct pdf_file *file, const struct page_image *image, size_t *number)
{
    struct pdf_images *images = &file->images;
    for (*number = 0; *number < images->count; ++*number)
        if (images->items[*number].bytes == image->bytes)
            return true;
    HPDF_Dict object = NULL;
    bool loaded = image->format == PAGE_IMAGE_PNG ? load_png(file, image, &object)
                                                  : load_jpeg(file, image, &object);
    if (!loaded)
        return false;
    memory_grow((void **)&images->items, images->count, &images->capacity, sizeof *images->items);
    images->items[images->count++] = (struct pdf_image){image->bytes, object};
    return true;
}
