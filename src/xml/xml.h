/*
 * XML: bytes → a tree that knows its places. In: a file's bytes, which anybody may have written.
 * Out: a libxml2 tree, whose elements know their places and whether anything has been reported of
 * them; for a file that isn't well formed, the tree that was probably meant. This header asks of a
 * tree; source.h, recovery.h and parse.h, in this order, make one.
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

/* Returns the place of an element from its start tag to its end. */
struct diag_place xml_extent(const xmlNode *element);

/* Returns the place of an item of an attribute's list, by its index. */
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
 * Return whether an element itself (its name, place and attributes), its children, too, or all
 * inside it is sound: nothing has been reported of it, and nothing is made up. More may be asked of
 * sound parts of a document that isn't valid. The depth is limited.
 *
 * xml_is_in_place asks for the name and place alone, and xml_knows for one attribute beside: a slip
 * in one hides nothing that is wrong with the others. An absent attribute is known to be absent.
 */
bool xml_is_in_place(const xmlNode *element);
bool xml_knows(const xmlNode *element, const char *attribute);

/* Returns whether nothing has been reported of an element's content, and its children are in their
 * places. */
bool xml_is_content_in_place(const xmlNode *element);

/* Returns whether a list of attributes, set apart by spaces, is known all. */
bool xml_knows_all(const xmlNode *element, const char *attributes);
bool xml_is_sound(const xmlNode *element);
bool xml_is_sound_with_children(const xmlNode *element);
bool xml_is_sound_inside(const xmlNode *element);

/* A text that papers can show: of an element or an attribute. Not the words for a picture, an
 * address, or the name of a font. */
struct xml_text {
    const xmlNode *node;      /* the text node, or the element that has the attribute */
    const xmlAttr *attribute; /* or NULL */
    const char *content;
};

/* Goes on to a tree's next text. Returns false at the end. The first call takes zeros. */
bool xml_next_text(const xmlDoc *tree, struct xml_text *text);

/* Returns the place of a stretch of a text; of an attribute, the place of its value. */
struct diag_place xml_place_in_text(const struct xml_text *text, size_t offset, size_t size);

/* Returns the node after node in document order, below top; NULL at the end. Begins with top
 * itself. */
xmlNodePtr xml_next_node(const xmlNode *node, const xmlNode *top);

/* Returns whether an element is in the project's namespace. */
bool xml_is_ours(const xmlNode *element);

/* Returns whether an element holds others. */
bool xml_has_elements(const xmlNode *element);

/* Returns the name of an element. */
static inline const char *xml_name(const xmlNode *element)
{
    return (const char *)element->name;
}

/* Tree helpers in the project's namespace. */
xmlNodePtr xml_child(const xmlNode *parent, const char *name); /* first, or NULL */
xmlNodePtr xml_next(const xmlNode *element, const char *name); /* next sibling of that name */
/* Returns an attribute's value in the tree's memory; NULL when absent. */
const char *xml_attribute(const xmlNode *element, const char *name);
/* Returns whether an element has the attribute, with the value. */
bool xml_has(const xmlNode *element, const char *name, const char *value);
/* Returns the trimmed text of a child element, owned by the caller (free); NULL for no child. */
char *xml_child_text(const xmlNode *parent, const char *name);

#endif
