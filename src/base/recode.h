/* Bytes that are not UTF-8, read as what they seem to be. */
#ifndef PYKALA_BASE_RECODE_H
#define PYKALA_BASE_RECODE_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What bytes were before they were made UTF-8. */
struct recoding {
    const char *from; /* the encoding's name; "" when it is not known, NULL when all were UTF-8 */
    size_t where;     /* in the UTF-8: what first was not UTF-8 */
    bool is_certain;  /* the bytes can hardly be anything else, and none was lost */
};

/*
 * Makes UTF-8 of bytes in UTF-16, or of bytes that are not all UTF-8; those are read as
 * Windows-1252, which includes Latin-1's letters.
 */
struct recoding recode(struct buf *bytes);

/* Takes away the byte order mark that a text begins with, which UTF-8 does without. */
void recode_drop_mark(struct buf *text);

/* Returns the byte, from 0x80 on, that is a character in Windows-1252; -1 when none is. */
int recode_windows_1252_byte(uint32_t codepoint);

#endif
