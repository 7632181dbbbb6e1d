/* Inside agenda: which parties the agreement binds. */
#ifndef PYKALA_AGENDA_BOUND_H
#define PYKALA_AGENDA_BOUND_H

#include <libxml/tree.h>

#include <stdbool.h>

struct agenda_bound;

/* Reads the agreement's list (the root may be NULL). Owned by the caller (agenda_bound_free). */
struct agenda_bound *agenda_bound_new(const xmlNode *agreement);
void agenda_bound_free(struct agenda_bound *bound);

/* Returns whether the agreement binds the party. One without a list binds every party of the
 * register. */
bool agenda_is_bound(const struct agenda_bound *bound, const xmlNode *party);

#endif
