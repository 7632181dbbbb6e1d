/*
 * The structure of a tree: its elements, attributes and stray text against the schema.
 *
 * All that is wrong is told, with what was meant; then the tree is changed so that it is as it was
 * meant, and libxml2, which knows values and keys, finds no consequence of it. The changes are
 * taken back afterwards.
 */
#ifndef PYKALA_VALIDATION_REPAIR_H
#define PYKALA_VALIDATION_REPAIR_H

#include "schema/model.h"
#include "validation/validate.h"

/* Tells what is wrong and mends the tree; elements that have no place in it are added to
 * validation->detached. root is what a wrong root, which has been told, is meant to be; or NULL. */
void repair_tree(struct validation *validation, const char *root);

/* edit.c: changes that can be taken back. */
void edit_rename(struct validation *validation, xmlNodePtr element, const char *name);
void edit_namespace(struct validation *validation, xmlNodePtr element, xmlNsPtr ns);
/* Gives all in parent that is in the wrong namespace the parent's: what was reported of an element
 * is no new fault of those in it. */
void edit_namespaces(struct validation *validation, const xmlNode *parent, const xmlNs *wrong);
/* Takes an element, and all in it that shares its namespace, for one of ours. */
void edit_take_in(struct validation *validation, xmlNodePtr element);
void edit_attribute(struct validation *validation, xmlAttrPtr attribute, const char *name,
                    const char *written);
/* An attribute that the file has in another form, whose value stands at a place. */
void edit_add_attribute(struct validation *validation, xmlNodePtr element, const char *name,
                        const char *value, struct diag_place place);
void edit_unlink(struct validation *validation, xmlNodePtr element);
/* Before next, or as the last child when it is NULL. */
void edit_move(struct validation *validation, xmlNodePtr element, xmlNodePtr parent,
               xmlNodePtr next);
void edit_insert(struct validation *validation, const char *name, xmlNodePtr parent,
                 xmlNodePtr next);
/* Makes the tree what it was. */
void edit_undo(struct validation *validation);

/* attributes.c: those that an element may not have. */
void repair_attributes(struct validation *validation, xmlNodePtr element,
                       const struct model *model);

/* Elements that should be attributes of the one around them. */
void repair_inner_attributes(struct validation *validation, xmlNodePtr element,
                             const struct model *model);

/* Takes the text in an element that holds nothing for the value of the one attribute that it lacks.
 * Returns whether it is, with a hint. */
bool repair_text_as_attribute(struct validation *validation, xmlNodePtr element,
                              const struct model *model, struct diag_place place, struct buf *hint);

/* children.c: the child elements of one element. */
void repair_children(struct validation *validation, xmlNodePtr element, const struct model *model,
                     xmlNodePtr *children, size_t count);

/* content.c: what an element whose name is wrong could be by what it holds. */

/* Adds those of the names that may stand in its parent that it may be meant to be; none when it has
 * one of them. */
void content_meant(struct validation *validation, const xmlNode *element, const struct names *here,
                   struct names *meant);

/* Whether an element belongs inside one of those that may stand here. */
bool content_belongs_inside(const struct validation *validation, const xmlNode *element,
                            const struct names *here);

/* Elements that the schema doesn't know, around what should be in their parent itself. */
void content_unwrap(struct validation *validation, xmlNodePtr element, const struct model *model);

#endif
