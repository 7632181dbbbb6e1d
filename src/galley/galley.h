/*
 * Galleys: text and images as strips, before there are pages.
 *
 * In: nodes of the document, a theme, text's library. Out: strips (strip.h), which layout cuts into
 * pages, and the tags of their contents, in document order. Everything lives in the galley's arena.
 * Content that can't be set is reported, and has the galley fail.
 */
#ifndef PYKALA_GALLEY_GALLEY_H
#define PYKALA_GALLEY_GALLEY_H

#include "base/arena.h"
#include "base/diag.h"
#include "doc/doc.h"
#include "galley/strip.h"
#include "page/page.h"
#include "text/fallback.h"
#include "text/font.h"
#include "text/loans.h"
#include "text/text.h"
#include "theme/theme.h"

enum { GALLEY_FACES = 2 };
enum galley_face { FACE_BODY, FACE_HEADING };

struct text_style {
    enum galley_face face;
    bool bold, italic;
    pt64 size, leading;
    uint32_t colour;
    enum text_align align;
    bool hyphenate;
    bool tabular;     /* figures of one width */
    bool quiet_links; /* links look like other text, as in a table of contents */
};

/* The horizontal room of a block, from the left margin. */
struct room {
    pt64 left; /* where hanging headings (h1, h2, side headings) begin */
    pt64 x;    /* where text begins */
    pt64 right;
};

static inline pt64 room_width(struct room room)
{
    return room.right - room.x;
}

/* The target of links to an id. */
struct galley_target {
    const char *id;
    struct page_tag *tag;
    size_t page; /* from 1; 0: unknown */
};

/* Paragraphs set with more or fewer lines than the cheapest number, by their order. */
struct galley_loosening {
    struct galley_loose {
        size_t paragraph;
        int looser;
    } * items;
    size_t count;
    int64_t cost; /* in the unit of pages' costs */
};

struct galley {
    const struct doc_document *document;
    const struct theme *theme;
    struct text_library *library;
    const char *folder, *name; /* of the document's images; of the paper in diagnostics */
    struct arena *arena;       /* of the pass */
    struct diags *diags;
    bool failed;
    const struct text_font *fonts[GALLEY_FACES][2][2]; /* face, bold, italic */
    struct text_fallback *fallback;
    struct text_loans *loans; /* what the fallback has set */
    size_t place_count;       /* of characters' own places that were looked up */
    pt64 page_rooms[2];       /* heights for strips: portrait, landscape */
    pt64 first_lacks[2];      /* what page 1 has less */

    struct galley_target *targets;
    size_t target_count, target_capacity;
    /* Targets of the pass before, by id, without their tags. */
    const struct galley_target *earlier;
    size_t earlier_count;
    const struct image **images; /* that were read, by their names */
    size_t image_count, image_capacity;
    struct page_bookmark *bookmarks;
    size_t bookmark_count, bookmark_capacity;
    size_t table_count;
    size_t paragraph_count; /* of the body so far */
    struct galley_loosening loosening;
};

/* --- tag.c --- */

/* Adds an element or a PAGE_CONTENT leaf as the last child of parent. */
struct page_tag *galley_tag(struct galley *galley, struct page_tag *parent, enum page_role role);

/* Adds a node's element, with the node's language where that changes, and notes the node's id. */
struct page_tag *galley_node_tag(struct galley *galley, struct page_tag *parent,
                                 enum page_role role, const struct doc_node *node);

/* Lets links to the node's id, if any, lead to the tag. galley_node_tag does so itself. */
void galley_note_target(struct galley *galley, const struct doc_node *node, struct page_tag *tag);

/* Puts targets in the order of their ids. */
void galley_sort_targets(struct galley_target *targets, size_t count);

/* Returns the target with the id, or NULL. The targets are in the order of their ids. */
const struct galley_target *galley_find_target(const struct galley_target *targets, size_t count,
                                               const char *id);

