/* The one tree that templates read. */
#ifndef PYKALA_AGENDA_DATA_H
#define PYKALA_AGENDA_DATA_H

#include "input/input.h"

/* Copies the project's roots and the kind defaults under <aineisto>; of the plan's versions the
 * newest (plans.h puts the others in its place). Owned by the caller. */
xmlDocPtr agenda_data_new(const struct input_project *project, xmlDocPtr kinds);

/* Returns a copy of a root for the tree, whose elements know where they stand in the input. It is
 * not linked into the tree. */
xmlNodePtr agenda_data_copy(xmlDocPtr data, xmlNodePtr original);

#endif
