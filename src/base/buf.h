/*
 * A growing byte buffer. Always ends with a NUL that size does not count, so data is a C string
 * when the bytes are text. Numbers are written the same in every locale.
 */
#ifndef PYKALA_BASE_BUF_H
#define PYKALA_BASE_BUF_H

#include "base/units.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

struct buf {
    char *data; /* NULL until the first append */
    size_t size, capacity;
};

/* Frees the bytes and leaves an empty buffer. */
void buf_free(struct buf *buf);

/* Empties the buffer and keeps its memory. */
void buf_clear(struct buf *buf);

void buf_append(struct buf *buf, const void *bytes, size_t size);
void buf_string(struct buf *buf, const char *string);
void buf_char(struct buf *buf, char c);

/* Appends UTF-8; of more than most bytes only the beginning and "…", and no part of a character. */
void buf_clipped(struct buf *buf, const char *bytes, size_t size, size_t most);

/* Appends formatted text; floating point is not allowed (the locale would show): see buf_decimal.
 */
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *buf, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/* Appends a whole number, as printf's %lld does, in less time. */
void buf_number(struct buf *buf, int64_t number);

/* Appends value / unit with at most places decimals (0–9), a full stop, and no needless zeros:
 * buf_decimal(b, 96, 64, 3) writes "1.5". Rounds half away from zero. unit is 1 to 10^18. */
void buf_decimal(struct buf *buf, int64_t value, int64_t unit, int places);

/* Appends a Unicode scalar value as UTF-8; anything else as U+FFFD. */
void buf_codepoint(struct buf *buf, uint32_t codepoint);

#endif
