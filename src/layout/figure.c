/* Sets figures: a picture and its caption, kept together. */
#include "layout/layout_private.h"

#include <string.h>

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

/* A figure in the making. */
struct figure {
    struct galley *galley;
    struct page_tag *tag;
    bool is_decorative; /* the picture says nothing (alt=""): it is an artifact */
    struct room room;
    struct strips *out;
};

static void set_image(const struct figure *figure, const struct doc_node *node)
{
    struct galley *galley = figure->galley;
    const char *path = arena_printf(galley->arena, "%s/%s", galley->folder, node->image.source);
    const struct image *image = galley_image_read(galley, galley->folder, path, node->place);
    if (!image)
        return;
    const struct page_box box = find_box(image, node->image.width, figure->room);
    struct strip *strip = strips_add(galley->arena, figure->out, box.height);
    strip->place = node->place;
    struct page_item *item = strip_item(galley->arena, strip, PAGE_IMAGE);
    item->image = (struct page_image){box, image};
    if (figure->is_decorative) {
        item->artifact = PAGE_ARTIFACT_LAYOUT;
        return;
    }
    figure->tag->alt = node->image.alt;
    item->tag = galley_tag(galley, figure->tag, PAGE_CONTENT);
}

static void set_caption(const struct figure *figure, const struct doc_node *node)
{
    struct galley *galley = figure->galley;
    struct text_style style = galley_style(galley, THEME_SMALL);
    struct strips own = {0};
    struct page_tag *caption =
        galley_node_tag(galley, figure->tag, figure->is_decorative ? PAGE_P : PAGE_CAPTION, node);
    galley_text_set(galley, galley_text_new(galley, node, &style, caption), figure->room.x,
                    room_width(figure->room), PAGE_NOT_ARTIFACT, &own);
    strips_append(galley->arena, figure->out, &own, figure->out->count ? CAPTION_GAP : 0);
}

static const struct doc_node *find_image(const struct doc_node *figure)
{
    const struct doc_node *node = figure->first;
    while (node && node->kind != DOC_IMAGE)
        node = node->next;
    return node;
}

void layout_figure(struct galley *galley, const struct doc_node *node, struct page_tag *parent,
                   struct room room, struct strips *out)
{
    const struct doc_node *image = find_image(node);
    struct figure figure = {.galley = galley, .room = room, .out = out};
    figure.is_decorative = image && !*image->image.alt;
    figure.tag =
        galley_node_tag(galley, parent, figure.is_decorative ? PAGE_DIV : PAGE_FIGURE, node);
    if (image && !figure.is_decorative && strcmp(image->lang, node->lang) != 0)
        figure.tag->lang = image->lang; /* of the text alternative */
    if (node->classes & DOC_WIDE)
        figure.room.x = room.left;
    for (const struct doc_node *child = node->first; child; child = child->next) {
        if (child->kind == DOC_IMAGE)
            set_image(&figure, child);
        else
            set_caption(&figure, child);
    }
    if (node->id && out->count)
        strip_anchor(galley->arena, &out->items[0], figure.tag);
    strips_keep(out, 0, STRIP_STRICT);
}
