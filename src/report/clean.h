/* Strings that come from outside, made fit to be shown. */
#ifndef PYKALA_REPORT_CLEAN_H
#define PYKALA_REPORT_CLEAN_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Appends a string as valid UTF-8: what isn't becomes U+FFFD. With printable, control characters,
 * which could break a line or steer a terminal, become spaces, and what is invisible U+FFFD.
 */
void clean_append(const char *string, bool printable, struct buf *out);

/* Whether a character would be changed so. */
bool clean_is_hidden(uint32_t codepoint);

#endif
