/*
 * Exact decimals. Answers and targets have at most three decimals (vastausluku, tavoiteluku); a
 * fourth holds the halves of a median.
 */
#ifndef PYKALA_BASE_DECIMAL_H
#define PYKALA_BASE_DECIMAL_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

enum { DECIMAL_UNIT = 10000, DECIMAL_PLACES = 4 };

/* A number that may be absent. */
struct decimal {
    bool is_given;
    int64_t value;
};

/*
 * Reads xs:decimal, whatever the locale. Decimals after the fourth are cut. NULL, what isn't a
 * decimal, and a number beyond ±10^12 are absent.
 */
struct decimal decimal_read(const char *text);

/* Returns the share of part in whole in per cent, rounded half up to one decimal. whole is not 0.
 */
int64_t decimal_percent(size_t part, size_t whole);

/* Appends a number with a full stop and no needless zeros. */
void decimal_write(int64_t value, struct buf *out);

#endif
