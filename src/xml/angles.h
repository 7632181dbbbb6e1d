/*
 * Tags whose < is missing: what is left of them reads as text, so that other tags no longer match.
 * They are found by the names that the schema knows.
 */
#ifndef PYKALA_XML_ANGLES_H
#define PYKALA_XML_ANGLES_H

#include "schema/model.h"
#include "xml/source.h"

/* Puts the missing < into the source's bytes; places stay those of the file. Each is told. Returns
 * whether none was missing. */
bool angles_restore(struct source *source, struct models *models, struct diags *diags);

#endif
