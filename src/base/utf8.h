/* Reading UTF-8 that may be wrong. Writing is buf_codepoint's. */
#ifndef PYKALA_BASE_UTF8_H
#define PYKALA_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Reads the code point at bytes, which a NUL must end somewhere. Returns how many bytes it takes,
 * or 0 when what stands there is not well-formed UTF-8 (Unicode, table 3-7).
 */
size_t utf8_read(const char *bytes, uint32_t *codepoint);

/* Reads like utf8_read from at most limit bytes, at least one, after which no NUL must stand. */
size_t utf8_read_within(const char *bytes, size_t limit, uint32_t *codepoint);

/* Returns whether the byte is none that goes on with a character. */
static inline bool utf8_begins(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

/* Returns the size of the byte order mark that the bytes begin with, or 0. */
size_t utf8_mark_size(const char *bytes, size_t size);

/* Returns how many characters begin among the bytes. */
size_t utf8_count(const char *bytes, size_t size);

#endif
