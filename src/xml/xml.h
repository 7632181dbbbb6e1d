/*
 * XML: bytes → a tree that knows its places.
 *
 * In: a file's bytes, which anybody may have written. Out: a libxml2 tree, whose elements know
 * where they stand in the file and whether anything has been reported of them; of a file that isn't
 * well formed, the tree of what it was probably meant to be. This header asks of a tree; source.h,
 * angles.h, quotes.h and parse.h, in this order, make one.
 */
#ifndef PYKALA_XML_XML_H
#define PYKALA_XML_XML_H

#include "base/blank.h"
#include "base/diag.h"

#include <libxml/tree.h>

#include <stdbool.h>
#include <stddef.h>

/* The namespace of all input. */
#define XML_PYKALA "urn:pykala:1"

/* Return the place of an element's start tag up to the end of its name, or of the value of one of
 * its attributes. Valid as long as the document. */
struct diag_place xml_place(const xmlNode *element);
struct diag_place xml_attribute_place(const xmlNode *element, const char *attribute);

/* Returns the place of the item of that index in an attribute's list. */
struct diag_place xml_item_place(const xmlNode *element, const char *attribute, size_t index);

/* Returns the place of a stretch of a text node's content, in bytes. */
struct diag_place xml_text_place(const xmlNode *text, size_t offset, size_t size);

/*
 * A walk along texts in document order, for the places of many bytes: together they take no longer
 * than the texts. Begin with zeros; offsets in a text only grow.
 */
struct xml_walk {
    const xmlNode *text;
    const char *at;      /* in the source */
    const char *content; /* of the text: the byte that is written there */
};
struct diag_place xml_walk_place(struct xml_walk *walk, const xmlNode *text, size_t offset,
                                 size_t size);

/*
 * Whether nothing has been said to be wrong with an element itself (its name, its place, its
 * attributes), or with its children themselves or anything inside it, too, and nothing there has
 * been made up to be able to read on: what may be asked more of in a document that isn't valid. The
 * depth is limited.
 */
bool xml_is_sound(const xmlNode *element);
bool xml_is_sound_with_children(const xmlNode *element);
bool xml_is_sound_inside(const xmlNode *element);

/*
 * A text that papers can show: of an element, or of one of its attributes. Not those that are only
 * said or followed: the words for a picture, an address, the name of a font.
 */
struct xml_text {
    const xmlNode *node;      /* the text node, or the element that has the attribute */
    const xmlAttr *attribute; /* or NULL */
    const char *content;
};

/* Goes on to a tree's next text. Returns false at the end. Begin with zeros. */
bool xml_next_text(const xmlDoc *tree, struct xml_text *text);

/* Returns the place of a stretch of a text; of an attribute, the place of its value. */
struct diag_place xml_place_in_text(const struct xml_text *text, size_t offset, size_t size);

/* The node behind node in document order, below top; NULL at the end. Begin with top itself. */
xmlNodePtr xml_next_node(const xmlNode *node, const xmlNode *top);

/* Whether an element is in the project's namespace. */
bool xml_is_ours(const xmlNode *element);

/* Whether an element holds others. */
bool xml_has_elements(const xmlNode *element);

/* Returns the name of an element. */
static inline const char *xml_name(const xmlNode *element)
{
    return (const char *)element->name;
}

/* Tree helpers in the project's namespace. */
xmlNodePtr xml_child(const xmlNode *parent, const char *name); /* first, or NULL */
xmlNodePtr xml_next(const xmlNode *element, const char *name); /* next sibling of that name */
/* Attribute value in the tree's memory; NULL when absent. */
const char *xml_attribute(const xmlNode *element, const char *name);
/* Whether an element has the attribute, with the value. */
bool xml_has(const xmlNode *element, const char *name, const char *value);
/* Text of a child element, trimmed, owned by the caller (free); NULL when the child is absent. */
char *xml_child_text(const xmlNode *parent, const char *name);

#endif
