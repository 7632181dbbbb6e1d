#include "xml/xml.h"

#include <string.h>

/* Returns whether an attribute's value can be printed. */
static bool is_printed(const xmlAttr *attribute)
{
    static const char *const unprinted[] = {"vaihtoehto", "osoite", "perhe"};
    for (size_t i = 0; i < sizeof unprinted / sizeof *unprinted; i++)
        if (strcmp((const char *)attribute->name, unprinted[i]) == 0)
            return false;
    return attribute->children && attribute->children->content;
}

static const xmlAttr *first_printed(const xmlAttr *attribute)
{
    while (attribute && !is_printed(attribute))
        attribute = attribute->next;
    return attribute;
}

xmlNodePtr xml_next_node(const xmlNode *node, const xmlNode *top)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node != top && !node->next)
        node = node->parent;
    return node == top ? NULL : node->next;
}

static bool is_text(const xmlNode *node)
{
    return (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content;
}

/* Steps to the next attribute of the element, or else the next node. Returns false at the end. */
static bool step(const xmlNode *root, struct xml_text *text)
{
    const xmlAttr *next = text->attribute ? text->attribute->next : NULL;
    text->attribute = first_printed(next);
    if (text->attribute)
        return true;
    text->node = text->node ? xml_next_node(text->node, root) : root;
    if (text->node && text->node->type == XML_ELEMENT_NODE)
        text->attribute = first_printed(text->node->properties);
    return text->node;
}

bool xml_next_text(const xmlDoc *tree, struct xml_text *text)
{
    const xmlNode *root = xmlDocGetRootElement(tree);
    while (root && step(root, text)) {
        if (!text->attribute && !is_text(text->node))
            continue;
        text->content = (const char *)(text->attribute ? text->attribute->children->content
                                                       : text->node->content);
        return true;
    }
    return false;
}

struct diag_place xml_place_in_text(const struct xml_text *text, size_t offset, size_t size)
{
    if (text->attribute)
        return xml_attribute_place(text->node, (const char *)text->attribute->name);
    return xml_text_place(text->node, offset, size);
}
