#include "base/wire.h"

#include <string.h>

void wire_put_number(struct buf *out, int64_t number)
{
    buf_append(out, &number, sizeof number);
}

void wire_put_string(struct buf *out, const char *string)
{
    buf_char(out, string ? 's' : 'n');
    if (string)
        buf_append(out, string, strlen(string) + 1);
}

void wire_put_bytes(struct buf *out, const struct buf *bytes)
{
    wire_put_number(out, (int64_t)bytes->size);
    buf_append(out, bytes->data, bytes->size);
}

struct wire wire_begin(const char *bytes, size_t size)
{
    return (struct wire){.at = bytes, .end = size ? bytes + size : bytes};
}

/* Returns the next size bytes and passes them; NULL where there are fewer. */
static const char *take(struct wire *wire, size_t size)
{
    const char *taken = wire->at;
    wire->is_broken |= size > (size_t)(wire->end - wire->at);
    if (wire->is_broken)
        return NULL;
    wire->at += size;
    return taken;
}

int64_t wire_number(struct wire *wire)
{
    int64_t number = 0;
    const char *bytes = take(wire, sizeof number);
    if (bytes)
        memcpy(&number, bytes, sizeof number);
    return number;
}

const char *wire_string(struct wire *wire)
{
    const char *form = take(wire, 1);
    if (!form || *form == 'n')
        return NULL;
    const char *stop = memchr(wire->at, '\0', (size_t)(wire->end - wire->at));
    wire->is_broken = *form != 's' || !stop;
    return wire->is_broken ? NULL : take(wire, (size_t)(stop - wire->at) + 1);
}

const char *wire_bytes(struct wire *wire, size_t *size)
{
    *size = (size_t)wire_number(wire);
    const char *bytes = take(wire, *size);
    *size = bytes ? *size : 0;
    return bytes;
}
