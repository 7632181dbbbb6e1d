/* Inside text: finds line breaks between words. */
#ifndef PYKALA_TEXT_OPPORTUNITIES_H
#define PYKALA_TEXT_OPPORTUNITIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text_char {
    uint32_t codepoint; /* U+2028 stands for a forced break, a letter for a stretch to write on */
    uint32_t span;
    uint32_t at;   /* byte in the span */
    bool no_break; /* of a span without breaks */
    bool breaks;   /* out: a line may end after the character */
    bool address;  /* out: part of a web or e-mail address */
};

/*
 * Sets breaks and address, by UAX #14 (libunibreak) with fewer breaks: none beside a no-break
 * space, in number ranges, after a lone letter's hyphen, in e-mail addresses; web addresses break
 * after a slash only. Soft hyphens are left to hyphenation.
 *
 * In Unicode 15's LineBreakTest.txt 6,867 of 7,654 lines come out alike. 549 lack a break: by those
 * rules, or at pictures and ideographs newer than the library's Unicode 6.2. 248 have one too many:
 * before small kana (CJ), before a per cent or currency sign after a letter (LB24), after an accent
 * on a quotation mark or on a no-break space (LB12, LB19).
 */
void opportunities_find(struct text_char *chars, size_t count);

#endif
