#include "input/validate.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static void on_error(void *context, parse_error error)
{
    if (error->code == XML_ERR_NO_MEMORY)
        memory_exhausted();
    explain(context, error);
}

void validate_skipped(struct validation *validation, xmlNodePtr element, bool reported)
{
    struct source_span *span = source_span(element);
    if (!span || span->queued)
        return;
    span->queued = true;
    memory_grow((void **)&validation->skipped, validation->skipped_count,
                &validation->skipped_capacity, sizeof *validation->skipped);
    validation->skipped[validation->skipped_count++] =
        (struct validation_skipped){.element = element, .reported = reported};
}

void validate_children(struct validation *validation, const xmlNode *parent)
{
    for (xmlNodePtr child = parent->children; child; child = child->next)
        validate_skipped(validation, child, false);
}

static xmlNodePtr next_in(xmlNodePtr node, const xmlNode *top)
{
    if (node->children)
        return node->children;
    while (node != top && !node->next)
        node = node->parent;
    return node == top ? NULL : node->next;
}

static bool subtree_holds(xmlNodePtr top, const char *attribute, const char *value)
{
    for (xmlNodePtr node = top; node; node = next_in(node, top)) {
        const char *found =
            node->type == XML_ELEMENT_NODE ? input_attribute(node, attribute) : NULL;
        if (found && strcmp(found, value) == 0)
            return true;
    }
    return false;
}

bool validate_skipped_holds(const struct validation *validation, const char *attribute,
                            const char *value)
{
    for (size_t i = 0; i < validation->skipped_count; i++)
        if (subtree_holds(validation->skipped[i].element, attribute, value))
            return true;
    return false;
}

/* An element that the XSD doesn't declare can't be validated, but its children can. */
static void run_skipped(struct validation *validation, xmlSchemaValidCtxtPtr validator)
{
    for (size_t i = 0; i < validation->skipped_count; i++) {
        struct validation_skipped skipped = validation->skipped[i];
        validation->current = &skipped;
        xmlSchemaValidateOneElement(validator, skipped.element);
    }
    validation->current = NULL;
}

bool validate_tree(const struct input_schema *schema, xmlDocPtr tree, struct diags *diags)
{
    struct validation validation = {
        .vocabulary = schema->vocabulary,
        .source = tree->_private,
        .diags = diags,
        .arena = arena_new(),
        .tree = tree,
    };
    xmlSchemaValidCtxtPtr validator = xmlSchemaNewValidCtxt(schema->compiled);
    if (!validator)
        memory_exhausted();
    xmlSchemaSetValidStructuredErrors(validator, on_error, &validation);
    int result = xmlSchemaValidateDoc(validator, tree);
    run_skipped(&validation, validator);
    xmlSchemaFreeValidCtxt(validator);
    free(validation.skipped);
    arena_free(validation.arena);
    return result == 0 && !validation.errors;
}
