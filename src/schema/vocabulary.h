/*
 * The schema as a text: its declarations and their documentation, for messages. libxml2's compiled
 * schema says only whether a file is valid. A declaration is an element of the XSD.
 */
#ifndef PYKALA_SCHEMA_VOCABULARY_H
#define PYKALA_SCHEMA_VOCABULARY_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/names.h"

#include <libxml/tree.h>

struct vocabulary;

/* Reads an XSD and those that it includes. Returns NULL, and reports it, when one can't be read. */
struct vocabulary *vocabulary_load(const char *path, struct diags *diags);
void vocabulary_free(struct vocabulary *vocabulary);

/* Returns the global declaration of a kind ("element", "simpleType" …) and name, or NULL. */
const xmlNode *vocabulary_global(const struct vocabulary *vocabulary, const char *kind,
                                 const char *name);

/* Returns the declaration of an element's attribute, or NULL. */
const xmlNode *vocabulary_attribute(const struct vocabulary *vocabulary, const char *element,
                                    const char *attribute);

bool vocabulary_is_required(const struct vocabulary *vocabulary, const char *element,
                            const char *attribute);

/* Returns the identity constraint (key, keyref or unique) of a name, or NULL. */
const xmlNode *vocabulary_constraint(const struct vocabulary *vocabulary, const char *name);

/* Add the names of all child elements, attributes or possible parents of an element, in the
 * schema's order. */
void vocabulary_children(const struct vocabulary *vocabulary, const char *element,
                         struct names *names);
void vocabulary_attributes(const struct vocabulary *vocabulary, const char *element,
                           struct names *names);
void vocabulary_parents(const struct vocabulary *vocabulary, const char *element,
                        struct names *names);

/*
 * Returns the simple type of a declaration's value: a simpleType of the XSD, or NULL for one of
 * XSD's own or none. *builtin is the name of the XSD type below all ("date"), or NULL.
 */
const xmlNode *vocabulary_value_type(const struct vocabulary *vocabulary,
                                     const xmlNode *declaration, const char **builtin);

/* Returns whether the value of a declaration is a list. */
bool vocabulary_is_list(const struct vocabulary *vocabulary, const xmlNode *declaration);

/* Returns whether a text fits the patterns and values of a simple type, or of a list's items; true
 * for a type without any. */
bool vocabulary_fits(const struct vocabulary *vocabulary, const xmlNode *type, const char *text);

/* Adds the values that a simple type enumerates. */
void vocabulary_values(const struct vocabulary *vocabulary, const xmlNode *type,
                       struct names *names);

/* Returns the only value of a simple type that has a word in its documentation, in any language:
 * tehty for gjord. NULL for none. */
const char *vocabulary_value_called(const struct vocabulary *vocabulary, const xmlNode *type,
                                    const char *word);

/* Appends a declaration's documentation in the reader's language on one line. Returns false when it
 * has none. */
bool vocabulary_document(const xmlNode *declaration, struct buf *out);

/* Does the same for a simple type or, without any, the first documented type that it is made from.
 */
bool vocabulary_document_type(const struct vocabulary *vocabulary, const xmlNode *type,
                              struct buf *out);

/* Return an attribute of a declaration; the part of a qualified name after its prefix. */
const char *vocabulary_property(const xmlNode *declaration, const char *name);
const char *vocabulary_local(const char *name);

#endif
