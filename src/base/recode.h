/* Bytes that are not UTF-8, read as what they seem to be. */
#ifndef PYKALA_BASE_RECODE_H
#define PYKALA_BASE_RECODE_H

#include "base/buf.h"

#include <stddef.h>
#include <stdint.h>

/*
 * Makes UTF-8 of bytes in UTF-16, or of bytes that are not all UTF-8; those are read as
 * Windows-1252, which includes Latin-1's letters. Returns the name of the encoding that the bytes
 * seem to be in, and where, in the UTF-8, they first are not UTF-8; "" when the encoding is not
 * known, NULL when all are UTF-8.
 */
const char *recode(struct buf *bytes, size_t *where);

/* Returns the byte, from 0x80 on, that is a character in Windows-1252; -1 when none is. */
int recode_windows_1252_byte(uint32_t codepoint);

#endif
