/*
 * What the files of this folder share. The way through a pass:
 *
 *   doc tree ─▶ block.c, table.c ─▶ strips ─▶ cut.c ─▶ page ranges ─▶ paint.c ─▶ pages
 *                  │ inline.c: spans, tags, lines         │           frame.c: running head and
 * foot ▲                                      ▼ └─ next pass: lines more or less ── loosen.c, where
 * a page costs much
 *
 * A pass makes the tags as it goes, in document order. layout.c runs passes until the page
 * numbers that the table of contents shows are those that come out.
 */
#ifndef PYKALA_LAYOUT_PRIVATE_H
#define PYKALA_LAYOUT_PRIVATE_H

#include "layout/layout.h"
#include "layout/strip.h"
#include "text/text.h"

enum { LAYOUT_FACES = 2 };
enum layout_face { FACE_BODY, FACE_HEADING };

/* How a paragraph is set. */
struct type {
    enum layout_face face;
    bool bold, italic;
    pt64 size, leading;
    uint32_t colour;
    enum text_align align;
    bool hyphenate;
    bool tabular;     /* figures of one width */
    bool quiet_links; /* links look like the text around: in a table of contents all are links */
};

/* The horizontal room of a block, from the left margin. */
struct frame {
    pt64 left; /* where hanging headings (h1, h2, side headings) begin */
    pt64 x;    /* where text begins */
    pt64 right;
};

/* Where an id is, and on which page it came to stand. */
struct layout_target {
    const char *id;
    struct page_tag *tag;
    size_t page; /* from 1; 0 unknown */
};

/* Paragraphs that are not set with as many lines as are cheapest, by their order. */
struct layout_loosening {
    struct layout_loose {
        size_t paragraph;
        int looser;
    } * items;
    size_t count;
    int64_t cost; /* in what pages cost */
};

struct layout {
    const struct doc_document *document;
    const struct theme *theme;
    struct text_library *library;
    const char *folder, *name;
    struct arena *arena; /* the pass's; what is only measured has one of its own */
    struct diags *diags;
    bool failed;
    const struct text_font *fonts[LAYOUT_FACES][2][2]; /* face, bold, italic */

    struct page_document *pages; /* in the making */
    struct layout_target *targets;
    size_t target_count, target_capacity;
    /* Targets of the pass before, by id. Their tags are gone. */
    const struct layout_target *earlier;
    size_t earlier_count;
    struct page_anchor *anchors;
    size_t anchor_count, anchor_capacity;
    struct page_bookmark *bookmarks;
    size_t bookmark_count, bookmark_capacity;
    size_t table_count;
    bool measuring; /* what is set now is only measured: ids are not noted */
    pt64 rooms[2];  /* height for strips on a page: portrait, landscape */

    struct strips strips; /* the body's */
    struct cut *cuts;
    size_t cut_count;
    size_t paragraph_count; /* of the body so far */
    struct layout_loosening loosening;
    enum {
        LAYOUT_TO_ASK,
        LAYOUT_ASKED,
        LAYOUT_ADJUSTED
    } adjusting; /* whether for the first time */
    int64_t unadjusted_cost;
};

/* --- tag.c --- */

/* Adds an element (or a PAGE_CONTENT leaf) as the last child of parent. */
struct page_tag *layout_tag(struct layout *layout, struct page_tag *parent, enum page_role role);

/* The same for a document node: takes its language where that changes, and notes its id. */
struct page_tag *layout_node_tag(struct layout *layout, struct page_tag *parent,
                                 enum page_role role, const struct doc_node *node);

/* Lets links to the node's id, if it has one, lead to the tag. layout_node_tag does so itself. */
void layout_note_target(struct layout *layout, const struct doc_node *node, struct page_tag *tag);

/* Numbers the tags and finds out where and on which pages the targets have come to stand. */
void layout_find_pages(struct layout *layout);

/* Puts targets in the order of their ids. */
void layout_sort_targets(struct layout_target *targets, size_t count);

/* The target with that id, or NULL. The targets are in the order of their ids. */
const struct layout_target *layout_find_target(const struct layout_target *targets, size_t count,
                                               const char *id);

/* --- type.c --- */

/* The font, found once. Reports a missing one and falls back on nothing: NULL. */
const struct text_font *layout_font(struct layout *layout, const struct type *type);

/* Styles of the theme. level counts from 1. */
struct type layout_type(const struct layout *layout, enum theme_size size);
struct type layout_heading_type(const struct layout *layout, int level);
struct type layout_side_type(const struct layout *layout);

/* Distance from a line's top to its baseline, the text centred in its leading. */
pt64 layout_baseline(const struct text_font *font, const struct type *type);

/* --- inline.c --- */

/* Inline content made ready to be broken: measure it, then set it. */
struct layout_text;

/* Shapes the inline children of holder. tag is the element that the text belongs to. */
struct layout_text *layout_text_new(struct layout *layout, const struct doc_node *holder,
                                    const struct type *type, struct page_tag *tag);

/* Shapes a string that stands in no document: labels, page numbers. of is the node whose place and
 * language it has; tag NULL: an artifact. */
struct layout_text *layout_text_label(struct layout *layout, const char *label,
                                      const struct doc_node *of, const struct type *type,
                                      struct page_tag *tag);

