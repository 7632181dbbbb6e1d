/* Inside text: the little of Unicode that text needs to know itself. */
#ifndef PYKALA_TEXT_UNICODE_H
#define PYKALA_TEXT_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    UNICODE_SPACE = 0x20,
    UNICODE_NO_BREAK_SPACE = 0xA0,
    UNICODE_SOFT_HYPHEN = 0xAD,
    UNICODE_FIRST_MARK = 0x300,
    UNICODE_FIRST_RIGHT_TO_LEFT = 0x590, /* Hebrew */
    UNICODE_NON_JOINER = 0x200C,
    UNICODE_JOINER = 0x200D,
    UNICODE_HYPHEN = 0x2010,
    UNICODE_NO_BREAK_HYPHEN = 0x2011,
    UNICODE_EN_DASH = 0x2013,
    UNICODE_EM_DASH = 0x2014,
    UNICODE_LINE_SEPARATOR = 0x2028,
    UNICODE_FRACTION_SLASH = 0x2044,
    UNICODE_IDEOGRAPH = 0x4E00, /* one of them: the first */
    UNICODE_REPLACEMENT = 0xFFFD,
    UNICODE_LAST_OF_PLANE = 0xFFFF /* no character, but a valid code point */
};

/*
 * Reads one character of strict UTF-8 into *codepoint and returns its bytes. A byte without a valid
 * character becomes U+FFFD, one byte long. size is at least 1.
 */
size_t unicode_decode(const char *bytes, size_t size, uint32_t *codepoint);

/* A character of a text; all zero: before the first. */
struct unicode_char {
    size_t at, end; /* its bytes */
    uint32_t codepoint;
};

/* Moves c to the text's next character, read by unicode_decode. Returns false at the end. */
bool unicode_next(const char *text, size_t size, struct unicode_char *c);

/* Returns whether codepoint is a Latin letter up to U+024F: of Finnish, Swedish, Sámi names. */
bool unicode_is_letter(uint32_t codepoint);
bool unicode_is_upper(uint32_t codepoint);
bool unicode_is_digit(uint32_t codepoint);

/* Returns whether codepoint is white space of XML. */
bool unicode_is_blank(uint32_t codepoint);

/* Returns whether codepoint is U+002D or U+2010. */
bool unicode_is_hyphen(uint32_t codepoint);

/* Returns whether no line breaks on either side: at U+00A0 and its kin. */
bool unicode_is_glue(uint32_t codepoint);

/* Returns whether codepoint is one of U+1F1E6 to U+1F1FF, two of which are a flag. */
bool unicode_is_regional_indicator(uint32_t codepoint);

/* Returns whether codepoint is one of U+1F3FB to U+1F3FF: the colour of a person's skin. */
bool unicode_is_emoji_modifier(uint32_t codepoint);

/* Returns whether codepoint marks the character before: an accent, a vowel sign, a variation
 * selector, U+200D. */
bool unicode_is_mark(uint32_t codepoint);

/* Returns whether a character is of a script that is written from right to left. */
bool unicode_is_right_to_left(uint32_t codepoint);

/* Returns whether a character is for private use: what it stands for only its font's maker knows,
 * so that no reader of a file could tell (PDF/A-2a, ISO 19005-2 6.2.11.7.3). */
bool unicode_is_private(uint32_t codepoint);

/* Returns whether a character is set where a font has it: it is neither written from right to left
 * nor private. */
bool unicode_is_settable(uint32_t codepoint);

/* Returns whether HarfBuzz makes one of codepoint and the character before: of a mark, an unshown
 * character, the rest of a flag, of a Korean syllable, of half-width kana. */
bool unicode_continues(uint32_t codepoint);

/* Returns whether codepoint makes one of the characters around: U+200D, a virama. */
bool unicode_joins(uint32_t codepoint);

enum { UNICODE_MOST_TOGETHER = 512 /* bytes */ };

/* Moves c to the text's next characters that belong together, of which it gets the first code
 * point: a letter with its marks, a flag, a picture of several. Of very many only the first
 * UNICODE_MOST_TOGETHER bytes are taken. Returns false at the end. */
bool unicode_next_cluster(const char *text, size_t size, struct unicode_char *c);

#endif
