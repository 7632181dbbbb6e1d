/* Lists in attributes, an item at a time: each that is wrong is told, where it stands. */
#include "validation/validate.h"

#include "base/memory.h"

#include <string.h>

static const char blank[] = " \t\r\n";

/* Where the value begins in the file; false when it isn't written there as it reads. */
static bool value_offset(const struct validation *validation, const struct listed_value *list,
                         const char *value, size_t *offset)
{
    const xmlAttr *attribute = xmlHasProp(list->element, (const xmlChar *)list->attribute);
    const char *written = attribute->_private ? attribute->_private : list->attribute;
    size_t name;
    return source_attribute(validation->source, source_span(list->element)->start, written, &name,
                            offset) &&
           strlen(validation->source->bytes.data + *offset) > strlen(value) &&
           strncmp(validation->source->bytes.data + *offset, value, strcspn(value, blank)) == 0;
}

/* An element with nothing but the attribute, holding the item alone. */
static xmlNodePtr item_element(const struct validation *validation, const struct listed_value *list,
                               const char *item)
{
    xmlNodePtr element =
        xmlNewDocNode(validation->tree, list->element->ns, list->element->name, NULL);
    if (!element || !xmlNewProp(element, (const xmlChar *)list->attribute, (const xmlChar *)item))
        memory_exhausted();
    return element;
}

static void check_item(struct validation *validation, xmlSchemaValidCtxtPtr validator,
                       const struct listed_value *list, const char *text, size_t offset)
{
    struct listed_item item = {
        .element = list->element, .attribute = list->attribute, .offset = offset};
    xmlNodePtr element = item_element(validation, list, text);
    validation->item = &item;
    validation->last_element = NULL;
    xmlSchemaValidateOneElement(validator, element);
    validation->item = NULL;
    xmlFreeNode(element);
}

static void check_list(struct validation *validation, xmlSchemaValidCtxtPtr validator,
                       const struct listed_value *list)
{
    const char *value = xml_attribute(list->element, list->attribute);
    size_t offset = 0;
    bool as_written = value_offset(validation, list, value, &offset);
    for (const char *at = value + strspn(value, blank); *at; at += strspn(at, blank)) {
        size_t size = strcspn(at, blank);
        check_item(validation, validator, list, arena_strndup(validation->arena, at, size),
                   offset + (as_written ? (size_t)(at - value) : 0));
        at += size;
    }
}

void validate_lists(struct validation *validation, xmlSchemaValidCtxtPtr validator)
{
    for (size_t i = 0; i < validation->list_count; i++)
        check_list(validation, validator, &validation->lists[i]);
}
