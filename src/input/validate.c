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
    validate_forget_attributes(&validation);
    free(validation.skipped);
    arena_free(validation.arena);
    return result == 0 && !validation.errors;
}
