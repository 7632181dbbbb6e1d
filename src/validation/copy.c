#include "validation/copy.h"

#include "xml/xml.h"

#include <string.h>

/* Returns the next node from one on that isn't a comment, an instruction or layout. */
static const xmlNode *next_content(const xmlNode *node)
{
    while (node && (node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE ||
                    (node->type == XML_TEXT_NODE && xmlIsBlankNode(node))))
        node = node->next;
    return node;
}

static bool same_value(const xmlNode *a, const xmlNode *b, const char *attribute)
{
    const char *left = xml_attribute(a, attribute), *right = xml_attribute(b, attribute);
    return left && right && strcmp(left, right) == 0;
}

static bool same_attributes(const xmlNode *a, const xmlNode *b)
{
    size_t count = 0;
    for (const xmlAttr *attribute = a->properties; attribute; attribute = attribute->next) {
        count++;
        if (!same_value(a, b, (const char *)attribute->name))
            return false;
    }
    for (const xmlAttr *attribute = b->properties; attribute; attribute = attribute->next)
        count--;
    return !count;
}

bool copy_is(const xmlNode *a, const xmlNode *b)
{
    if (a->type != b->type)
        return false;
    if (a->type != XML_ELEMENT_NODE)
        return xmlStrEqual(a->content, b->content);
    if (!xmlStrEqual(a->name, b->name) || !same_attributes(a, b))
        return false;
    const xmlNode *left = next_content(a->children), *right = next_content(b->children);
    while (left && right && copy_is(left, right)) {
        left = next_content(left->next);
        right = next_content(right->next);
    }
    return !left && !right;
}

bool copy_has_elements(const xmlNode *element)
{
    const xmlNode *node = next_content(element->children);
    return node && node->type == XML_ELEMENT_NODE;
}