/* --- style.c --- */

/* Finds the fonts that every document has: the body's and the theme's fallback, which lives in the
 * arena. Reports those that are missing, and returns false. */
bool galley_open_fonts(struct galley *galley, struct arena *arena);

/* Returns the style's font, looked up once. Reports a missing one, and returns NULL. */
const struct text_font *galley_font(struct galley *galley, const struct text_style *style);

/* Return styles of the theme. level counts from 1. */
struct text_style galley_style(const struct galley *galley, enum theme_size size);
struct text_style galley_heading_style(const struct galley *galley, int level);
struct text_style galley_side_style(const struct galley *galley);

/* Returns the distance from a line's top to its baseline, the text centred in its leading. */
pt64 galley_baseline(const struct text_font *font, const struct text_style *style);

/* --- inline.c --- */

/* Puts the items in the order of their paragraphs, for look-up. */
void galley_sort_loosening(struct galley_loosening *loosening);

/* Inline content, shaped, to be measured and set. */
struct galley_text;

/* Shapes the inline children of holder. tag is the text's element; NULL: the text is an artifact or
 * is only measured, and no tags are made or ids noted. */
struct galley_text *galley_text_new(struct galley *galley, const struct doc_node *holder,
                                    const struct text_style *style, struct page_tag *tag);

/* Shapes a string from no document: a label or page number, with the place and language of node of.
 * tag NULL: an artifact. */
struct galley_text *galley_text_label(struct galley *galley, const char *label,
                                      const struct doc_node *of, const struct text_style *style,
                                      struct page_tag *tag);

pt64 galley_text_min_width(const struct galley_text *text, enum text_cuts cuts);
pt64 galley_text_min_width_over(const struct galley_text *text, enum text_cuts cuts, pt64 known);
pt64 galley_text_max_width(const struct galley_text *text);

/* Breaks the text and appends a strip a line. Penalties prevent widows and orphans. */
void galley_text_set(struct galley *galley, const struct galley_text *text, pt64 x, pt64 width,
                     enum page_artifact artifact, struct strips *out);

/* Does the same for a paragraph of the body, with the number of lines that loosen.c chose. */
void galley_text_set_body(struct galley *galley, struct galley_text *text, pt64 x, pt64 width,
                          struct strips *out);

/* Only breaks a paragraph of the body, with looser lines more (text_measure.looser). */
void galley_text_try(const struct galley_text *text, int looser, struct arena *arena,
                     struct text_lines *lines);

/* Return the number of paragraphs before one of the body, and of its own lines as set. */
size_t galley_text_order(const struct galley_text *text);
size_t galley_text_lines(const struct galley_text *text);

/* Returns the penalty of a break before a line: two stay together at each end of a paragraph. */
int galley_line_penalty(const struct text_lines *lines, size_t index);

/* Returns all text below a node, in the arena. */
const char *galley_plain_text(struct galley *galley, const struct doc_node *node);

/* --- image.c --- */

/* Reads an image file (image_read). Returns NULL and has the galley fail on an unusable one. */
const struct image *galley_image_read(struct galley *galley, const char *folder, const char *path,
                                      struct diag_place place);

/* Reports those of the images read that are broken farther on (image_check). */
void galley_images_check(const struct galley *galley);

/* Returns an image's height at a width. */
pt64 galley_image_height(const struct image *image, pt64 width);

/* --- sheet.c --- */

pt64 sheet_width(bool landscape);
pt64 sheet_height(bool landscape);

/* Returns the width between the margins. */
pt64 sheet_measure(const struct galley *galley, bool landscape);

/* Returns the height for strips on a page that may be portrait or landscape. */
pt64 sheet_room(const struct galley *galley);

/* Copies an item to the page, moved by x and y. */
struct page_item *sheet_put(struct galley *galley, struct page *page, const struct page_item *item,
                            pt64 x, pt64 y);

#endif
