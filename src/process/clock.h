/* The time that has passed. */
#ifndef PYKALA_PROCESS_CLOCK_H
#define PYKALA_PROCESS_CLOCK_H

#include "base/buf.h"

#include <stdint.h>

/* Returns milliseconds from a moment that stays the same as long as the machine runs. */
int64_t clock_milliseconds(void);

/* Appends how long it is since such a moment: "0.03 s". */
void clock_write_since(int64_t milliseconds, struct buf *out);

#endif
