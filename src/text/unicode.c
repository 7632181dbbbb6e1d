#include "text/unicode.h"

#include "base/clean.h"
#include "base/utf8.h"

#include <hb.h>

size_t unicode_decode(const char *bytes, size_t size, uint32_t *codepoint)
{
    size_t length = utf8_read_within(bytes, size, codepoint);
    if (length)
        return length;
    *codepoint = UNICODE_REPLACEMENT;
    return 1;
}

bool unicode_next(const char *text, size_t size, struct unicode_char *c)
{
    c->at = c->end;
    if (c->at < size)
        c->end += unicode_decode(text + c->at, size - c->at, &c->codepoint);
    return c->at < size;
}

bool unicode_is_letter(uint32_t codepoint)
{
    if (codepoint < 0x80)
        return (codepoint | 0x20) >= 'a' && (codepoint | 0x20) <= 'z';
    return codepoint >= 0xC0 && codepoint < 0x250 && codepoint != 0xD7 && codepoint != 0xF7;
}

/* Returns whether a letter of Latin Extended-A is a capital: every other, twice in turned order. */
static bool is_upper_extended(uint32_t codepoint)
{
    bool turned =
        (codepoint >= 0x139 && codepoint <= 0x148) || (codepoint >= 0x178 && codepoint <= 0x17E);
    return codepoint < 0x17F && (codepoint & 1) == turned;
}

bool unicode_is_upper(uint32_t codepoint)
{
    if (codepoint < 0x80)
        return codepoint >= 'A' && codepoint <= 'Z';
    if (codepoint < 0x100)
        return codepoint >= 0xC0 && codepoint <= 0xDE && codepoint != 0xD7;
    return is_upper_extended(codepoint);
}

bool unicode_is_digit(uint32_t codepoint)
{
    return codepoint >= '0' && codepoint <= '9';
}

bool unicode_is_blank(uint32_t codepoint)
{
    return codepoint == ' ' || codepoint == '\t' || codepoint == '\n' || codepoint == '\r';
}

bool unicode_is_hyphen(uint32_t codepoint)
{
    return codepoint == '-' || codepoint == UNICODE_HYPHEN;
}

bool unicode_is_glue(uint32_t codepoint)
{
    return codepoint == UNICODE_NO_BREAK_SPACE || codepoint == 0x2007 || codepoint == 0x202F ||
           codepoint == 0x2060;
}

bool unicode_is_regional_indicator(uint32_t codepoint)
{
    return codepoint >= 0x1F1E6 && codepoint <= 0x1F1FF;
}

bool unicode_is_emoji_modifier(uint32_t codepoint)
{
    return codepoint >= 0x1F3FB && codepoint <= 0x1F3FF;
}

bool unicode_is_right_to_left(uint32_t codepoint)
{
    if (codepoint < UNICODE_FIRST_RIGHT_TO_LEFT || clean_is_ignorable(codepoint))
        return false;
    hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), codepoint);
    return hb_script_get_horizontal_direction(script) == HB_DIRECTION_RTL;
}

bool unicode_is_private(uint32_t codepoint)
{
    return (codepoint >= 0xE000 && codepoint <= 0xF8FF) || codepoint >= 0xF0000;
}

bool unicode_is_settable(uint32_t codepoint)
{
    return !unicode_is_right_to_left(codepoint) && !unicode_is_private(codepoint);
}

bool unicode_is_mark(uint32_t codepoint)
{
    if (codepoint < UNICODE_FIRST_MARK)
        return false;
    hb_unicode_general_category_t category =
        hb_unicode_general_category(hb_unicode_funcs_get_default(), codepoint);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK || codepoint == UNICODE_JOINER;
}

bool unicode_continues(uint32_t codepoint)
{
    if (codepoint <= 0x7F) /* ASCII, of which most texts are */
        return false;
    return unicode_is_mark(codepoint) || clean_is_ignorable(codepoint) ||
           unicode_is_emoji_modifier(codepoint) || unicode_is_regional_indicator(codepoint) ||
           (codepoint >= 0x1160 && codepoint <= 0x11FF) || /* vowels and ends of syllables */
           (codepoint >= 0xD7B0 && codepoint <= 0xD7FF) ||
           (codepoint >= 0x302A && codepoint <= 0x302F) || codepoint == 0xFF9E ||
           codepoint == 0xFF9F;
}

bool unicode_joins(uint32_t codepoint)
{
    if (codepoint < UNICODE_FIRST_MARK)
        return false;
    return codepoint == UNICODE_JOINER ||
           hb_unicode_combining_class(hb_unicode_funcs_get_default(), codepoint) ==
               HB_UNICODE_COMBINING_CLASS_VIRAMA;
}

bool unicode_next_cluster(const char *text, size_t size, struct unicode_char *c)
{
    if (!unicode_next(text, size, c))
        return false;
    struct unicode_char next = *c;
    bool joins = unicode_joins(c->codepoint);
    bool is_half_flag = unicode_is_regional_indicator(c->codepoint);
    while (unicode_next(text, size, &next) && next.end - c->at <= UNICODE_MOST_TOGETHER) {
        bool indicates = unicode_is_regional_indicator(next.codepoint);
        if (unicode_is_blank(next.codepoint) ||
            (!joins && !(indicates ? is_half_flag : unicode_continues(next.codepoint))))
            break;
        is_half_flag = is_half_flag && !indicates;
        joins = unicode_joins(next.codepoint);
        c->end = next.end;
    }
    return true;
}
