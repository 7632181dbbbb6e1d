/* Figures: a picture and its caption, kept together. */
#include "layout/layout_private.h"

enum {
    CAPTION_GAP = 4 * 64,
    PIXEL = 48 /* 1/96 inch in 1/64 pt */
};

const struct image *layout_image_read(struct layout *layout, const char *folder, const char *path,
                                      struct diag_place place)
{
    const struct image *image = image_read(path, folder, place, layout->arena, layout->diags);
    layout->failed |= !image;
    return image;
}

pt64 layout_image_height(const struct image *image, pt64 width)
{
    return (pt64)((int64_t)image->height * width / image->width);
}

/* Returns the box of an image at the frame's left edge: of the width wanted, shrunk to the room
 * that there is, its shape kept. */
static struct page_box find_box(const struct image *image, pt64 wanted, struct frame frame)
{
    const pt64 room = frame.right - frame.x, most = layout_page_height(false) * 3 / 5;
    pt64 width = wanted ? wanted : (pt64)image->width * PIXEL;
    if (width > room)
        width = room;
    pt64 height = layout_image_height(image, width);
    if (height > most) {
        width = (pt64)((int64_t)width * most / height);
        height = most;
    }
    return (struct page_box){frame.x, 0, width, height};
}

static void set_image(struct layout *layout, const struct doc_node *node, struct page_tag *tag,
                      struct frame frame, struct strips *out)
{
    const char *path = arena_printf(layout->arena, "%s/%s", layout->folder, node->image.source);
    const struct image *image = layout_image_read(layout, layout->folder, path, node->place);
    tag->alt = node->image.alt;
    if (!image)
        return;
    const struct page_box box = find_box(image, node->image.width, frame);
    struct strip *strip = strips_add(layout->arena, out, box.height);
    strip->place = node->place;
    struct page_item *item = strip_item(layout->arena, strip, PAGE_IMAGE);
    item->tag = layout_tag(layout, tag, PAGE_CONTENT);
    item->image = (struct page_image){box, image};
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
