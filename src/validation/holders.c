#include "validation/validate.h"

#include "base/memory.h"

#include <libxml/hash.h>

#include <stdlib.h>
#include <string.h>

/* The holders of one value of one attribute. */
struct holder_list {
    struct attribute_holder *first, **end;
};

struct attributes {
    xmlHashTablePtr lists; /* by name and value */
};

static struct holder_list *list_of(struct validation *validation, const char *name,
                                   const char *value)
{
    xmlHashTablePtr lists = validation->attributes->lists;
    struct holder_list *list = xmlHashLookup2(lists, (const xmlChar *)name, (const xmlChar *)value);
    if (list)
        return list;
    list = arena_alloc(validation->arena, sizeof *list);
    list->end = &list->first;
    if (xmlHashAddEntry2(lists, (const xmlChar *)name, (const xmlChar *)value, list) != 0)
        memory_exhausted();
    return list;
}

static void add_element(struct validation *validation, xmlNodePtr element, bool skipped)
{
    for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
        const char *name = (const char *)attribute->name;
        const char *value = xml_attribute(element, name);
        struct holder_list *list = list_of(validation, name, value ? value : "");
        struct attribute_holder *holder = arena_alloc(validation->arena, sizeof *holder);
        *holder = (struct attribute_holder){.element = element, .skipped = skipped};
        *list->end = holder;
        list->end = &holder->next;
    }
}

/* Adds the attributes of an element and those in it. The depth is limited (SOURCE_DEPTH). */
static void add_elements(struct validation *validation, xmlNodePtr element, bool skipped)
{
    if (!source_span(element))
        return; /* it stands for a missing one */
    add_element(validation, element, skipped);
    for (xmlNodePtr child = element->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            add_elements(validation, child, skipped);
}

struct attribute_holder **validate_holders(struct validation *validation, const char *attribute,
                                           const char *value)
{
    if (!validation->attributes) {
        validation->attributes = arena_alloc(validation->arena, sizeof *validation->attributes);
        validation->attributes->lists = xmlHashCreate(0);
        if (!validation->attributes->lists)
            memory_exhausted();
        add_elements(validation, xmlDocGetRootElement(validation->tree), false);
        for (size_t i = 0; i < validation->detached_count; i++)
            add_elements(validation, validation->detached[i], true);
    }
    return &list_of(validation, attribute, value)->first;
}

void validate_forget_attributes(struct validation *validation)
{
    if (validation->attributes)
        xmlHashFree(validation->attributes->lists, NULL);
}
