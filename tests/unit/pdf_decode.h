/* Reading PDF files back, as far as the tests of src/pdf need it. */
#ifndef PYKALA_TESTS_PDF_DECODE_H
#define PYKALA_TESTS_PDF_DECODE_H

#include "base/buf.h"
#include "pdf/object.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

/* Appends the bytes inflated; the test fails when they are not deflated ones. */
static inline void decode_append(const char *deflated, size_t size, struct buf *out)
{
    enum { MOST = 1 << 22 };
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    char *room = malloc(MOST);
    size_t inflated = 0;
    assert_non_null(room);
    assert_int_equal(
        libdeflate_zlib_decompress(decompressor, deflated, size, room, MOST, &inflated),
        LIBDEFLATE_SUCCESS);
    buf_append(out, room, inflated);
    free(room);
    libdeflate_free_decompressor(decompressor);
}

/* Appends a stream's bytes as they were before they were encoded. */
static inline void decode_body(const struct pdf_body *body, struct buf *out)
{
    if (body->encoding == PDF_DEFLATED)
        decode_append(body->stream, body->stream_size, out);
    else
        buf_append(out, body->stream, body->stream_size);
}

/* Appends to the file what its deflated streams hold. */
static inline void decode_streams(struct buf *file)
{
    static const char head[] = "/Filter/FlateDecode/Length ";
    struct buf inflated = {0};
    for (size_t at = 0; at + sizeof head < file->size; at++) {
        if (memcmp(file->data + at, head, sizeof head - 1) != 0)
            continue;
        char *end;
        size_t size = strtoul(file->data + at + sizeof head - 1, &end, 10);
        assert_memory_equal(end, ">>stream\n", 9);
        decode_append(end + 9, size, &inflated);
    }
    buf_append(file, inflated.data, inflated.size);
    buf_free(&inflated);
}

#endif
