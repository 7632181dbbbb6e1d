/*
 * Validation against the XSD, so that one run reports everything, each thing once. repair.c reports
 * the errors of structure and mends them; then libxml2 checks values and keys, and explain.c,
 * values.c and keys.c say its errors in plain words.
 */
#ifndef PYKALA_VALIDATION_VALIDATE_H
#define PYKALA_VALIDATION_VALIDATE_H

#include "validation/validation.h"
#include "xml/parse.h"
#include "xml/source.h"
#include "xml/xml.h"

/* The limit of searches by content for what elements and attributes could be: more than are
 * reported. */
enum { VALIDATE_LOOKED_INTO = 2 * SOURCE_ERRORS };

struct validation {
    const struct vocabulary *vocabulary;
    const struct source *source;
    struct diags *diags;
    struct arena *arena; /* for what lives as long as the validation */
    xmlDocPtr tree;
    struct models *models;
    xmlNsPtr ours;      /* our namespace, for a tree that isn't in it */
    struct edit *edits; /* the changes in the tree */
    size_t edit_count, edit_capacity;
    /* Elements that have no place in the tree, to be validated on their own. */
    xmlNodePtr *detached;
    size_t detached_count, detached_capacity;
    /* Attributes with wrong lists, and the item that is being checked. */
    struct listed_value {
        xmlNodePtr element;
        const char *attribute;
    } * lists;
    size_t list_count, list_capacity;
    const struct listed_item *item;
    /* The attribute value or text of the last value or key error: one error a value. */
    const xmlNode *last_element;
    const char *last_attribute;
    struct attributes *attributes; /* of the tree, by value; made for the first wrong reference */
    size_t errors;
    size_t looked_into;
};

/*
 * The elements of the tree by the name and value of an attribute, in document order, so that a
 * reference without a key is found at once.
 */
struct attribute_holder {
    xmlNodePtr element;
    bool skipped; /* in a part that has no place in the tree */
    struct attribute_holder *next;
};
struct attribute_holder **validate_holders(struct validation *validation, const char *attribute,
                                           const char *value);
void validate_forget_attributes(struct validation *validation);

/* An item of a list that is checked alone: its attribute and its place. */
struct listed_item {
    xmlNodePtr element;
    const char *attribute;
    struct diag_place place;
};

/* Checks each item of the lists with an error, since libxml2 reports only the first. */
void validate_lists(struct validation *validation, xmlSchemaValidCtxtPtr validator);

/* Explains one libxml2 error. */
void explain(struct validation *validation, const xmlError *error);
void explain_value(struct validation *validation, const xmlError *error);
void explain_item(struct validation *validation, const xmlError *error);
void explain_key(struct validation *validation, const xmlError *error);

/* Returns the attribute that libxml2 names in its message, as written in the file; NULL for none.
 */
const char *explain_attribute(struct validation *validation, const xmlError *error);

/* Returns the place of an attribute's name or value; of the element for no such attribute. */
struct diag_place explain_place(const xmlNode *element, const char *attribute, bool value);

/* Add an error of an element itself, of one of its attributes (NULL: of one that it can't have), or
 * of its content: a text in it, or a missing part. They free
 * message and hint (which may be empty), and return false when no more errors are reported. */
bool explain_report(struct validation *validation, xmlNodePtr element, enum rule rule,
                    struct diag_place place, struct buf *message, struct buf *hint);
bool explain_report_attribute(struct validation *validation, xmlNodePtr element,
                              const char *attribute, enum rule rule, struct diag_place place,
                              struct buf *message, struct buf *hint);
bool explain_report_content(struct validation *validation, xmlNodePtr element, enum rule rule,
                            struct diag_place place, struct buf *message, struct buf *hint);

/* Adds to the last error the change of an element's name in both its tags. */
void explain_rename(const struct validation *validation, const xmlNode *element, const char *name);

/* Returns whether the value of an attribute, or the text of an element, is not in the file: its
 * error has been reported. */
bool explain_is_made_up(const xmlNode *element, const char *attribute);

/* Returns whether the last value error was about the same value; remembers this one. */
bool explain_is_repeat(struct validation *validation, const xmlNode *element,
                       const char *attribute);

#endif
