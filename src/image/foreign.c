#define _GNU_SOURCE /* memmem */
#include "image/image_private.h"

#include "base/utf8.h"

#include <string.h>

/* What a file of a kind begins with, and after how many bytes. */
struct signature {
    const char *name;
    const char *bytes;
    size_t size, offset;
};

#define BEGINS(name, bytes, offset)                                                                \
    {                                                                                              \
        name, bytes, sizeof(bytes) - 1, offset                                                     \
    }

static const struct signature signatures[] = {
    BEGINS("GIF", "GIF8", 0),        BEGINS("WebP", "WEBP", 8),      BEGINS("TIFF", "II*\0", 0),
    BEGINS("TIFF", "MM\0*", 0),      BEGINS("AVIF", "ftypavif", 4),  BEGINS("HEIC", "ftyphei", 4),
    BEGINS("HEIC", "ftypmif1", 4),   BEGINS("JPEG 2000", "jP  ", 4), BEGINS("PDF", "%PDF-", 0),
    BEGINS("PostScript", "%!PS", 0), BEGINS("Photoshop", "8BPS", 0), BEGINS("BMP", "BM", 0),
};

enum { SIGNATURES = sizeof signatures / sizeof *signatures };

static bool has(const struct image *image, const struct signature *signature)
{
    return image->size >= signature->offset + signature->size &&
           memcmp((const char *)image->bytes + signature->offset, signature->bytes,
                  signature->size) == 0;
}

/* An SVG file's root may stand after a declaration, a doctype and comments. */
enum { SVG_WITHIN = 4096 };

/* Returns where the text of a file begins: after a byte order mark and blanks. */
static size_t text_begin(const char *bytes, size_t size)
{
    size_t at = utf8_mark_size(bytes, size);
    while (at < size && (bytes[at] == ' ' || (bytes[at] >= '\t' && bytes[at] <= '\r')))
        at++;
    return at;
}

static bool is_svg(const struct image *image)
{
    static const char *const beginnings[] = {"<svg", "<?xml", "<!--", "<!DOCTYPE svg"};
    size_t size = image->size < SVG_WITHIN ? image->size : SVG_WITHIN;
    size_t at = text_begin(image->bytes, size);
    const char *text = (const char *)image->bytes + at;
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        size_t length = strlen(beginnings[i]);
        if (size - at >= length && memcmp(text, beginnings[i], length) == 0)
            return memmem(text, size - at, "<svg", 4) != NULL;
    }
    return false;
}

const char *image_foreign_name(const struct image *image)
{
    for (size_t i = 0; i < SIGNATURES; i++)
        if (has(image, &signatures[i]))
            return signatures[i].name;
    return is_svg(image) ? "SVG" : NULL;
}
