/*
 * Finished pages: what the layout makes and a writer (pdf) reads.
 *
 * A document is a list of pages, each a list of items in the order in which they are painted and
 * read, and one tag tree (ISO 32000-1 14.7–14.8: the logical structure). An item either belongs
 * to a content leaf of the tree or is an artifact. Everything lives in one arena.
 *
 * All lengths are 1/64 pt from the page's top left corner; y grows down.
 */
#ifndef PYKALA_PAGE_PAGE_H
#define PYKALA_PAGE_PAGE_H

#include "base/buf.h"
#include "base/glyph.h"
#include "base/units.h"
#include "image/image.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text_font;  /* text/font.h; pages only carry it */
struct text_loans; /* text/loans.h: so, too */

/* Structure types: standard ones of ISO 32000-1 14.8.4; EM and STRONG are role-mapped to Span. */
enum page_role {
    PAGE_CONTENT, /* no element: a leaf at the place of content among the children */
    PAGE_DOCUMENT,
    PAGE_SECT,
    PAGE_DIV,
    PAGE_H1,
    PAGE_H2,
    PAGE_H3,
    PAGE_H4,
    PAGE_P,
    PAGE_L,
    PAGE_LI,
    PAGE_LBL,
    PAGE_LBODY,
    PAGE_TABLE,
    PAGE_CAPTION,
    PAGE_THEAD,
    PAGE_TBODY,
    PAGE_TR,
    PAGE_TH,
    PAGE_TD,
    PAGE_TOC,
    PAGE_TOCI,
    PAGE_REFERENCE,
    PAGE_FIGURE,
    PAGE_LINK,
    PAGE_NOTE,
    PAGE_SPAN,
    PAGE_EM,
    PAGE_STRONG
};

enum page_scope { PAGE_SCOPE_NONE, PAGE_SCOPE_ROW, PAGE_SCOPE_COLUMN, PAGE_SCOPE_BOTH };

enum page_list_numbering {
    PAGE_LIST_NONE,
    PAGE_LIST_DISC,
    PAGE_LIST_DECIMAL,
    PAGE_LIST_LOWER_ALPHA
};

/* A node of the tag tree. Children are in reading order. */
struct page_tag {
    enum page_role role;
    struct page_tag *parent, *first, *last, *next;
    const char *lang;           /* where it differs from the parent's; else NULL */
    const char *alt;            /* figures and links: the alternative description */
    const char *actual;         /* replaces the content (ActualText) */
    const char *id;             /* table headers: unique in the document; else NULL */
    const char *const *headers; /* cells: ids of the TH that apply, headers_count of them */
    size_t headers_count;
    enum page_scope scope;              /* TH */
    int column_span, row_span;          /* TH, TD: 1 or more; 0 elsewhere */
    enum page_list_numbering numbering; /* L */
    size_t index;                       /* position in document order, from 0 at the root */
};

enum page_artifact {
    PAGE_NOT_ARTIFACT,
    PAGE_ARTIFACT_HEADER,     /* /Type /Pagination /Subtype /Header */
    PAGE_ARTIFACT_FOOTER,     /* /Type /Pagination /Subtype /Footer */
    PAGE_ARTIFACT_LAYOUT,     /* /Type /Layout: rules, leaders */
    PAGE_ARTIFACT_BACKGROUND, /* /Type /Background: fills */
    PAGE_ARTIFACT_REPEATED    /* /Type /Pagination: table headings on later pages */
};

struct page_box {
    pt64 x, y, width, height;
};

enum page_item_kind { PAGE_RUN, PAGE_FILL, PAGE_PATH, PAGE_IMAGE, PAGE_ANNOTATION };

