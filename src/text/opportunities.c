#include "text/opportunities.h"

#include "base/memory.h"
#include "text/unicode.h"

#include <linebreak.h>
#include <stdlib.h>

/* Returns whether the text ends in a letter and a space. */
static bool ends_with_word(const utf32_t *text, size_t length)
{
    return length >= 2 && text[length - 2] == 'a' && text[length - 1] == UNICODE_SPACE;
}

/*
 * Returns a character that breaks alike and is safe for libunibreak. Version 1.1 follows Unicode
 * 6.2, ends the process at a regional indicator (join_flags does the rest for those), and takes
 * U+FFFF for the end of the text.
 */
static utf32_t known(uint32_t codepoint)
{
    if (unicode_is_regional_indicator(codepoint))
        return UNICODE_IDEOGRAPH;
    return codepoint == UNICODE_LAST_OF_PLANE ? UNICODE_REPLACEMENT : codepoint;
}

/*
 * Sets breaks by UAX #14, with few characters, as libunibreak searches a table for each one: UAX
 * #14 never breaks between letters, so one replaces a row of them, and always breaks between words
 * with a space between, so the last word replaces those before.
 */
static void apply_uax14(struct text_char *chars, size_t count)
{
    utf32_t *text = memory_new(count, sizeof *text);
    size_t *last = memory_new(count, sizeof *last); /* index in chars of the last one replaced */
    char *breaks = memory_new(count, 1);
    size_t length = 0;
    bool after_letter = false;
    for (size_t i = 0; i < count; i++) {
        bool letter = unicode_is_letter(chars[i].codepoint);
        if (letter && !after_letter && ends_with_word(text, length)) {
            chars[last[length - 1]].breaks = true;
            length -= 2;
        }
        if (!letter || !after_letter)
            text[length++] = letter ? 'a' : known(chars[i].codepoint);
        last[length - 1] = i;
        after_letter = letter;
        chars[i].breaks = false;
    }
    set_linebreaks_utf32(text, length, NULL, breaks);
    for (size_t i = 0; i < length; i++)
        chars[last[i]].breaks =
            breaks[i] == LINEBREAK_ALLOWBREAK || breaks[i] == LINEBREAK_MUSTBREAK;
    free(text);
    free(last);
    free(breaks);
}

/* Allows no break inside a flag, which is two regional indicators: LB30a. */
static void join_flags(struct text_char *chars, size_t count)
{
    bool half = false; /* half a flag is before */
    for (size_t i = 0; i < count; i++) {
        bool indicator = unicode_is_regional_indicator(chars[i].codepoint);
        if (indicator && half)
            chars[i - 1].breaks = false;
        if (indicator)
            half = !half;
        else
            half = half && unicode_is_mark(chars[i].codepoint);
    }
}

/* Returns whether the characters are one picture: LB8a and LB30b, newer than the library. next is
 * not after a space. */
static bool is_one_picture(uint32_t codepoint, uint32_t next)
{
    return codepoint == UNICODE_JOINER || unicode_is_emoji_modifier(next);
}

static bool is_wordlike(uint32_t codepoint)
{
    return unicode_is_letter(codepoint) || unicode_is_digit(codepoint) || codepoint >= 0x250;
}

/* Returns whether two letters or digits are on each side of i: "e-lasku" and "km/h" stay. */
static bool has_two_on_both_sides(const struct text_char *chars, size_t count, size_t i)
{
    return i >= 2 && i + 2 < count && is_wordlike(chars[i - 1].codepoint) &&
           is_wordlike(chars[i - 2].codepoint) && is_wordlike(chars[i + 1].codepoint) &&
           is_wordlike(chars[i + 2].codepoint);
}

static bool is_range_dash(const struct text_char *chars, size_t i)
{
    uint32_t dash = chars[i].codepoint;
    return (dash == UNICODE_EN_DASH || dash == UNICODE_EM_DASH || unicode_is_hyphen(dash)) &&
           unicode_is_digit(chars[i + 1].codepoint);
}

/* Returns whether UAX #14's break after character i stays. i + 1 is a character too. */
static bool keeps_break(const struct text_char *chars, size_t count, size_t i)
{
    uint32_t codepoint = chars[i].codepoint;
    if (codepoint == UNICODE_SPACE)
        return !unicode_is_glue(chars[i + 1].codepoint);
    if (unicode_is_glue(codepoint) || unicode_is_glue(chars[i + 1].codepoint) ||
        codepoint == UNICODE_SOFT_HYPHEN || is_range_dash(chars, i) ||
        is_one_picture(codepoint, chars[i + 1].codepoint))
        return false;
    if (codepoint == '/' || codepoint == UNICODE_EN_DASH || unicode_is_hyphen(codepoint))
        return has_two_on_both_sides(chars, count, i);
    return true;
}

static void make_stricter(struct text_char *chars, size_t count)
{
    for (size_t i = 0; i + 1 < count; i++) {
        bool inside =
            chars[i].no_break && chars[i + 1].no_break && chars[i].span == chars[i + 1].span;
        if (chars[i].breaks)
            chars[i].breaks = !inside && keeps_break(chars, count, i);
    }
}

static bool is_token(uint32_t codepoint)
{
    return codepoint != UNICODE_SPACE && codepoint != UNICODE_LINE_SEPARATOR &&
           codepoint != UNICODE_NO_BREAK_SPACE;
}

static bool starts_with(const struct text_char *chars, size_t count, const char *prefix)
{
    for (size_t i = 0; prefix[i]; i++)
        if (i == count || chars[i].codepoint != (unsigned char)prefix[i])
            return false;
    return true;
}

/* Returns whether there is an at sign, "://" or "www." at the start: an address. */
static bool is_address(const struct text_char *chars, size_t count, bool *mail)
{
    bool web = false;
    *mail = false;
    for (size_t i = 0; i < count; i++) {
        *mail |= chars[i].codepoint == '@' && i > 0;
        if (chars[i].codepoint == ':')
            web |= starts_with(chars + i, count - i, "://");
        if (chars[i].codepoint == 'w')
            web |= starts_with(chars + i, count - i, "www.");
    }
    *mail &= !web;
    return *mail || web;
}

static bool ends_path_part(const struct text_char *chars, size_t count, size_t i)
{
    return chars[i].codepoint == '/' && i > 0 && chars[i - 1].codepoint != '/' &&
           chars[i - 1].codepoint != ':' && i + 1 < count && is_wordlike(chars[i + 1].codepoint);
}

static void mark_address(struct text_char *chars, size_t count, bool mail)
{
    for (size_t i = 0; i < count; i++) {
        bool inside = i + 1 < count;
        chars[i].address = true;
        if (inside)
            chars[i].breaks = !mail && !chars[i].no_break && ends_path_part(chars, count, i);
    }
}

static void find_addresses(struct text_char *chars, size_t count)
{
    size_t end;
    bool mail;
    for (size_t start = 0; start < count; start = end + 1) {
        for (end = start; end < count && is_token(chars[end].codepoint);)
            end++;
        if (end - start >= 3 && is_address(chars + start, end - start, &mail))
            mark_address(chars + start, end - start, mail);
    }
}

void opportunities_find(struct text_char *chars, size_t count)
{
    if (!count)
        return;
    apply_uax14(chars, count);
    join_flags(chars, count);
    make_stricter(chars, count);
    find_addresses(chars, count);
}
