/*
 * Hands a parser the bytes of a document and stops when asked: so the parser comes to its
 * end by itself, as with any short file. libxml2 takes it as an xmlInputReadCallback.
 *
 * xmlStopParser must not be called from one of libxml2's callbacks: until libxml2 2.13 it frees
 * what the parser goes on reading when it comes back. And after a fault libxml2 may, for each byte
 * more, copy all that it has read of a comment.
 */
#ifndef PYKALA_BASE_FEED_H
#define PYKALA_BASE_FEED_H

#include <stdbool.h>
#include <stddef.h>

struct feed {
    const char *bytes; /* the next ones; the caller keeps them */
    size_t left;       /* bytes */
    bool stopped;      /* by the caller: at a fault or a limit */
};

/* Copies the next bytes, at most size of them, of the struct feed at context into the buffer.
 * Returns how many: 0 at the end, and when the feed is stopped. */
int feed_read(void *context, char *buffer, int size);

#endif
