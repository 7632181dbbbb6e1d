/* Days that elements have as attributes. */
#ifndef PYKALA_INPUT_DAY_H
#define PYKALA_INPUT_DAY_H

#include "input/input.h"

/* Copies the day at an attribute; an empty one where there is none, or it is no day. */
void day_copy(const xmlNode *element, const char *name, char day[static INPUT_DAY]);

#endif
