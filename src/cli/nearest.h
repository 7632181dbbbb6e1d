/* The name that was probably meant. */
#ifndef PYKALA_CLI_NEAREST_H
#define PYKALA_CLI_NEAREST_H

#include <stddef.h>

/*
 * Returns the one of count names (at least one) that the fewest insertions, deletions and
 * replacements of bytes turn into name (Levenshtein distance); the first of equals.
 */
const char *nearest_name(const char *name, const char *const *names, size_t count);

#endif
