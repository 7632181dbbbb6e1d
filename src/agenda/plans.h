/* The versions of the plan in the tree that templates read: it holds one, that of the paper in
 * hand. To exchange it takes the same time however large they are. */
#ifndef PYKALA_AGENDA_PLANS_H
#define PYKALA_AGENDA_PLANS_H

#include "input/input.h"

struct agenda_plans;

/* Copies the versions for the tree, which holds the newest and must outlive them. Owned by the
 * caller. */
struct agenda_plans *agenda_plans_new(xmlDocPtr data, const struct input_project *project);

/* Frees the versions that are not in the tree. NULL is allowed. */
void agenda_plans_free(struct agenda_plans *plans);

/* Puts a version, an index into the project's, into the tree in place of the other. */
void agenda_plans_show(struct agenda_plans *plans, size_t version);

/* Numbers the tree's elements in document order, as libxml2 compares them by, with all versions in
 * it. The numbers hold whichever version is in the tree, and whatever is taken out of it or put
 * back. */
void agenda_plans_number(const struct agenda_plans *plans, xmlDocPtr data);

/* Returns the root of a version; NULL after the last. */
xmlNodePtr agenda_plans_at(const struct agenda_plans *plans, size_t version);

#endif
