#include "report/clean.h"

#include "base/utf8.h"

static bool is_control(uint32_t codepoint)
{
    bool steers_direction = (codepoint >= 0x202A && codepoint <= 0x202E) ||
                            (codepoint >= 0x2066 && codepoint <= 0x2069);
    return codepoint < 0x20 || (codepoint >= 0x7F && codepoint < 0xA0) || codepoint == 0x2028 ||
           codepoint == 0x2029 || steers_direction;
}

void clean_append(const char *string, bool printable, struct buf *out)
{
    while (*string) {
        uint32_t codepoint;
        size_t size = utf8_read(string, &codepoint);
        if (!size)
            codepoint = 0xFFFD;
        buf_codepoint(out, printable && is_control(codepoint) ? ' ' : codepoint);
        string += size ? size : 1;
    }
}
