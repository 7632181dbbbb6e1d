#include "xml/xml.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

bool xml_is_ours(const xmlNode *element)
{
    return element->ns && strcmp((const char *)element->ns->href, XML_PYKALA) == 0;
}

bool xml_has_elements(const xmlNode *element)
{
    const xmlNode *node = element->children;
    while (node && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
}

static bool is_named(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && xml_is_ours(node) && strcmp(xml_name(node), name) == 0;
}

static xmlNodePtr find(xmlNodePtr node, const char *name)
{
    while (node && !is_named(node, name))
        node = node->next;
    return node;
}

xmlNodePtr xml_child(const xmlNode *parent, const char *name)
{
    return parent ? find(parent->children, name) : NULL;
}

xmlNodePtr xml_next(const xmlNode *element, const char *name)
{
    return find(element->next, name);
}

/* An attribute's value is one text node without a DTD, or none when it is empty. */
const char *xml_attribute(const xmlNode *element, const char *name)
{
    const xmlAttr *attribute = xmlHasProp(element, (const xmlChar *)name);
    if (!attribute)
        return NULL;
    return attribute->children ? (const char *)attribute->children->content : "";
}

bool xml_has(const xmlNode *element, const char *name, const char *value)
{
    const char *found = xml_attribute(element, name);
    return found && strcmp(found, value) == 0;
}

char *xml_child_text(const xmlNode *parent, const char *name)
{
    xmlNodePtr child = xml_child(parent, name);
    xmlChar *content = child ? xmlNodeGetContent(child) : NULL;
    if (!content)
        return NULL;
    size_t size;
    const char *trimmed = blank_trim((const char *)content, &size);
    char *text = memory_new(size + 1, 1);
    memcpy(text, trimmed, size);
    xmlFree(content);
    return text;
}
