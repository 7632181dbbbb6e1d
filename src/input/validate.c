#include "input/validate.h"

#include "base/memory.h"
#include "input/repair.h"

#include <stdlib.h>

static void on_error(void *context, parse_error error)
{
    if (error->code == XML_ERR_NO_MEMORY)
        memory_exhausted();
    explain(context, error);
}

bool validate_tree(const struct input_schema *schema, xmlDocPtr tree, struct diags *diags)
{
    struct validation validation = {
        .vocabulary = schema->vocabulary,
        .models = schema->models,
        .source = tree->_private,
        .diags = diags,
        .arena = arena_new(),
        .tree = tree,
    };
    xmlSchemaValidCtxtPtr validator = xmlSchemaNewValidCtxt(schema->compiled);
    if (!validator)
        memory_exhausted();
    xmlSchemaSetValidStructuredErrors(validator, on_error, &validation);
    repair_tree(&validation);
    int result = xmlSchemaValidateDoc(validator, tree);
    for (size_t i = 0; i < validation.detached_count; i++)
        xmlSchemaValidateOneElement(validator, validation.detached[i]);
    validate_lists(&validation, validator);
    xmlSchemaFreeValidCtxt(validator);
    edit_undo(&validation);
    validate_forget_attributes(&validation);
    free(validation.detached);
    free(validation.lists);
    arena_free(validation.arena);
    return result == 0 && !validation.errors;
}
