/* White space as XML has it, and digits. */
#ifndef PYKALA_BASE_BLANK_H
#define PYKALA_BASE_BLANK_H

#include <stdbool.h>
#include <stddef.h>

#define BLANK " \t\r\n"
#define DIGITS "0123456789"

/* Returns whether a line ends at a byte of a text, which a NUL ends: with CR LF, LF, or a CR that
 * no LF follows (XML 1.0 2.11). */
static inline bool blank_ends_line(const char *at)
{
    return at[0] == '\n' || (at[0] == '\r' && at[1] != '\n');
}

/* Returns the text after the white space at its start; *size is its size without that at its end.
 */
const char *blank_trim(const char *text, size_t *size);

/* Returns the first word of a text, which white space ends, and its size; NULL for none. */
const char *blank_word(const char *text, size_t *size);

/* Makes one space of each stretch of white space in a text and removes what stands at its ends, as
 * xs:token does. Returns the size that is left. */
size_t blank_collapse(char *text);

#endif
