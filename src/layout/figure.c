/* Sets figures: a picture and its caption, kept together. */
#include "layout/layout_private.h"

enum {
    CAPTION_GAP = 4 * 64,
    PIXEL = 48 /* 1/96 inch in 1/64 pt */
};

/* Returns the box of an image at the room's left edge: wanted wide, shrunk in proportion to fit. */
static struct page_box find_box(const struct image *image, pt64 wanted, struct room room)
{
    const pt64 widest = room_width(room), most = sheet_height(false) * 3 / 5;
    pt64 width = wanted ? wanted : (pt64)image->width * PIXEL;
    if (width > widest)
        width = widest;
    pt64 height = galley_image_height(image, width);
    if (height > most) {
        width = (pt64)((int64_t)width * most / height);
        height = most;
    }
    return (struct page_box){room.x, 0, width, height};
}

static void set_image(struct galley *galley, const struct doc_node *node, struct page_tag *tag,
                      struct room room, struct strips *out)
{
    const char *path = arena_printf(galley->arena, "%s/%s", galley->folder, node->image.source);
    const struct image *image = galley_image_read(galley, galley->folder, path, node->place);
    tag->alt = node->image.alt;
    if (!image)
        return;
    const struct page_box box = find_box(image, node->image.width, room);
    struct strip *strip = strips_add(galley->arena, out, box.height);
    strip->place = node->place;
    struct page_item *item = strip_item(galley->arena, strip, PAGE_IMAGE);
    item->tag = galley_tag(galley, tag, PAGE_CONTENT);
    item->image = (struct page_image){box, image};
}

static void set_caption(struct galley *galley, const struct doc_node *node, struct page_tag *tag,
                        struct room room, struct strips *out)
{
    struct text_style style = galley_style(galley, THEME_SMALL);
    struct strips own = {0};
    struct page_tag *caption = galley_node_tag(galley, tag, PAGE_CAPTION, node);
    galley_text_set(galley, galley_text_new(galley, node, &style, caption), room.x,
                    room_width(room), PAGE_NOT_ARTIFACT, &own);
    strips_append(galley->arena, out, &own, out->count ? CAPTION_GAP : 0);
}

void layout_figure(struct galley *galley, const struct doc_node *figure, struct page_tag *parent,
                   struct room room, struct strips *out)
{
    struct page_tag *tag = galley_node_tag(galley, parent, PAGE_FIGURE, figure);
    if (figure->classes & DOC_WIDE)
        room.x = room.left;
    for (const struct doc_node *node = figure->first; node; node = node->next) {
        if (node->kind == DOC_IMAGE)
            set_image(galley, node, tag, room, out);
        else
            set_caption(galley, node, tag, room, out);
    }
    if (figure->id && out->count)
        strip_anchor(galley->arena, &out->items[0], tag);
    strips_keep(out, 0, STRIP_STRICT);
}
