/* What the files of this folder share. */
#ifndef PYKALA_DOC_PRIVATE_H
#define PYKALA_DOC_PRIVATE_H

#include "doc/doc.h"

/* Bits and names of the classes, in the order of enum doc_class. */
struct doc_class_name {
    const char *name;
    unsigned bit;
};
extern const struct doc_class_name doc_class_names[];
extern const size_t doc_class_count;

/* White space as XML and CSS know it. */
static inline bool doc_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Whether one more error is to be told: of a thousand nobody wants more. Says at the place that the
 * others aren't. */
bool doc_may_tell(struct diags *diags, struct diag_place place);

/* Adds child as the last child of parent. */
void doc_append(struct doc_node *parent, struct doc_node *child);

/* Takes child out of its parent. */
void doc_remove(struct doc_node *child);

/*
 * Checks what concerns the whole document: one h1, first; no heading level skipped; ids unique;
 * inner links lead somewhere. Adds what is wrong.
 */
void doc_check(const struct doc_document *document, struct diags *diags);

#endif
