/*
 * The document tree, read by the layout: on that side nobody sees libxml2.
 *
 * In: an XHTML page document (docs/page-document.md). Out: a tree in the arena. An element, class
 * or attribute outside the documented subset is an error with its place.
 */
#ifndef PYKALA_DOC_DOC_H
#define PYKALA_DOC_DOC_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/units.h"

#include <stdbool.h>
#include <stddef.h>

enum doc_kind {
    /* blocks */
    DOC_BODY,
    DOC_HEADER,
    DOC_FOOTER,
    DOC_SECTION,
    DOC_HEADING,
    DOC_PARAGRAPH,
    DOC_LIST,
    DOC_ITEM,
    DOC_TERMS,  /* dl */
    DOC_TERM,   /* dt */
    DOC_DETAIL, /* dd */
    DOC_TABLE,
    DOC_CAPTION,
    DOC_TABLE_HEAD,
    DOC_TABLE_BODY,
    DOC_ROW,
    DOC_CELL,
    DOC_FIGURE,
    DOC_FIGURE_CAPTION,
    DOC_IMAGE,
    DOC_CONTENTS, /* nav: table of contents */
    /* inline */
    DOC_TEXT,
    DOC_EM,
    DOC_STRONG,
    DOC_LINK,
    DOC_SPAN,
    DOC_BREAK
};

/* Classes, as bits. */
enum doc_class {
    DOC_SIDE = 1 << 0,
    DOC_LANDSCAPE = 1 << 1,
    DOC_WIDE = 1 << 2,
    DOC_BREAK_BEFORE = 1 << 3,
    DOC_KEEP = 1 << 4,
    DOC_SMALL = 1 << 5,
    DOC_KEEP_WITH_NEXT = 1 << 6,
    DOC_LEAD = 1 << 7,
    DOC_COMPACT = 1 << 8,
    DOC_PLAIN = 1 << 9,
    DOC_NUMERIC = 1 << 10,
    DOC_TOC = 1 << 11,
    DOC_NO_HYPHENS = 1 << 12,
    DOC_NOWRAP = 1 << 13,
    DOC_FILL_IN = 1 << 14,
    DOC_LABEL = 1 << 15,
    DOC_ORGANISATION = 1 << 16,
    DOC_DECIDING_BODY = 1 << 17,
    DOC_PAPER_KIND = 1 << 18,
    DOC_DATE = 1 << 19,
    DOC_RECORD_NUMBER = 1 << 20,
    DOC_NOTICE = 1 << 21,
    DOC_BAR_CHART = 1 << 22,
    DOC_LINE_CHART = 1 << 23,
    DOC_TARGET_LOW = 1 << 24,
    DOC_TARGET_HIGH = 1 << 25,
    DOC_CONTACT = 1 << 26,
    DOC_SIGN = 1 << 27,
    DOC_BARS = 1 << 28,
    DOC_DUMBBELLS = 1 << 29,
    DOC_SPARKLINES = 1 << 30
};
#define DOC_SYMBOL (1U << 31) /* an enumerator is an int, which has no such bit */
#define DOC_GRAPHICS (DOC_BARS | DOC_DUMBBELLS | DOC_SPARKLINES)

enum doc_scope {
    DOC_SCOPE_NONE,
    DOC_SCOPE_COLUMN,
    DOC_SCOPE_ROW,
    DOC_SCOPE_COLUMN_GROUP,
    DOC_SCOPE_ROW_GROUP
};

struct doc_node {
    enum doc_kind kind;
    unsigned classes;
    struct doc_node *parent, *first, *last, *next;
    const char *id;          /* or NULL */
    const char *lang;        /* in force here; never NULL */
    struct diag_place place; /* in the page document, or in the template that a mark names */
    bool implied;            /* DOC_PARAGRAPH: inline content directly in an item or a cell */
    size_t order;            /* DOC_TEXT: number of the body's texts before, blank ones, too;
                                SIZE_MAX: not of the body */
    union {
        int level;        /* DOC_HEADING: 1–4 */
        const char *text; /* DOC_TEXT: white space collapsed, never empty */
        struct {
            char type; /* '\0' unordered, '1', 'a' */
            int start;
        } list;
        struct {
            bool header;
            enum doc_scope scope;
            int column_span, row_span; /* 1 or more */
            const char *headers;       /* as written: ids set apart by spaces; or NULL */
        } cell;
        struct {
            const char *href;
            const char *title; /* or NULL */
        } link;
        struct {
            const char *source;
            const char *alt;
            pt64 width; /* 0: natural */
        } image;
        const char *spoken; /* DOC_SPAN of class symbol: the word for the sign; else NULL */
    };
};

struct doc_document {
    const char *title, *author, *description, *keywords, *date, *paper, *publicity;
    const char *lang;
    struct doc_node *header, *body, *footer; /* header and footer may be NULL */
    /* The bytes that it was read from, to find places in; NULL where it names no own places. */
    const char *source;
    size_t source_size;
};

/*
 * Reads a page document, which diagnostics call name. With marks, those of a traced template run,
 * diagnostics name the place of the nearest mark around a fault instead; NULL: the document names
 * no places. Adds all faults, and returns NULL when there is one. The tree lives in the arena; the
 * files of its places live as long as name and the marks. The bytes must live as long as anybody
 * asks for the places of characters.
 */
struct doc_document *doc_read(const char *bytes, size_t size, const char *name,
                              const struct diag_marks *marks, struct arena *arena,
                              struct diags *diags);

/* Adds child as the last child of parent. */
void doc_append(struct doc_node *parent, struct doc_node *child);

/* Returns the next node in document order within root's subtree; NULL after the last. */
const struct doc_node *doc_following(const struct doc_node *root, const struct doc_node *node);

/* Returns the place of the character at a byte of a text node. */
struct diag_place doc_text_place(const struct doc_document *document, const struct doc_node *text,
                                 size_t offset);

/* Appends all text below the node, with a space for each line break; of a symbol its word. */
void doc_text(const struct doc_node *node, struct buf *out);

/* Writes the tree as text, a node a line, indented, for --emit doc and golden tests. */
void doc_dump(const struct doc_document *document, struct buf *out);

#endif
