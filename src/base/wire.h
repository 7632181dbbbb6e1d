/* Numbers and strings as plain bytes, in which a worker process sends them to its parent. */
#ifndef PYKALA_BASE_WIRE_H
#define PYKALA_BASE_WIRE_H

#include "base/buf.h"

#include <stdbool.h>

void wire_put_number(struct buf *out, int64_t number);

/* Appends a string, or that there is none for NULL. */
void wire_put_string(struct buf *out, const char *string);

/* Appends bytes with their size. */
void wire_put_bytes(struct buf *out, const struct buf *bytes);

/* Bytes that are read: those from at to end are left. */
struct wire {
    const char *at, *end;
    bool is_broken; /* something else stood there; all that is read since is 0 or NULL */
};
struct wire wire_begin(const char *bytes, size_t size);

int64_t wire_number(struct wire *wire);

/* Return what was put, where it stands in the bytes. */
const char *wire_string(struct wire *wire);
const char *wire_bytes(struct wire *wire, size_t *size);

#endif
