#include "base/utf8.h"

#include <string.h>

/* Returns the size of a character of two bytes or more; 0 for a byte that begins none. */
static size_t size_of(unsigned char lead)
{
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

size_t utf8_read_within(const char *bytes, size_t limit, uint32_t *codepoint)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *at = (const unsigned char *)bytes;
    if (at[0] < 0x80) { /* ASCII, of which most texts are */
        *codepoint = at[0];
        return limit > 0;
    }
    size_t size = size_of(at[0]);
    *codepoint = size ? at[0] & (0x7Fu >> size) : at[0];
    if (size > limit)
        return 0;
    for (size_t i = 1; i < size; i++) {
        if (utf8_begins(bytes[i]))
            return 0;
        *codepoint = *codepoint << 6 | (at[i] & 0x3F);
    }
    bool surrogate = *codepoint >= 0xD800 && *codepoint <= 0xDFFF;
    return size && (*codepoint < least[size] || *codepoint > 0x10FFFF || surrogate) ? 0 : size;
}

size_t utf8_read(const char *bytes, uint32_t *codepoint)
{
    return utf8_read_within(bytes, SIZE_MAX, codepoint);
}

size_t utf8_mark_size(const char *bytes, size_t size)
{
    static const char mark[] = {'\xEF', '\xBB', '\xBF'};
    bool has_mark = size >= sizeof mark && memcmp(bytes, mark, sizeof mark) == 0;
    return has_mark ? sizeof mark : 0;
}

size_t utf8_count(const char *bytes, size_t size)
{
    size_t count = 0;
    for (size_t i = 0; i < size; i++)
        count += utf8_begins(bytes[i]);
    return count;
}
