/*
 * Validation against the XSD, so that one run tells all there is to tell, each thing once.
 * validate.c runs libxml2 over the document and then over each element that libxml2 skipped;
 * explain.c and values.c say in plain words what it found.
 */
#ifndef PYKALA_INPUT_VALIDATE_H
#define PYKALA_INPUT_VALIDATE_H

#include "input/parse.h"
#include "input/schema.h"
#include "input/source.h"

struct validation {
    const struct vocabulary *vocabulary;
    const struct source *source;
    struct diags *diags;
    struct arena *arena; /* for what lives as long as the validation */
    xmlDocPtr tree;
    /* Elements that libxml2 skipped, to be validated on their own, in order. */
    struct validation_skipped {
        xmlNodePtr element;
        bool reported; /* that it isn't expected there */
    } * skipped;
    size_t skipped_count, skipped_capacity;
    const struct validation_skipped
        *current; /* the one that is being validated; NULL: the document */
    /* The attribute value or text that the last value or key error was about: one error a value. */
    const xmlNode *last_element;
    const char *last_attribute;
    struct attributes *attributes; /* of the tree, by value; made when a reference is at fault */
    size_t errors;
};

/* Validates the tree. Returns false when it isn't valid. */
bool validate_tree(const struct input_schema *schema, xmlDocPtr tree, struct diags *diags);

/* Queues an element or all element children of one; reported says that a fault has been told
 * already. */
void validate_skipped(struct validation *validation, xmlNodePtr element, bool reported);
void validate_children(struct validation *validation, const xmlNode *parent);

/*
 * The elements of the tree by the name and value of an attribute, in document order, so that a
 * reference without a key is found at once.
 */
struct attribute_holder {
    xmlNodePtr element;
    bool skipped; /* in a part that libxml2 did not reach */
    struct attribute_holder *next;
};
struct attribute_holder **validate_holders(struct validation *validation, const char *attribute,
                                           const char *value);
void validate_forget_attributes(struct validation *validation);

/* Explains one libxml2 error. */
void explain(struct validation *validation, const xmlError *error);
void explain_value(struct validation *validation, const xmlError *error);
void explain_key(struct validation *validation, const xmlError *error);

/* An attribute that libxml2 names in its message, as it is written in the file; NULL when the error
 * is not about one. */
const char *explain_attribute(struct validation *validation, const xmlError *error);

/* Where an attribute's name or value stands, or the element when attribute is NULL or not found. */
struct diag_place explain_place(const xmlNode *element, const char *attribute, bool value);

/* Adds the error; frees message and hint (which may be empty). */
void explain_report(struct validation *validation, xmlNodePtr element, const char *rule,
                    struct diag_place place, struct buf *message, struct buf *hint);

/* Whether the last value error was about the same value; remembers this one. */
bool explain_is_repeat(struct validation *validation, const xmlNode *element,
                       const char *attribute);

#endif
