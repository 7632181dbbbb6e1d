/* The SHA-256 of bytes (FIPS 180-4): by it a file that was received is known again. */
#ifndef PYKALA_BASE_DIGEST_H
#define PYKALA_BASE_DIGEST_H

#include "base/arena.h"

#include <stddef.h>

/* Returns the digest of size bytes as 64 hexadecimal digits in lower case, in the arena. */
const char *digest_of(const void *bytes, size_t size, struct arena *arena);

#endif
