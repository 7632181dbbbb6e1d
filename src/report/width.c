#include "report/width.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>

struct range {
    uint32_t first, last;
};

/* Marks of the scripts in Finnish and Swedish files, and of their neighbours. */
static const struct range marks[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F},
    {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF},
    {0x302A, 0x302F}, {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF},
};
static const struct range wides[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF},
    {0x20000, 0x3FFFD},
};

static bool is_in(const struct range *ranges, size_t count, uint32_t codepoint)
{
    for (size_t i = 0; i < count && ranges[i].first <= codepoint; i++)
        if (codepoint <= ranges[i].last)
            return true;
    return false;
}

size_t width_of(const char *text, size_t size)
{
    size_t width = 0;
    for (const char *end = text + size; text < end;) {
        uint32_t codepoint;
        size_t step = utf8_read(text, &codepoint);
        if (!step || !is_in(marks, sizeof marks / sizeof *marks, codepoint))
            width += step && is_in(wides, sizeof wides / sizeof *wides, codepoint) ? 2 : 1;
        text += step ? step : 1;
    }
    return width;
}
