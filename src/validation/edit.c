#include "validation/repair.h"

#include "base/memory.h"

#include <libxml/dict.h>

#include <stdlib.h>

enum edit_kind {
    EDIT_NAME,
    EDIT_NAMESPACE,
    EDIT_ATTRIBUTE,
    EDIT_NEW_ATTRIBUTE,
    EDIT_PLACE,
    EDIT_NEW
};

struct edit {
    enum edit_kind kind;
    xmlNodePtr node; /* of EDIT_ATTRIBUTE and EDIT_NEW_ATTRIBUTE, the attribute */
    const xmlChar *name;
    xmlNsPtr ns;
    xmlNodePtr parent, next; /* its place before the edit */
};

static void keep(struct validation *validation, struct edit edit)
{
    GROW(validation->edits, validation->edit_count, validation->edit_capacity);
    validation->edits[validation->edit_count++] = edit;
}

static const xmlChar *in_dictionary(const struct validation *validation, const char *name)
{
    const xmlChar *found = xmlDictLookup(validation->tree->dict, (const xmlChar *)name, -1);
    if (!found)
        memory_exhausted();
    return found;
}

void edit_rename(struct validation *validation, xmlNodePtr element, const char *name)
{
    keep(validation, (struct edit){.kind = EDIT_NAME, .node = element, .name = element->name});
    element->name = in_dictionary(validation, name);
}

void edit_namespace(struct validation *validation, xmlNodePtr element, xmlNsPtr ns)
{
    keep(validation, (struct edit){.kind = EDIT_NAMESPACE, .node = element, .ns = element->ns});
    element->ns = ns;
}

void edit_attribute(struct validation *validation, xmlAttrPtr attribute, const char *name,
                    const char *written)
{
    keep(validation, (struct edit){.kind = EDIT_ATTRIBUTE,
                                   .node = (xmlNodePtr)attribute,
                                   .name = attribute->name,
                                   .ns = attribute->ns});
    attribute->name = in_dictionary(validation, name);
    attribute->ns = NULL;
    attribute->_private = arena_strdup(validation->arena, written);
}

void edit_add_attribute(struct validation *validation, xmlNodePtr element, const char *name,
                        const char *value, struct diag_place place)
{
    xmlAttrPtr attribute = xmlNewProp(element, (const xmlChar *)name, (const xmlChar *)value);
    if (!attribute)
        memory_exhausted();
    struct diag_place *kept = arena_alloc(validation->arena, sizeof *kept);
    *kept = place;
    attribute->psvi = kept; /* libxml2 leaves psvi and _private to others; a table would have to
                               follow the attributes */
    keep(validation, (struct edit){.kind = EDIT_NEW_ATTRIBUTE, .node = (xmlNodePtr)attribute});
}

void edit_unlink(struct validation *validation, xmlNodePtr element)
{
    keep(validation, (struct edit){.kind = EDIT_PLACE,
                                   .node = element,
                                   .parent = element->parent,
                                   .next = element->next});
    xmlUnlinkNode(element);
}

/* Links a node as libxml2's functions don't: they would merge text or look for namespaces. */
static void put(xmlNodePtr node, xmlNodePtr parent, xmlNodePtr next)
{
    node->parent = parent;
    node->next = next;
    node->prev = next ? next->prev : parent->last;
    if (node->prev)
        node->prev->next = node;
    else
        parent->children = node;
    if (next)
        next->prev = node;
    else
        parent->last = node;
}

void edit_move(struct validation *validation, xmlNodePtr element, xmlNodePtr parent,
               xmlNodePtr next)
{
    edit_unlink(validation, element);
    put(element, parent, next);
}

void edit_insert(struct validation *validation, const char *name, xmlNodePtr parent,
                 xmlNodePtr next)
{
    xmlNodePtr element = xmlNewDocNode(validation->tree, parent->ns, (const xmlChar *)name, NULL);
    if (!element)
        memory_exhausted();
    put(element, parent, next);
    keep(validation, (struct edit){.kind = EDIT_NEW, .node = element});
}

static void take_back(const struct edit *edit)
{
    xmlNodePtr node = edit->node;
    switch (edit->kind) {
    case EDIT_NAME:
        node->name = edit->name;
        break;
    case EDIT_NAMESPACE:
        node->ns = edit->ns;
        break;
    case EDIT_ATTRIBUTE:
        ((xmlAttrPtr)node)->name = edit->name;
        ((xmlAttrPtr)node)->ns = edit->ns;
        node->_private = NULL;
        break;
    case EDIT_NEW_ATTRIBUTE:
        xmlRemoveProp((xmlAttrPtr)node);
        break;
    case EDIT_PLACE:
        xmlUnlinkNode(node);
        put(node, edit->parent, edit->next);
        break;
    case EDIT_NEW:
        xmlUnlinkNode(node);
        xmlFreeNode(node);
        break;
    }
}

void edit_namespaces(struct validation *validation, const xmlNode *parent, const xmlNs *wrong)
{
    for (xmlNodePtr node = parent->children; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE && node->ns == wrong) {
            edit_namespace(validation, node, parent->ns);
            edit_namespaces(validation, node, wrong);
        }
}

void edit_take_in(struct validation *validation, xmlNodePtr element)
{
    const xmlNs *wrong = element->ns;
    edit_namespace(validation, element, element->parent->ns);
    edit_namespaces(validation, element, wrong);
}

void edit_undo(struct validation *validation)
{
    while (validation->edit_count)
        take_back(&validation->edits[--validation->edit_count]);
    free(validation->edits);
    validation->edits = NULL;
}
