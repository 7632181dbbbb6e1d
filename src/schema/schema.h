/*
 * The schema: what schemas/pykala.xsd allows. The compiled XSD, the XSD's own text as a vocabulary
 * to explain it with, and the content of each element as an automaton.
 *
 * In: a folder. Out: a schema, which is only read from then on and owned by the caller. Of an XSD
 * that can't be used, a failure goes to the diagnostics.
 */
#ifndef PYKALA_SCHEMA_SCHEMA_H
#define PYKALA_SCHEMA_SCHEMA_H

#include "base/reading.h"
#include "base/snapshot.h"
#include "schema/model.h"
#include "schema/vocabulary.h"

#include <libxml/xmlschemas.h>

struct schema {
    xmlSchemaPtr compiled;
    struct vocabulary *vocabulary;
    struct models *models;     /* of the vocabulary */
    struct reading *reading;   /* NULL: nobody watches */
    struct snapshot *snapshot; /* through which files are read; NULL: as they are */
};

/* Loads FOLDER/pykala.xsd. Returns NULL, and reports a failure, when it can't be used. */
struct schema *schema_load(const char *folder, struct diags *diags);
void schema_free(struct schema *schema);

/* Records from now on which file is read against the schema. */
void schema_watch(struct schema *schema, struct reading *reading);

/* Reads files from now on through a snapshot, which is the caller's; NULL: as they are. */
void schema_read_through(struct schema *schema, struct snapshot *snapshot);

#endif
