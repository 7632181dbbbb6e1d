/* Figures: a picture and its caption, kept together. */
#include "layout/layout_private.h"

#include "base/file.h"
#include "base/message.h"

#include <string.h>

enum {
    IMAGE_LIMIT = 32 * 1024 * 1024,
    CAPTION_GAP = 4 * 64,
    PIXEL = 48 /* 1/96 inch in 1/64 pt */
};

static uint32_t big_endian(const unsigned char *bytes, int count)
{
    uint32_t value = 0;
    for (int i = 0; i < count; i++)
        value = value << 8 | bytes[i];
    return value;
}

/* PNG (ISO/IEC 15948): the IHDR chunk stands first, 16 bytes in. */
static bool png_size(const unsigned char *bytes, size_t size, uint32_t *width, uint32_t *height)
{
    if (size < 24 || memcmp(bytes, "\x89PNG\r\n\x1a\n", 8) != 0)
        return false;
    *width = big_endian(bytes + 16, 4);
    *height = big_endian(bytes + 20, 4);
    return true;
}

static bool is_frame_header(unsigned marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* JPEG (ISO/IEC 10918-1): segments up to the frame header, SOF. */
static bool jpeg_size(const unsigned char *bytes, size_t size, uint32_t *width, uint32_t *height)
{
    if (size < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8)
        return false;
    for (size_t at = 2; at + 9 < size && bytes[at] == 0xFF;) {
        if (is_frame_header(bytes[at + 1])) {
            *height = big_endian(bytes + at + 5, 2);
            *width = big_endian(bytes + at + 7, 2);
            return true;
        }
        at += 2 + (size_t)big_endian(bytes + at + 2, 2);
    }
    return false;
}

static bool read_file(struct layout *layout, const char *folder, const char *path,
                      struct diag_place place, struct buf *file)
{
    bool leads_out = file_leads_out(path, folder);
    if (leads_out)
        diag_add(layout->diags, DIAG_ERROR, "layout-image", place, NULL,
                 _("%s leads out of the folder that images may come from"), path);
    bool done = !leads_out && file_read(path, IMAGE_LIMIT, layout->diags, file);
    layout->failed |= !done;
    return done;
}

bool layout_image_read(struct layout *layout, const char *folder, const char *path,
                       struct diag_place place, struct page_image *image, pt64 *width, pt64 *height)
{
    struct buf file = {0};
    if (!read_file(layout, folder, path, place, &file)) {
        buf_free(&file);
        return false;
    }
    uint32_t columns = 0, rows = 0;
    const unsigned char *bytes = (const unsigned char *)file.data;
    bool png = png_size(bytes, file.size, &columns, &rows);
    bool known = png || jpeg_size(bytes, file.size, &columns, &rows);
    if (!known || !columns || !rows || columns > 30000 || rows > 30000) {
        layout->failed = true;
        diag_add(layout->diags, DIAG_ERROR, "layout-image", place, _("use a PNG or JPEG file"),
                 _("%s is not a picture that can be used"), path);
        known = false;
    } else {
        image->format = png ? PAGE_IMAGE_PNG : PAGE_IMAGE_JPEG;
        image->bytes = arena_strndup(layout->arena, file.data, file.size);
        image->size = file.size;
        *width = (pt64)columns * PIXEL;
        *height = (pt64)rows * PIXEL;
    }
    buf_free(&file);
    return known;
}

/* Shrinks a box to the room there is, its shape kept. */
static void fit(pt64 room_width, pt64 room_height, pt64 *width, pt64 *height)
{
    if (*width > room_width) {
        *height = (pt64)((int64_t)*height * room_width / *width);
        *width = room_width;
    }
    if (*height > room_height) {
        *width = (pt64)((int64_t)*width * room_height / *height);
        *height = room_height;
    }
}

static void set_image(struct layout *layout, const struct doc_node *node, struct page_tag *tag,
                      struct frame frame, struct strips *out)
{
    struct page_image image = {0};
    pt64 width = 0, height = 0;
    const char *path = arena_printf(layout->arena, "%s/%s", layout->folder, node->image.source);
    tag->alt = node->image.alt;
    if (!layout_image_read(layout, layout->folder, path, node->place, &image, &width, &height))
        return;
    if (node->image.width) {
        height = (pt64)((int64_t)height * node->image.width / width);
        width = node->image.width;
    }
    fit(frame.right - frame.x, layout_page_height(false) * 3 / 5, &width, &height);
    struct strip *strip = strips_add(layout->arena, out, height);
    strip->place = node->place;
    struct page_item *item = strip_item(layout->arena, strip, PAGE_IMAGE);
    image.box = (struct page_box){frame.x, 0, width, height};
    item->tag = layout_tag(layout, tag, PAGE_CONTENT);
    item->image = image;
}

static void set_caption(struct layout *layout, const struct doc_node *node, struct page_tag *tag,
                        struct frame frame, struct strips *out)
{
    struct type type = layout_type(layout, THEME_SMALL);
    struct strips own = {0};
    struct page_tag *caption = layout_node_tag(layout, tag, PAGE_CAPTION, node);
    layout_text_set(layout, layout_text_new(layout, node, &type, caption), frame.x,
                    frame.right - frame.x, PAGE_NOT_ARTIFACT, &own);
    strips_append(layout->arena, out, &own, out->count ? CAPTION_GAP : 0);
}

void layout_figure(struct layout *layout, const struct doc_node *figure, struct page_tag *parent,
                   struct frame frame, struct strips *out)
{
    struct page_tag *tag = layout_node_tag(layout, parent, PAGE_FIGURE, figure);
    if (figure->classes & DOC_WIDE)
        frame.x = frame.left;
    for (const struct doc_node *node = figure->first; node; node = node->next) {
        if (node->kind == DOC_IMAGE)
            set_image(layout, node, tag, frame, out);
        else
            set_caption(layout, node, tag, frame, out);
    }
    if (figure->id && out->count)
        strip_anchor(layout->arena, &out->items[0], tag);
    strips_keep(out, 0, STRIP_STRICT);
}
