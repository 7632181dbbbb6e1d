/* The elements, classes and attributes of a page document (docs/page-document.md): the node made of
 * each element, its permitted content and attributes. */
#ifndef PYKALA_DOC_ELEMENT_H
#define PYKALA_DOC_ELEMENT_H

#include "doc/doc_private.h"

/* Sets of elements, as bits: for what an element may hold, and where it may stand. */
enum doc_group {
    GROUP_BLOCK = 1 << 0,
    GROUP_INLINE = 1 << 1,
    GROUP_ITEM_BLOCK = 1 << 2, /* the blocks that items and cells may hold: p, ul, ol */
    GROUP_ITEM = 1 << 3,
    GROUP_TERM = 1 << 4,
    GROUP_TABLE_PART = 1 << 5,
    GROUP_ROW = 1 << 6,
    GROUP_CELL = 1 << 7,
    GROUP_FIGURE_PART = 1 << 8,
    GROUP_CONTENTS_PART = 1 << 9,
    GROUP_FRAME = 1 << 10,  /* header, footer */
    GROUP_LINE = 1 << 11,   /* p in a header or footer */
    GROUP_PICTURE = 1 << 12 /* img */
};

/* Attributes that an element takes beside class, id and lang. */
enum doc_takes {
    TAKES_SPANS = 1 << 0, /* colspan, rowspan, headers */
    TAKES_SCOPE = 1 << 1,
    TAKES_HREF = 1 << 2,  /* href, title */
    TAKES_LIST = 1 << 3,  /* type, start */
    TAKES_IMAGE = 1 << 4, /* src, alt, width */
    TAKES_WORD = 1 << 5   /* title of a symbol */
};

struct doc_element {
    const char *name;
    enum doc_kind kind;
    unsigned groups; /* which the element belongs to */
    unsigned holds;  /* which its children may belong to; GROUP_INLINE: text, too */
    unsigned classes;
    unsigned attributes;
};

/* Returns the element of that name; NULL when there is none. */
const struct doc_element *doc_element_find(const char *name);

/* The receiver and place of complaints about an element. */
struct doc_complaints {
    struct arena *arena;
    struct diags *diags;
    struct diag_place place;
};

/* Adds an error. message has one %s, replaced by what. */
void doc_complain(const struct doc_complaints *complaints, enum rule rule, const char *hint,
                  const char *message, const char *what);

/* Returns a whole number from 1 to 10,000; 0 for anything else. */
int doc_read_number(const char *value);

/* Complains of a value that is no language tag: PDF/UA and PDF/A take no other. */
void doc_language_check(const struct doc_complaints *complaints, const char *value);

/* Reads an attribute into node, which keeps value. Complains where the element doesn't take it. */
void doc_attribute_read(const struct doc_complaints *complaints, const struct doc_element *element,
                        const char *name, const char *value, struct doc_node *node);

/* Complains of attributes that the element needs and doesn't have. */
void doc_attributes_check(const struct doc_complaints *complaints,
                          const struct doc_element *element, const struct doc_node *node);

#endif
