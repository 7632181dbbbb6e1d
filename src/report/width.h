/* How wide text is on a terminal. */
#ifndef PYKALA_REPORT_WIDTH_H
#define PYKALA_REPORT_WIDTH_H

#include <stddef.h>

/* Returns the columns of size bytes of UTF-8 without control characters: none for combining marks,
 * two for wide letters (UAX #11) and pictures, one for all else. */
size_t width_of(const char *text, size_t size);

#endif
