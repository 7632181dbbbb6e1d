#include "report/clean.h"

#include "base/utf8.h"

static bool is_control(uint32_t codepoint)
{
    return codepoint < 0x20 || (codepoint >= 0x7F && codepoint < 0xA0) || codepoint == 0x2028 ||
           codepoint == 0x2029;
}

/* What takes no room, so that nobody would see it: joiners, zero-width spaces, soft hyphens, what
 * steers the direction of text, tags. */
static bool is_invisible(uint32_t codepoint)
{
    return codepoint == 0xAD || codepoint == 0x34F || codepoint == 0x61C || codepoint == 0x180E ||
           (codepoint >= 0x200B && codepoint <= 0x200F) ||
           (codepoint >= 0x202A && codepoint <= 0x202E) ||
           (codepoint >= 0x2060 && codepoint <= 0x206F) || codepoint == 0xFEFF ||
           (codepoint >= 0xFFF9 && codepoint <= 0xFFFB) ||
           (codepoint >= 0xE0000 && codepoint <= 0xE00FF);
}

bool clean_is_hidden(uint32_t codepoint)
{
    return is_control(codepoint) || is_invisible(codepoint);
}

static uint32_t printable_of(uint32_t codepoint)
{
    if (is_control(codepoint))
        return ' ';
    return is_invisible(codepoint) ? 0xFFFD : codepoint;
}

void clean_append(const char *string, bool printable, struct buf *out)
{
    while (*string) {
        uint32_t codepoint;
        size_t size = utf8_read(string, &codepoint);
        if (!size)
            codepoint = 0xFFFD;
        buf_codepoint(out, printable ? printable_of(codepoint) : codepoint);
        string += size ? size : 1;
    }
}
