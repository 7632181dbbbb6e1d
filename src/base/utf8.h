/* Reading UTF-8 that may be wrong. Writing is buf_codepoint's. */
#ifndef PYKALA_BASE_UTF8_H
#define PYKALA_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

/*
 * Reads the code point at bytes, which a NUL must end somewhere. Returns how many bytes it takes,
 * or 0 when what stands there is not well-formed UTF-8 (Unicode, table 3-7).
 */
size_t utf8_read(const char *bytes, uint32_t *codepoint);

#endif
