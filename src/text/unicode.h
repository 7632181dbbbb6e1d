/* The little of Unicode that text needs to know itself. */
#ifndef PYKALA_TEXT_UNICODE_H
#define PYKALA_TEXT_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    UNICODE_SPACE = 0x20,
    UNICODE_NO_BREAK_SPACE = 0xA0,
    UNICODE_SOFT_HYPHEN = 0xAD,
    UNICODE_NON_JOINER = 0x200C,
    UNICODE_JOINER = 0x200D,
    UNICODE_HYPHEN = 0x2010,
    UNICODE_EN_DASH = 0x2013,
    UNICODE_EM_DASH = 0x2014,
    UNICODE_LINE_SEPARATOR = 0x2028,
    UNICODE_FRACTION_SLASH = 0x2044,
    UNICODE_IDEOGRAPH = 0x4E00, /* one of them: the first */
    UNICODE_REPLACEMENT = 0xFFFD,
    UNICODE_LAST_OF_PLANE = 0xFFFF /* no character, but a valid code point */
};

/*
 * Reads one character of strict UTF-8 into *codepoint and returns its bytes. A byte that starts no
 * valid character is U+FFFD, one byte long. size is at least 1.
 */
size_t unicode_decode(const char *bytes, size_t size, uint32_t *codepoint);

/* Letters of the Latin script up to U+024F: all that Finnish, Swedish and Sámi names are made of.
 */
bool unicode_is_letter(uint32_t codepoint);
bool unicode_is_upper(uint32_t codepoint);
bool unicode_is_digit(uint32_t codepoint);

/* U+002D and U+2010. */
bool unicode_is_hyphen(uint32_t codepoint);

/* A character that glues its neighbours to itself: U+00A0 and its kin. */
bool unicode_is_glue(uint32_t codepoint);

/* U+1F1E6 to U+1F1FF: two of them are a flag. */
bool unicode_is_regional_indicator(uint32_t codepoint);

/* U+1F3FB to U+1F3FF: the colour of skin of the person before. */
bool unicode_is_emoji_modifier(uint32_t codepoint);

/* Belongs to the character before: an accent, a vowel sign, a variation selector, U+200D. */
bool unicode_is_mark(uint32_t codepoint);

/* Makes one with the character before it, as HarfBuzz has it: a mark, what isn't shown, the rest of
 * a flag, of a Korean syllable, of half-width kana. */
bool unicode_continues(uint32_t codepoint);

/* Makes one of the characters around it: U+200D, a virama. */
bool unicode_joins(uint32_t codepoint);

#endif
