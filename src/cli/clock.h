/* The time that has passed. */
#ifndef PYKALA_CLI_CLOCK_H
#define PYKALA_CLI_CLOCK_H

#include <stdint.h>

/* Milliseconds from a moment that stays the same as long as the machine runs. */
int64_t clock_milliseconds(void);

#endif
