#include "schema/schema.h"

#include "base/arena.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/xml_error.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void on_error(void *context, xml_error error)
{
    struct diags *diags = context;
    const char *message = error->message ? error->message : "";
    diag_add(diags, RULE_SCHEMA, (struct diag_place){.file = error->file, .line = error->line},
             NULL, "%.*s", (int)strcspn(message, "\n"), message);
}

static xmlSchemaPtr compile(const char *path, struct diags *diags)
{
    xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt(path);
    if (!parser)
        memory_exhausted();
    xmlSchemaSetParserStructuredErrors(parser, on_error, diags);
    xmlSchemaPtr compiled = xmlSchemaParse(parser);
    xmlSchemaFreeParserCtxt(parser);
    return compiled;
}

struct schema *schema_load(const char *folder, struct diags *diags)
{
    struct arena *arena = arena_new();
    const char *path = arena_printf(arena, "%s/pykala.xsd", folder);
    struct schema *schema = memory_new(1, sizeof *schema);
    schema->vocabulary = vocabulary_load(path, diags);
    if (schema->vocabulary) {
        schema->models = models_new(schema->vocabulary);
        schema->compiled = compile(path, diags);
    }
    if (!schema->compiled) {
        diag_add(diags, RULE_SCHEMA, (struct diag_place){.file = path}, NULL,
                 _("the schema cannot be used"));
        schema_free(schema);
        schema = NULL;
    }
    arena_free(arena);
    return schema;
}

void schema_watch(struct schema *schema, struct reading *reading)
{
    schema->reading = reading;
}

void schema_read_through(struct schema *schema, struct snapshot *snapshot)
{
    schema->snapshot = snapshot;
}

void schema_free(struct schema *schema)
{
    if (!schema)
        return;
    xmlSchemaFree(schema->compiled);
    models_free(schema->models);
    vocabulary_free(schema->vocabulary);
    free(schema);
}
