#include "report/clean.h"

#include <stddef.h>

/* Reads one code point (Unicode 3.9, table 3-7). Returns its bytes, or 0 when what stands there is
 * not UTF-8. */
static size_t read_codepoint(const unsigned char *bytes, uint32_t *codepoint)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t size = bytes[0] < 0x80 ? 1 : bytes[0] >= 0xF0 ? 4 : bytes[0] >= 0xE0 ? 3 : 2;
    *codepoint = size == 1 ? bytes[0] : bytes[0] & (0xFFu >> (size + 1));
    if ((bytes[0] >= 0x80 && bytes[0] < 0xC2) || bytes[0] > 0xF4)
        return 0;
    for (size_t i = 1; i < size; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
        *codepoint = *codepoint << 6 | (bytes[i] & 0x3F);
    }
    bool surrogate = *codepoint >= 0xD800 && *codepoint <= 0xDFFF;
    return *codepoint < least[size] || *codepoint > 0x10FFFF || surrogate ? 0 : size;
}

static bool is_control(uint32_t codepoint)
{
    bool steers_direction = (codepoint >= 0x202A && codepoint <= 0x202E) ||
                            (codepoint >= 0x2066 && codepoint <= 0x2069);
    return codepoint < 0x20 || (codepoint >= 0x7F && codepoint < 0xA0) || codepoint == 0x2028 ||
           codepoint == 0x2029 || steers_direction;
}

void clean_append(const char *string, bool printable, struct buf *out)
{
    const unsigned char *at = (const unsigned char *)string;
    while (*at) {
        uint32_t codepoint;
        size_t size = read_codepoint(at, &codepoint);
        if (!size)
            codepoint = 0xFFFD;
        buf_codepoint(out, printable && is_control(codepoint) ? ' ' : codepoint);
        at += size ? size : 1;
    }
}
