/*
 * Builds pages by hand for the tests of src/pdf: tags, shaped runs, pictures, links. Everything
 * lives in the sample's arena and is freed by sample_free.
 */
#ifndef PYKALA_TESTS_PDF_SAMPLE_H
#define PYKALA_TESTS_PDF_SAMPLE_H

#include "base/arena.h"
#include "page/page.h"
#include "image_sample.h"
#include "text/font.h"

#include <hb.h>
#include <stdio.h>
#include <string.h>

enum { SAMPLE_PAGES = 4, SAMPLE_ITEMS = 400, SAMPLE_ANCHORS = 64, SAMPLE_BOOKMARKS = 8 };

/* A JPEG of 16 by 16 pixels in RGB. */
static const unsigned char sample_jpeg[] = {
    0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x01, 0x00, 0x14,
    0x00, 0x14, 0x00, 0x00, 0xff, 0xdb, 0x00, 0x43, 0x00, 0x28, 0x1c, 0x1e, 0x23, 0x1e, 0x19, 0x28,
    0x23, 0x21, 0x23, 0x2d, 0x2b, 0x28, 0x30, 0x3c, 0x64, 0x41, 0x3c, 0x37, 0x37, 0x3c, 0x7b, 0x58,
    0x5d, 0x49, 0x64, 0x91, 0x80, 0x99, 0x96, 0x8f, 0x80, 0x8c, 0x8a, 0xa0, 0xb4, 0xe6, 0xc3, 0xa0,
    0xaa, 0xda, 0xad, 0x8a, 0x8c, 0xc8, 0xff, 0xcb, 0xda, 0xee, 0xf5, 0xff, 0xff, 0xff, 0x9b, 0xc1,
    0xff, 0xff, 0xff, 0xfa, 0xff, 0xe6, 0xfd, 0xff, 0xf8, 0xff, 0xdb, 0x00, 0x43, 0x01, 0x2b, 0x2d,
    0x2d, 0x3c, 0x35, 0x3c, 0x76, 0x41, 0x41, 0x76, 0xf8, 0xa5, 0x8c, 0xa5, 0xf8, 0xf8, 0xf8, 0xf8,
    0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8,
    0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8,
    0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xf8, 0xff, 0xc0,
    0x00, 0x11, 0x08, 0x00, 0x10, 0x00, 0x10, 0x03, 0x01, 0x22, 0x00, 0x02, 0x11, 0x01, 0x03, 0x11,
    0x01, 0xff, 0xc4, 0x00, 0x16, 0x00, 0x01, 0x01, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x02, 0x05, 0xff, 0xc4, 0x00, 0x1f, 0x10, 0x01, 0x00,
    0x02, 0x01, 0x03, 0x05, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00,
    0x11, 0x02, 0x03, 0x12, 0x13, 0x21, 0x51, 0x53, 0x61, 0xa2, 0xff, 0xc4, 0x00, 0x14, 0x01, 0x01,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0xff, 0xc4, 0x00, 0x14, 0x11, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xff, 0xda, 0x00, 0x0c, 0x03, 0x01, 0x00, 0x02, 0x11, 0x03,
    0x11, 0x00, 0x3f, 0x00, 0xd5, 0xe4, 0xcf, 0xc7, 0xf4, 0x4b, 0x1b, 0x0b, 0xa1, 0xed, 0x70, 0x70,
    0xd0, 0x4c, 0x8b, 0x31, 0xa1, 0xbe, 0x8b, 0x1b, 0x61, 0xee, 0x07, 0xff, 0xd9,
};

struct sample {
    struct arena *arena;
    struct diags *diags;
    struct text_library *library;
    const struct text_font *regular, *bold, *italic;
    struct page_document document;
    struct page_tag *root;
    struct page *page; /* the current one */
    struct page_anchor *anchors;
    struct page_bookmark *bookmarks;
};

static inline struct page *sample_page(struct sample *s, pt64 width, pt64 height)
{
    s->page = &s->document.pages[s->document.page_count++];
    s->page->width = width;
    s->page->height = height;
    s->page->items = arena_array(s->arena, SAMPLE_ITEMS, sizeof *s->page->items);
    s->page->item_capacity = SAMPLE_ITEMS;
    return s->page;
}

static inline struct page_tag *sample_tag(struct sample *s, struct page_tag *parent,
                                          enum page_role role)
{
    struct page_tag *tag = arena_alloc(s->arena, sizeof *tag);
    tag->role = role;
    tag->parent = parent;
    if (parent && parent->last)
        parent->last->next = tag;
    else if (parent)
        parent->first = tag;
    if (parent)
        parent->last = tag;
    return tag;
}

static inline struct page_tag *sample_leaf(struct sample *s, struct page_tag *parent)
{
    return sample_tag(s, parent, PAGE_CONTENT);
}

static inline void sample_new(struct sample *s)
{
    memset(s, 0, sizeof *s);
    s->arena = arena_new();
    s->diags = diags_new();
    s->library = text_library_new(NULL, s->diags);
    s->regular = text_font_find(s->library, "Carlito", false, false, NULL, s->diags);
    s->bold = text_font_find(s->library, "Carlito", true, false, NULL, s->diags);
    s->italic = text_font_find(s->library, "Carlito", false, true, NULL, s->diags);
    s->root = s->document.root = sample_tag(s, NULL, PAGE_DOCUMENT);
    s->document.lang = "fi";
    s->document.title = "P\u00f6yt\u00e4kirja";
    s->document.pages = arena_array(s->arena, SAMPLE_PAGES, sizeof *s->document.pages);
    s->document.anchors = s->anchors = arena_array(s->arena, SAMPLE_ANCHORS, sizeof *s->anchors);
    s->document.bookmarks = s->bookmarks =
        arena_array(s->arena, SAMPLE_BOOKMARKS, sizeof *s->bookmarks);
}

