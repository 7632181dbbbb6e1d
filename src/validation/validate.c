#include "validation/validate.h"

#include "base/memory.h"
#include "validation/repair.h"

#include <stdlib.h>
#include <string.h>

static void on_error(void *context, xml_error error)
{
    if (error->code == XML_ERR_NO_MEMORY)
        memory_exhausted();
    explain(context, error);
}

/* Trims a value, so that values can be compared: white space at the ends means nothing in any type.
 */
static void trim(xmlAttrPtr attribute)
{
    xmlNodePtr text = attribute->children;
    if (!text || text->type != XML_TEXT_NODE)
        return;
    size_t size;
    const char *value = blank_trim((const char *)text->content, &size);
    if (value == (const char *)text->content && !value[size])
        return;
    xmlChar *trimmed = xmlStrndup((const xmlChar *)value, (int)size);
    if (!trimmed)
        memory_exhausted();
    xmlNodeSetContent(text, trimmed);
    xmlFree(trimmed);
    if (!text->content)
        memory_exhausted();
}

/* Trims the attributes of an element and those in it. The depth is limited (SOURCE_DEPTH). */
static void trim_all(xmlNodePtr element)
{
    for (xmlAttrPtr attribute = element->properties; attribute; attribute = attribute->next)
        trim(attribute);
    for (xmlNodePtr child = element->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            trim_all(child);
}

static xmlSchemaValidCtxtPtr new_validator(const struct schema *schema,
                                           void (*tell)(void *context, xml_error error),
                                           void *context)
{
    xmlSchemaValidCtxtPtr validator = xmlSchemaNewValidCtxt(schema->compiled);
    if (!validator)
        memory_exhausted();
    xmlSchemaSetValidStructuredErrors(validator, tell, context);
    return validator;
}

static void on_any_error(void *context, xml_error error)
{
    if (error->code == XML_ERR_NO_MEMORY)
        memory_exhausted();
    (void)context;
}

bool validate_is_plain(const struct schema *schema, xmlDocPtr tree)
{
    const struct source *source = tree->_private;
    if (strstr(source->bytes.data, "XMLSchema-instance"))
        return false;
    xmlSchemaValidCtxtPtr validator = new_validator(schema, on_any_error, NULL);
    int result = xmlSchemaValidateDoc(validator, tree);
    xmlSchemaFreeValidCtxt(validator);
    return result == 0;
}

/* Reports all that is wrong. Returns false when something is. */
static bool tell_all(const struct schema *schema, xmlDocPtr tree, const char *root,
                     struct diags *diags)
{
    struct validation validation = {
        .vocabulary = schema->vocabulary,
        .models = schema->models,
        .source = tree->_private,
        .diags = diags,
        .arena = arena_new(),
        .tree = tree,
    };
    xmlSchemaValidCtxtPtr validator = new_validator(schema, on_error, &validation);
    repair_tree(&validation, root);
    int result = xmlSchemaValidateDoc(validator, tree);
    for (size_t i = 0; i < validation.detached_count; i++)
        xmlSchemaValidateOneElement(validator, validation.detached[i]);
    validate_lists(&validation, validator);
    xmlSchemaFreeValidCtxt(validator);
    edit_undo(&validation);
    xmlFreeNs(validation.ours);
    validate_forget_attributes(&validation);
    free(validation.detached);
    free(validation.lists);
    arena_free(validation.arena);
    return result == 0 && !validation.errors;
}

bool validate_tree(const struct schema *schema, xmlDocPtr tree, const char *root,
                   struct diags *diags)
{
    bool is_valid = !root && validate_is_plain(schema, tree);
    is_valid = is_valid || (tell_all(schema, tree, root, diags) && !root);
    trim_all(xmlDocGetRootElement(tree));
    return is_valid;
}