pt64 layout_text_min_width(const struct layout_text *text, bool hyphenate);
pt64 layout_text_min_width_over(const struct layout_text *text, bool hyphenate, pt64 known);
pt64 layout_text_max_width(const struct layout_text *text);

/* Shapes the inline children of holder to be measured, and leaves no tag behind. */
struct layout_text *layout_text_measured(struct layout *layout, const struct doc_node *holder,
                                         const struct type *type);

/* Breaks and appends a strip a line. Widows and orphans are kept by the strips' penalties. */
void layout_text_set(struct layout *layout, const struct layout_text *text, pt64 x, pt64 width,
                     enum page_artifact artifact, struct strips *out);

/* The same for a paragraph that pages may ask to be set otherwise (loosen.c). */
void layout_text_set_body(struct layout *layout, struct layout_text *text, pt64 x, pt64 width,
                          struct strips *out);

/* Of a paragraph of the body: how it would be set with so many lines more (text_measure.looser);
 * how many came before it in the document; how many lines it has been set with. */
void layout_text_try(const struct layout_text *text, int looser, struct arena *arena,
                     struct text_lines *lines);
size_t layout_text_order(const struct layout_text *text);
size_t layout_text_lines(const struct layout_text *text);

/* The penalty of a break before a line: two lines stay together at each end of a paragraph. */
int layout_line_penalty(const struct text_lines *lines, size_t index);

/* --- block.c --- */

/*
 * Sets first and the blocks after it into the frame, as children of tag. Returns the space that
 * the last block wants below it.
 */
pt64 layout_blocks(struct layout *layout, const struct doc_node *first, struct page_tag *tag,
                   struct frame frame, const struct type *type, struct strips *out);

/* --- list.c --- */

void layout_list(struct layout *layout, const struct doc_node *list, struct page_tag *parent,
                 struct frame frame, const struct type *type, struct strips *out);

/* The room for the list's labels, left of its items' text. */
pt64 layout_label_room(struct layout *layout, const struct doc_node *list, const struct type *type);
void layout_terms(struct layout *layout, const struct doc_node *terms, struct page_tag *parent,
                  struct frame frame, const struct type *type, struct strips *out);

/* --- contents.c --- */

void layout_contents(struct layout *layout, const struct doc_node *contents,
                     struct page_tag *parent, struct frame frame, struct strips *out);

/* --- figure.c --- */

void layout_figure(struct layout *layout, const struct doc_node *figure, struct page_tag *parent,
                   struct frame frame, struct strips *out);

/* Reads an image file (image_read). Returns NULL and has the layout fail when it can't be used. */
const struct image *layout_image_read(struct layout *layout, const char *folder, const char *path,
                                      struct diag_place place);

/* Returns how high an image is that is so wide. */
pt64 layout_image_height(const struct image *image, pt64 width);

/* --- table.c --- */

void layout_table(struct layout *layout, const struct doc_node *table, struct page_tag *parent,
                  struct frame frame, struct strips *out);

/* --- frame.c --- */

/* The running head and foot, ready to be painted on every page. */
struct layout_frames;

struct layout_frames *layout_frames_new(struct layout *layout, struct page_tag *parent);
pt64 layout_head_height(const struct layout_frames *frames, bool landscape);
/* The foot stands in the lower half of the bottom margin, or reaches above it where it is taller;
 * its height comes with the space above. */
pt64 layout_foot_height(const struct layout_frames *frames, bool landscape);
void layout_paint_head(struct layout *layout, const struct layout_frames *frames, size_t number,
                       size_t total, bool landscape, struct page *page);
void layout_paint_foot(struct layout *layout, const struct layout_frames *frames, bool landscape,
                       struct page *page);

/* --- cut.c --- */

struct cut {
    size_t from, to; /* strips of one page */
};

/*
 * Cuts the strips into pages. The ranges live in the arena; there is at least one. *cost is what
 * they cost in all.
 */
size_t layout_cut(struct layout *layout, const struct strips *strips, struct cut **cuts,
                  int64_t *cost);

/* Says what should have stayed together and did not fit on one page. */
void layout_report_torn(const struct layout *layout, const struct strips *strips,
                        const struct cut *cuts, size_t count);

/* --- loosen.c --- */

/*
 * Finds paragraphs that are better set with a line more or less, for the sake of pages that cost
 * much: those that make the document cheapest together with its cuts. None where no page does.
 * The outcome lives in the lasting arena.
 */
void layout_loosen(const struct layout *layout, const struct strips *strips, const struct cut *cuts,
                   size_t count, struct arena *lasting, struct layout_loosening *out);

/* By how many lines the paragraph is to be longer; less than 0: shorter. */
int layout_looser(const struct layout_loosening *loosening, size_t paragraph);

/* --- paint.c --- */

pt64 layout_page_width(bool landscape);
pt64 layout_page_height(bool landscape);

/* Makes the pages from the cuts. */
void layout_paint(struct layout *layout, const struct layout_frames *frames,
                  const struct strips *strips, const struct cut *cuts, size_t count);

/* Copies an item to the page, moved. The item stays as it was. */
struct page_item *layout_put(struct layout *layout, struct page *page, const struct page_item *item,
                             pt64 x, pt64 y);

#endif