static inline void sample_free(struct sample *s)
{
    text_library_free(s->library);
    diags_free(s->diags);
    arena_free(s->arena);
}

/* Numbers the tags in document order; call it when the tree is whole. */
static inline void sample_number(struct sample *s)
{
    const struct page_tag *next;
    for (struct page_tag *tag = s->root; tag; tag = (struct page_tag *)(uintptr_t)next) {
        tag->index = s->document.tag_count++;
        next = tag->first;
        for (const struct page_tag *up = tag; !next && up; up = up->parent)
            next = up->next;
    }
}

static inline struct page_item *sample_item(struct sample *s, enum page_item_kind kind,
                                            struct page_tag *leaf, enum page_artifact artifact)
{
    struct page_item *item = &s->page->items[s->page->item_count++];
    item->kind = kind;
    item->tag = leaf;
    item->artifact = artifact;
    return item;
}

/* Shapes the text into the run with HarfBuzz, kerning and ligatures included. */
static inline void sample_shape(struct sample *s, struct page_run *run)
{
    hb_buffer_t *buffer = hb_buffer_create();
    hb_font_t *font = hb_font_create(text_font_face(run->font));
    hb_buffer_add_utf8(buffer, run->text, (int)run->text_size, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font, buffer, NULL, 0);
    unsigned count;
    hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, NULL);
    struct glyph *glyphs = arena_array(s->arena, count, sizeof *glyphs);
    int64_t units = 0;
    for (unsigned i = 0; i < count; i++) {
        unsigned end = (unsigned)run->text_size;
        for (unsigned j = i + 1; j < count; j++)
            if (infos[j].cluster != infos[i].cluster) {
                end = infos[j].cluster;
                break;
            }
        bool first = i == 0 || infos[i - 1].cluster != infos[i].cluster;
        glyphs[i] = (struct glyph){.id = (uint16_t)infos[i].codepoint,
                                   .text_size = first ? (uint16_t)(end - infos[i].cluster) : 0,
                                   .advance = positions[i].x_advance,
                                   .x = (int16_t)positions[i].x_offset,
                                   .y = (int16_t)positions[i].y_offset};
        units += positions[i].x_advance;
    }
    run->glyphs = glyphs;
    run->glyph_count = count;
    run->width = text_font_scale(run->font, units, run->size);
    hb_font_destroy(font);
    hb_buffer_destroy(buffer);
}

static inline struct page_run *sample_text(struct sample *s, struct page_tag *leaf,
                                           enum page_artifact artifact,
                                           const struct text_font *font, pt64 size, pt64 x, pt64 y,
                                           const char *text)
{
    struct page_item *item = sample_item(s, PAGE_RUN, leaf, artifact);
    item->run.font = font;
    item->run.size = size;
    item->run.x = x;
    item->run.y = y;
    item->run.text = text;
    item->run.text_size = strlen(text);
    sample_shape(s, &item->run);
    return &item->run;
}

/* Text of a paragraph of its own: 11 pt regular, tagged. */
static inline struct page_run *sample_line(struct sample *s, struct page_tag *leaf, pt64 x, pt64 y,
                                           const char *text)
{
    return sample_text(s, leaf, PAGE_NOT_ARTIFACT, s->regular, PT(11), x, y, text);
}

/* The hyphen of a broken word, as text shapes it: the glyph of a hyphen that stands for U+00AD. */
static inline void sample_soft_hyphen(struct sample *s, struct page_tag *leaf, pt64 x, pt64 y)
{
    struct page_run *run = sample_line(s, leaf, x, y, "-");
    struct glyph *glyph = arena_alloc(s->arena, sizeof *glyph);
    *glyph = run->glyphs[0];
    run->text = "\u00ad";
    run->text_size = glyph->text_size = 2;
    run->glyphs = glyph;
    run->soft_hyphen = true;
}

static inline void sample_fill(struct sample *s, struct page_tag *leaf, enum page_artifact artifact,
                               struct page_box box, uint32_t colour)
{
    struct page_item *item = sample_item(s, PAGE_FILL, leaf, artifact);
    item->fill = box;
    item->colour = colour;
}

/* The bytes are those of an image file whose head is sound. */
static inline void sample_image(struct sample *s, struct page_tag *leaf, struct page_box box,
                                const void *bytes, size_t size)
{
    struct image *image = arena_alloc(s->arena, sizeof *image);
    *image = sample_image_of(bytes, size);
    image_measure(image, s->diags);
    sample_item(s, PAGE_IMAGE, leaf, PAGE_NOT_ARTIFACT)->image = (struct page_image){box, image};
}

static inline void sample_link(struct sample *s, struct page_tag *leaf, struct page_box box,
                               const struct page_tag *target, const char *uri, const char *contents)
{
    struct page_item *item = sample_item(s, PAGE_ANNOTATION, leaf, PAGE_NOT_ARTIFACT);
    item->annotation = (struct page_annotation){box, target, uri, contents};
}

/* Anchors must be added in document order. */
static inline void sample_anchor(struct sample *s, const struct page_tag *tag, pt64 y)
{
    s->anchors[s->document.anchor_count++] =
        (struct page_anchor){tag, s->document.page_count - 1, y};
}

static inline void sample_bookmark(struct sample *s, int level, const char *title,
                                   const struct page_tag *target)
{
    s->bookmarks[s->document.bookmark_count++] = (struct page_bookmark){level, title, target};
}

#endif
