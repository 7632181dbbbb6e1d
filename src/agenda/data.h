/* The one tree that templates read. */
#ifndef PYKALA_AGENDA_DATA_H
#define PYKALA_AGENDA_DATA_H

#include "input/input.h"

/* Copies the project's roots and the kind defaults under <aineisto>. Owned by the caller. */
xmlDocPtr agenda_data_new(const struct input_project *project, xmlDocPtr kinds);

#endif
