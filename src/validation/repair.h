/*
 * The structure of a tree: its elements, attributes and stray text against the schema. All errors
 * are reported with what was meant; then the tree is changed accordingly, and libxml2, which knows
 * values and keys, finds no consequence of them. The changes are taken back afterwards.
 */
#ifndef PYKALA_VALIDATION_REPAIR_H
#define PYKALA_VALIDATION_REPAIR_H

#include "schema/model.h"
#include "validation/validate.h"

/* Reports what is wrong and mends the tree; elements without a place in it are added to
 * validation->detached. root is what a wrong root, which has been reported, is meant to be; or
 * NULL. */
void repair_tree(struct validation *validation, const char *root);

/* edit.c: changes that can be taken back. */
void edit_rename(struct validation *validation, xmlNodePtr element, const char *name);
void edit_namespace(struct validation *validation, xmlNodePtr element, xmlNsPtr ns);
/* Gives all in parent that is in the wrong namespace the parent's: a reported namespace is no new
 * fault of the elements inside. */
void edit_namespaces(struct validation *validation, const xmlNode *parent, const xmlNs *wrong);
/* Takes an element, and all in it that shares its namespace, for one of ours. */
void edit_take_in(struct validation *validation, xmlNodePtr element);
void edit_attribute(struct validation *validation, xmlAttrPtr attribute, const char *name,
                    const char *written);
/* Adds an attribute that the file has in another form, with its value at a place. */
void edit_add_attribute(struct validation *validation, xmlNodePtr element, const char *name,
                        const char *value, struct diag_place place);
void edit_unlink(struct validation *validation, xmlNodePtr element);
/* Moves an element before next, or to the end when next is NULL. */
void edit_move(struct validation *validation, xmlNodePtr element, xmlNodePtr parent,
               xmlNodePtr next);
void edit_insert(struct validation *validation, const char *name, xmlNodePtr parent,
                 xmlNodePtr next);
/* Makes the tree what it was. */
void edit_undo(struct validation *validation);

/* attributes.c: mends those that an element may not have. */
void repair_attributes(struct validation *validation, xmlNodePtr element,
                       const struct model *model);

/* Makes attributes of elements that should be such. */
void repair_inner_attributes(struct validation *validation, xmlNodePtr element,
                             const struct model *model);

/* Takes the text in an empty element for the value of its one missing attribute. Returns whether it
 * does, with a hint. */
bool repair_text_as_attribute(struct validation *validation, xmlNodePtr element,
                              const struct model *model, struct diag_place place, struct buf *hint);

/* children.c: mends the child elements of one element, count of them. */
void repair_children(struct validation *validation, xmlNodePtr element, const struct model *model,
                     xmlNodePtr *children, size_t count);

/* content.c: what an element with a wrong name could be by its content. */

/* Adds the names allowed here that an element may be meant to have; none when it has one of them.
 */
void content_meant(struct validation *validation, const xmlNode *element, const struct names *here,
                   struct names *meant);

/* Returns whether an element belongs inside one of those that may stand here. */
bool content_belongs_inside(const struct validation *validation, const xmlNode *element,
                            const struct names *here);

/* Unwraps elements that belong in the parent itself from unknown ones around them. */
void content_unwrap(struct validation *validation, xmlNodePtr element, const struct model *model);

#endif
