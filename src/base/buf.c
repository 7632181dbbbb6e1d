#include "base/buf.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void reserve(struct buf *buf, size_t more)
{
    if (more >= SIZE_MAX - buf->size - 1)
        memory_exhausted();
    size_t needed = buf->size + more + 1;
    if (needed <= buf->capacity)
        return;
    size_t capacity = buf->capacity < 128 ? 128 : buf->capacity + buf->capacity / 2;
    if (capacity < needed)
        capacity = needed;
    buf->data = memory_resize(buf->data, capacity, 1);
    buf->capacity = capacity;
}

void buf_free(struct buf *buf)
{
    free(buf->data);
    *buf = (struct buf){0};
}

void buf_clear(struct buf *buf)
{
    buf->size = 0;
    if (buf->data)
        buf->data[0] = '\0';
}

void buf_append(struct buf *buf, const void *bytes, size_t size)
{
    reserve(buf, size);
    if (size)
        memcpy(buf->data + buf->size, bytes, size);
    buf->size += size;
    buf->data[buf->size] = '\0';
}

void buf_string(struct buf *buf, const char *string)
{
    buf_append(buf, string, strlen(string));
}

void buf_clipped(struct buf *buf, const char *bytes, size_t size, size_t most)
{
    size_t shown = size < most ? size : most;
    while (shown && shown < size && !utf8_begins(bytes[shown]))
        shown--;
    buf_append(buf, bytes, shown);
    if (shown < size)
        buf_string(buf, "…");
}

void buf_char(struct buf *buf, char c)
{
    reserve(buf, 1);
    buf->data[buf->size++] = c;
    buf->data[buf->size] = '\0';
}

static void append_whole(struct buf *buf, uint64_t number)
{
    char digits[20];
    size_t first = sizeof digits;
    do {
        digits[--first] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    buf_append(buf, digits + first, sizeof digits - first);
}

void buf_number(struct buf *buf, int64_t number)
{
    if (number < 0)
        buf_char(buf, '-');
    append_whole(buf, number < 0 ? 0 - (uint64_t)number : (uint64_t)number);
}

void buf_vprintf(struct buf *buf, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    if (size > 0) {
        reserve(buf, (size_t)size);
        vsnprintf(buf->data + buf->size, (size_t)size + 1, format, again);
        buf->size += (size_t)size;
    }
    va_end(again);
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    buf_vprintf(buf, format, arguments);
    va_end(arguments);
}

/* Writes the first places decimals of rest / divisor, rounded. Returns whether they round up to a
 * whole. */
static bool decimals(uint64_t rest, uint64_t divisor, int places, char *digits)
{
    for (int i = 0; i < places; i++) {
        rest *= 10;
        digits[i] = (char)('0' + rest / divisor);
        rest %= divisor;
    }
    bool carry = rest >= divisor - rest;
    for (int i = places; carry && i-- > 0;) {
        carry = digits[i] == '9';
        digits[i] = carry ? '0' : (char)(digits[i] + 1);
    }
    return carry;
}

void buf_decimal(struct buf *buf, int64_t value, int64_t unit, int places)
{
    char digits[9] = {0};
    uint64_t magnitude = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    uint64_t divisor = (uint64_t)unit;
    uint64_t whole = magnitude / divisor;
    whole += decimals(magnitude % divisor, divisor, places, digits);
    while (places && digits[places - 1] == '0')
        places--;
    if (value < 0 && (whole || places))
        buf_char(buf, '-');
    append_whole(buf, whole);
    if (places) {
        buf_char(buf, '.');
        buf_append(buf, digits, (size_t)places);
    }
}

void buf_codepoint(struct buf *buf, uint32_t c)
{
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = 0xFFFD;
    char bytes[4];
    size_t size;
    if (c < 0x80) {
        bytes[0] = (char)c;
        size = 1;
    } else if (c < 0x800) {
        bytes[0] = (char)(0xC0 | (c >> 6));
        bytes[1] = (char)(0x80 | (c & 0x3F));
        size = 2;
    } else if (c < 0x10000) {
        bytes[0] = (char)(0xE0 | (c >> 12));
        bytes[1] = (char)(0x80 | ((c >> 6) & 0x3F));
        bytes[2] = (char)(0x80 | (c & 0x3F));
        size = 3;
    } else {
        bytes[0] = (char)(0xF0 | (c >> 18));
        bytes[1] = (char)(0x80 | ((c >> 12) & 0x3F));
        bytes[2] = (char)(0x80 | ((c >> 6) & 0x3F));
        bytes[3] = (char)(0x80 | (c & 0x3F));
        size = 4;
    }
    buf_append(buf, bytes, size);
}
