/* Inside text: where a line may end between words. */
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
    bool breaks;   /* out: a line may end after it */
    bool address;  /* out: part of a web or e-mail address */
};

/*
 * Sets breaks and address. UAX #14 by libunibreak, and stricter where it would part what belongs
 * together: no break beside a no-break space, in number ranges, after a lone letter's hyphen, in
 * e-mail addresses; web addresses break after a slash only. A soft hyphen is no opportunity here:
 * hyphenation takes care of it.
 *
 * Of the 7,654 lines of Unicode 15's LineBreakTest.txt 6,867 come out alike. 549 lack a break:
 * where this is stricter, and where characters are pictures or ideographs since Unicode 6.2, that
 * of the library. 248 have one too many: before small kana (CJ), before a per cent or currency sign
 * behind a letter (LB24), behind an accent on a quotation mark or on a no-break space (LB12, LB19).
 */
void opportunities_find(struct text_char *chars, size_t count);

#endif