/* Glyphs on one baseline in one font, size and colour. */
struct page_run {
    const struct text_font *font;
    pt64 size;
    pt64 x, y;       /* the start of the baseline */
    pt64 word_space; /* added after each U+0020 (justified text); may be negative */
    pt64 width;      /* of the whole run, word_space included */
    const struct glyph *glyphs;
    size_t glyph_count;
    const char *text;    /* UTF-8, of the glyphs, in reading order */
    size_t text_size;    /* bytes */
    bool soft_hyphen;    /* the run is the hyphen of a broken word; text is U+00AD */
    bool written_hyphen; /* the line was broken behind the hyphen that ends the run */
    bool space_after; /* another word follows on the next line, or in another text: the writer must
                         keep them apart for extraction (ends with U+0020) */
};

struct page_point {
    pt64 x, y;
};

enum page_path_paint {
    PAGE_PATH_LINE,     /* one line through all points */
    PAGE_PATH_SEGMENTS, /* a line for every two points */
    PAGE_PATH_OUTLINE,  /* through all points and back to the first */
    PAGE_PATH_AREA      /* the inside of the outline; width and dash are not used */
};

/* Straight lines in a drawing: a chart's lines, patterns and marks. */
struct page_path {
    enum page_path_paint paint;
    pt64 x, y;                       /* origin of the points */
    const struct page_point *points; /* two or more */
    size_t point_count;
    pt64 width;
    pt64 dash, gap; /* zero: solid */
};

struct page_image {
    struct page_box box;
    const struct image *file;
};

/* A link's active area. Exactly one of target and uri is set. tag is the LINK element's leaf. */
struct page_annotation {
    struct page_box box;
    const struct page_tag *target;
    const char *uri;
    const char *contents; /* read by screen readers; never NULL */
};

struct page_item {
    enum page_item_kind kind;
    enum page_artifact artifact;
    struct page_tag *tag; /* a PAGE_CONTENT leaf (of the LINK element for annotations); NULL for
                             artifacts */
    uint32_t colour;      /* 0xRRGGBB: runs, fills and paths */
    union {
        struct page_run run;
        struct page_box fill; /* a filled rectangle; rules are thin ones */
        struct page_path path;
        struct page_image image;
        struct page_annotation annotation;
    };
};

struct page {
    pt64 width, height;
    struct page_item *items;
    size_t item_count, item_capacity;
};

/* The place where a tag begins: for bookmarks, inner links and page references. */
struct page_anchor {
    const struct page_tag *tag;
    size_t page; /* from 0 */
    pt64 y;
};

/* A bookmark (outline entry). level counts from 1. */
struct page_bookmark {
    int level;
    const char *title;
    const struct page_tag *target;
};

struct page_document {
    const char *title, *author, *description, *keywords, *lang;
    const char *date;                      /* ISO date of the meeting, or NULL */
    const char *record_number, *publicity; /* or NULL */
    struct page *pages;
    size_t page_count;
    struct page_tag *root;
    size_t tag_count;
    const struct page_anchor *anchors; /* in tag index order */
    size_t anchor_count;
    const struct page_bookmark *bookmarks;
    size_t bookmark_count;
    const struct text_loans *loans; /* what is set from other fonts than the theme's */
};

/* Returns the standard name of a role: "H1", "TOCI"; "" for PAGE_CONTENT. */
const char *page_role_name(enum page_role role);

/* Returns the anchor of a tag; NULL when there is none. */
const struct page_anchor *page_anchor_of(const struct page_document *document,
                                         const struct page_tag *tag);

/* Returns the box that an item covers; for a run from its line's usual ascent to its descent. */
struct page_box page_item_box(const struct page_item *item);

/* Returns the smallest box that holds both. */
struct page_box page_box_union(const struct page_box *a, const struct page_box *b);

/*
 * Writes the pages as text, an item a line, for --emit pages and golden tests:
 *   run 56.7 70.9 w 120.5 11 "Joutsan kunta" #12
 */
void page_dump(const struct page_document *document, struct buf *out);

/* Writes the tag tree as text, an element a line, indented, for --emit tags. */
void page_dump_tags(const struct page_document *document, struct buf *out);

#endif
