/* The marks of the agreement's parties in the tree that templates read: sopimuksessa="true". */
#ifndef PYKALA_AGENDA_MARKS_H
#define PYKALA_AGENDA_MARKS_H

#include "input/input.h"

struct agenda_marks;

/* Marks all who are parties at any time. The tree must outlive the marks. Owned by the caller. */
struct agenda_marks *agenda_marks_new(xmlDocPtr data, const struct input_bound *bound);

/* Marks those who are parties on the day, and no others; all for NULL. */
void agenda_marks_show(struct agenda_marks *marks, const char *day);

/* Frees the collection; the tree stays as it is. NULL is allowed. */
void agenda_marks_free(struct agenda_marks *marks);

#endif
