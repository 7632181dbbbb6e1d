#include "pdf/object.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct body {
    size_t size;
    const char *bytes;
};

static void *allocate(HPDF_UINT size)
{
    void *p = malloc(size ? size : 1);
    if (!p)
        memory_exhausted();
    return p;
}

HPDF_Doc pdf_object_document(void)
{
    HPDF_Doc haru = HPDF_NewEx(NULL, allocate, free, 0, NULL);
    if (!haru)
        memory_exhausted();
    HPDF_SetCompressionMode(haru, HPDF_COMP_ALL);
    haru->pdf_version = HPDF_VER_17;
    return haru;
}

HPDF_Dict pdf_object_new(HPDF_Doc haru)
{
    HPDF_Dict object = HPDF_Dict_New(haru->mmgr);
    HPDF_Xref_Add(haru->xref, object);
    return object;
}

static HPDF_STATUS write_body(HPDF_Dict object, HPDF_Stream stream)
{
    const struct body *body = object->attr;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)body->bytes, (HPDF_UINT)body->size);
}

void pdf_object_body(HPDF_Dict object, struct arena *arena, struct buf *buf)
{
    struct body *body = arena_alloc(arena, sizeof *body);
    body->bytes = arena_strndup(arena, buf->data, buf->size);
    body->size = buf->size;
    object->attr = body;
    object->write_fn = write_body;
    buf_clear(buf);
}

HPDF_Dict pdf_object_stream(HPDF_Doc haru, const void *bytes, size_t size, unsigned filter)
{
    HPDF_Dict object = HPDF_DictStream_New(haru->mmgr, haru->xref);
    object->filter = filter;
    HPDF_Stream_Write(object->stream, bytes, (HPDF_UINT)size);
    return object;
}

void pdf_write_reference(struct buf *out, HPDF_Dict object)
{
    buf_printf(out, " %u 0 R", (unsigned)(object->header.obj_id & 0x00FFFFFF));
}

static bool is_ascii(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if ((unsigned char)text[i] < ' ' || (unsigned char)text[i] > '~')
            return false;
    return true;
}

void pdf_write_byte(struct buf *out, char byte)
{
    if (byte == '(' || byte == ')' || byte == '\\')
        buf_char(out, '\\');
    if (byte == '\r')
        buf_string(out, "\\r");
    else
        buf_char(out, byte);
}

void pdf_write_bytes(struct buf *out, const char *bytes, size_t size)
{
    buf_char(out, '(');
    for (size_t i = 0; i < size; i++)
        pdf_write_byte(out, bytes[i]);
    buf_char(out, ')');
}

void pdf_write_text(struct buf *out, const char *utf8, size_t size)
{
    if (is_ascii(utf8, size)) {
        pdf_write_bytes(out, utf8, size);
        return;
    }
    struct buf wide = {0};
    buf_string(&wide, "\xFE\xFF");
    for (const char *end = utf8 + size; utf8 < end;) {
        unsigned char bytes[4];
        buf_append(&wide, bytes, pdf_utf16(pdf_next_character(&utf8, end), bytes));
    }
    pdf_write_bytes(out, wide.data, wide.size);
    buf_free(&wide);
}

void pdf_write_text_entry(struct buf *out, const char *key, const char *text)
{
    if (!text)
        return;
    buf_printf(out, "/%s", key);
    pdf_write_text(out, text, strlen(text));
}

void pdf_write_length(struct buf *out, pt64 length)
{
    buf_char(out, ' ');
    buf_decimal(out, length, 64, 2);
}

/* The length of the sequence that a byte starts, and the least character it may stand for. */
static int sequence(unsigned char first, uint32_t *least)
{
    static const uint32_t leasts[] = {0, 0, 0x80, 0x800, 0x10000};
    int length = first < 0x80 ? 1 : first < 0xC0 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (first > 0xF4)
        length = 0;
    *least = leasts[length];
    return length;
}

uint32_t pdf_next_character(const char **text, const char *end)
{
    const unsigned char *bytes = (const unsigned char *)*text;
    uint32_t least;
    int length = sequence(bytes[0], &least);
    if (length <= 1) {
        ++*text;
        return length ? bytes[0] : 0xFFFD;
    }
    uint32_t character = bytes[0] & (0x7Fu >> length);
    int i = 1;
    for (; i < length && *text + i < end && (bytes[i] & 0xC0) == 0x80; i++)
        character = character << 6 | (bytes[i] & 0x3Fu);
    *text += i;
    bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    return i < length || character < least || character > 0x10FFFF || surrogate ? 0xFFFD
                                                                                : character;
}

size_t pdf_utf16(uint32_t character, unsigned char bytes[4])
{
    size_t size = 0;
    if (character >= 0x10000) {
        uint32_t high = 0xD800 + ((character - 0x10000) >> 10);
        bytes[size++] = (unsigned char)(high >> 8);
        bytes[size++] = (unsigned char)high;
        character = 0xDC00 + (character & 0x3FF);
    }
    bytes[size++] = (unsigned char)(character >> 8);
    bytes[size++] = (unsigned char)character;
    return size;
}
