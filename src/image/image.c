#include "image/image_private.h"

#include "base/file.h"
#include "base/message.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    MOST_BYTES = 32 * 1024 * 1024,
    MOST_PIXELS = 40000000, /* a page at 600 dpi has 35 million */
    MOST_A_SIDE = 30000
};

static bool begins_with(const struct image *image, const char *signature, size_t size)
{
    return image->size >= size && memcmp(image->bytes, signature, size) == 0;
}

static bool find_format(struct image *image)
{
    static const char png[] = "\x89PNG\r\n\x1A\n", jpeg[] = "\xFF\xD8\xFF";
    bool is_png = begins_with(image, png, sizeof png - 1);
    image->format = is_png ? IMAGE_PNG : IMAGE_JPEG;
    return is_png || begins_with(image, jpeg, sizeof jpeg - 1);
}

static bool is_too_large(const struct image *image)
{
    return image->width > MOST_A_SIDE || image->height > MOST_A_SIDE ||
           (uint64_t)image->width * image->height > MOST_PIXELS;
}

/* Reports a file that is neither PNG nor JPEG. Returns false. */
static bool refuse(const struct image *image, struct diags *diags)
{
    const char *format = image_foreign_name(image);
    if (!format)
        return diag_add(diags, RULE_LAYOUT_IMAGE, image->place, _("use a PNG or JPEG file"),
                        _("%s is not a picture that can be used"), image->name);
    return diag_add(diags, RULE_LAYOUT_IMAGE, image->place,
                    _("save it as PNG, of 300 dots an inch or more, or a photograph as JPEG"),
                    _("%s is of the format %s, which can't be used"), image->name, format);
}

bool image_measure(struct image *image, struct diags *diags)
{
    if (!find_format(image))
        return refuse(image, diags);
    bool measured = image->format == IMAGE_PNG ? image_png_measure(image, diags)
                                               : image_jpeg_measure(image, diags);
    if (measured && is_too_large(image))
        return diag_add(diags, RULE_IMAGE_SIZE, image->place, _("save it smaller"),
                        _("%s has more than %d million pixels, or %d a side"), image->name,
                        MOST_PIXELS / 1000000, MOST_A_SIDE);
    return measured;
}

static bool read_file(const struct image *image, const char *folder, struct diags *diags,
                      struct buf *file)
{
    if (file_leads_out(image->name, folder))
        return diag_add(diags, RULE_LAYOUT_IMAGE, image->place, NULL,
                        _("%s leads out of the folder that images may come from"), image->name);
    struct diags *reported = diags_new();
    bool read = file_read(image->name, MOST_BYTES, reported, file);
    for (size_t i = 0; i < diags_count(reported); i++) {
        const struct diag *diag = diags_at(reported, i);
        diag_add_as(diags, diag->severity, diag->rule, image->place, diag->hint, "%s: %s",
                    image->name, diag->message);
    }
    diags_free(reported);
    return read;
}

const struct image *image_read(const char *path, const char *folder, struct diag_place place,
                               struct arena *arena, struct diags *diags)
{
    struct image *image = arena_alloc(arena, sizeof *image);
    struct buf file = {0};
    *image = (struct image){.name = path, .place = place};
    bool read = read_file(image, folder, diags, &file);
    if (read) {
        image->bytes = arena_strndup(arena, file.data, file.size);
        image->size = file.size;
    }
    buf_free(&file);
    return read && image_measure(image, diags) ? image : NULL;
}

bool image_check(const struct image *image, struct diags *diags)
{
    struct image_content content;
    bool decoded = image_decode(image, diags, &content);
    free(content.pixels);
    return decoded;
}

bool image_decode(const struct image *image, struct diags *diags, struct image_content *content)
{
    *content = (struct image_content){0};
    return image->format == IMAGE_PNG ? image_png_decode(image, diags, content)
                                      : image_jpeg_decode(image, diags, content);
}
