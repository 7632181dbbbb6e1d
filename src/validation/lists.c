/* Lists in attributes: each wrong item is reported at its place. */
#include "validation/validate.h"

#include "base/memory.h"

#include <string.h>

/* Finds the list in the file. Returns false when it is written there in another form. */
static bool find_written(const struct validation *validation, const struct listed_value *list,
                         const char *value, struct source_attribute *written)
{
    const xmlAttr *attribute = xmlHasProp(list->element, (const xmlChar *)list->attribute);
    const char *name = attribute->_private ? attribute->_private : list->attribute;
    return source_attribute(validation->source, source_span(list->element)->start, name, written) &&
           written->end - written->value >= strlen(value) &&
           strncmp(validation->source->bytes.data + written->value, value, strcspn(value, BLANK)) ==
               0;
}

/* Returns an element with only the attribute, holding the item alone. */
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
                       const struct listed_value *list, const char *text, struct diag_place place)
{
    struct listed_item item = {
        .element = list->element, .attribute = list->attribute, .place = place};
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
    struct source_attribute written = {0};
    bool as_written = find_written(validation, list, value, &written);
    struct diag_place place = explain_place(list->element, list->attribute, true);
    for (const char *at = value + strspn(value, BLANK); *at; at += strspn(at, BLANK)) {
        size_t size = strcspn(at, BLANK), from = written.value + (size_t)(at - value);
        struct diag_place item = source_place_between(validation->source, from, from + size);
        item.field = place.field;
        check_item(validation, validator, list, arena_strndup(validation->arena, at, size),
                   as_written ? item : place);
        at += size;
    }
}

void validate_lists(struct validation *validation, xmlSchemaValidCtxtPtr validator)
{
    for (size_t i = 0; i < validation->list_count; i++)
        check_list(validation, validator, &validation->lists[i]);
}
