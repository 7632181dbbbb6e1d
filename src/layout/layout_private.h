// clang-format off
/*
 * Declares what the files of this folder share. The way through a pass:
 *
 *   doc tree ─▶ block.c, list.c, table.c ─▶ strips ─▶ page_break.c ─▶ page ranges ─▶ paint.c ─▶ pages
 *                  ▲ galley: text, images             │                         ▲ running.c:
 *                  │ chart: drawings                  ▼                         │ head and foot
 *                  └── next pass: lines more or less ── loosen.c, where a page costs much
 *
 * A pass makes the tags as it goes, in document order. layout.c runs passes until the page numbers
 * in the table of contents are right.
 */
// clang-format on
#ifndef PYKALA_LAYOUT_PRIVATE_H
#define PYKALA_LAYOUT_PRIVATE_H

#include "galley/galley.h"
#include "layout/layout.h"

struct layout {
    struct galley galley;
    struct page_document *pages;
    struct page_anchor *anchors;
    size_t anchor_count, anchor_capacity;
    struct strips strips; /* of the body */
    struct cut *cuts;
    size_t cut_count;
    enum {
        LAYOUT_TO_ASK,
        LAYOUT_ASKED,
        LAYOUT_ADJUSTED
    } adjusting; /* how far the search for cheaper paragraphs has come */
    int64_t unadjusted_cost;
};

/* --- anchor.c --- */

void layout_add_anchor(struct layout *layout, struct page_anchor anchor);

/* Numbers the tags and finds the places and pages of the targets. */
void layout_find_pages(struct layout *layout);

/* --- block.c --- */

/* Sets first and the blocks after it into the room, as children of tag. Returns the space wanted
 * below the last block. */
pt64 layout_blocks(struct galley *galley, const struct doc_node *first, struct page_tag *tag,
                   struct room room, const struct text_style *style, struct strips *out);

/* --- list.c --- */

void layout_list(struct galley *galley, const struct doc_node *list, struct page_tag *parent,
                 struct room room, const struct text_style *style, struct strips *out);

/* Returns the width of the list's labels, left of its items' text. */
pt64 layout_label_width(struct galley *galley, const struct doc_node *list,
                        const struct text_style *style);
void layout_terms(struct galley *galley, const struct doc_node *terms, struct page_tag *parent,
                  struct room room, const struct text_style *style, struct strips *out);

/* --- contents.c --- */

void layout_contents(struct galley *galley, const struct doc_node *contents,
                     struct page_tag *parent, struct room room, struct strips *out);

/* --- figure.c --- */

void layout_figure(struct galley *galley, const struct doc_node *figure, struct page_tag *parent,
                   struct room room, struct strips *out);

/* --- table.c --- */

void layout_table(struct galley *galley, const struct doc_node *table, struct page_tag *parent,
                  struct room room, struct strips *out);

/* --- running.c --- */

/* The running head and foot, ready to be painted on every page. */
struct running;

struct running *running_new(struct galley *galley, struct page_tag *parent);
pt64 running_head_height(const struct running *running, bool landscape);
/* Returns the height of the foot and the space above. The foot stands in the lower half of the
 * bottom margin; a taller one reaches above. */
pt64 running_foot_height(const struct running *running, bool landscape);
/* Returns the height of page 1's contact details, above the foot, and the space above them. */
pt64 running_contact_height(const struct running *running, bool landscape);
void running_paint_head(struct galley *galley, const struct running *running, size_t number,
                        size_t total, bool landscape, struct page *page);
void running_paint_foot(struct galley *galley, const struct running *running, size_t number,
                        bool landscape, struct page *page);

/* --- page_break.c --- */

struct cut {
    size_t from, to; /* strips of one page */
};

/* Cuts the strips into pages, at least one, in the arena. Returns their number; *cost is their
 * total. */
size_t layout_cut(struct galley *galley, const struct strips *strips, struct cut **cuts,
                  int64_t *cost);

/* Reports what should have stayed together and did not fit on one page. */
void layout_report_torn(const struct galley *galley, const struct strips *strips,
                        const struct cut *cuts, size_t count);

/* --- loosen.c --- */

/*
 * Finds paragraphs to set with a line more or less for the sake of pages that cost much, so that
 * the document with its cuts is cheapest; none where no page costs much. The outcome lives in the
 * lasting arena.
 */
void layout_loosen(const struct galley *galley, const struct strips *strips, const struct cut *cuts,
                   size_t count, struct arena *lasting, struct galley_loosening *out);

/* --- paint.c --- */

void layout_paint(struct layout *layout, const struct running *running, const struct strips *strips,
                  const struct cut *cuts, size_t count);

#endif
