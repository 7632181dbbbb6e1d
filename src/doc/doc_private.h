/* Declares what the files of this folder share. */
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

/* Returns whether to report one more error: nobody wants a thousand. Reports the limit at place. */
bool doc_may_report(struct diags *diags, struct diag_place place);

void doc_remove(struct doc_node *child);

/* Checks the whole document: one h1, first; no heading level skipped; ids unique; inner links lead
 * somewhere. Adds all faults. */
void doc_check(const struct doc_document *document, struct diags *diags);

/* Checks that each element, header and footer still among them, holds what it is for, and nothing
 * twice that has one place. Adds all faults. */
void doc_parts_check(struct doc_document *document, struct diags *diags);

/* Checks that a table's rows have one length, that headers names headers and that a line chart has
 * no year twice. Takes rows without cells out. Adds all faults. */
void doc_table_check(struct doc_node *table, struct diags *diags);

/* Returns a text in Unicode's normal form C, in which fonts have their glyphs and people search:
 * the text itself, or a copy in the arena. */
const char *doc_normalise(const char *text, struct arena *arena);

/* Returns the same, for what is not set in lines, without characters that are shown as nothing. */
const char *doc_plain(const char *text, struct arena *arena);

/* Returns whether a text has no character that takes ink. */
bool doc_is_empty(const char *text);

#endif
