/* The rows of a follow-up's summaries that are one party's each: its answers and its measures'
 * states. A party's paper is made from a tree without the other parties' rows, so that making all
 * parties' papers takes time in proportion to their number, not to its square. */
#ifndef PYKALA_AGENDA_ROWS_H
#define PYKALA_AGENDA_ROWS_H

#include <libxml/tree.h>

struct agenda_rows;

/* Returns an empty collection, owned by the caller (agenda_rows_free). */
struct agenda_rows *agenda_rows_new(void);

/* Puts all rows back into their trees and frees the rest. NULL is allowed. */
void agenda_rows_free(struct agenda_rows *rows);

/* Records the rows of a summary (seurantakooste), which must outlive the collection. */
void agenda_rows_add(struct agenda_rows *rows, xmlNodePtr summary);

/* Leaves in the trees the rows of that party alone; of all parties when party is NULL. */
void agenda_rows_show(struct agenda_rows *rows, const char *party);

#endif
