#include "pdf/object.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

/* Level 10 and above take eight times the time and save 3 %: see bench/bytes.md. */
enum { LEVEL = 6 };

static void *allocate(HPDF_UINT size)
{
    void *p = malloc(size ? size : 1);
    if (!p)
        memory_exhausted();
    return p;
}

struct pdf_objects pdf_objects_new(struct arena *arena)
{
    struct pdf_objects objects = {.haru = HPDF_NewEx(NULL, allocate, free, 0, NULL),
                                  .arena = arena,
                                  .compressor = libdeflate_alloc_compressor(LEVEL)};
    if (!objects.haru || !objects.compressor)
        memory_exhausted();
    objects.haru->pdf_version = HPDF_VER_17;
    return objects;
}

void pdf_objects_free(struct pdf_objects *objects)
{
    HPDF_Free(objects->haru);
    libdeflate_free_compressor(objects->compressor);
}

HPDF_Dict pdf_object_new(const struct pdf_objects *objects)
{
    if (objects->haru->xref->entries->count >= PDF_MOST_OBJECTS)
        return objects->haru->catalog; /* libharu would free one that it does not take */
    HPDF_Dict object = HPDF_Dict_New(objects->haru->mmgr);
    HPDF_Xref_Add(objects->haru->xref, object);
    return object;
}

static HPDF_STATUS write_body(HPDF_Dict object, HPDF_Stream stream)
{
    const struct pdf_body *body = object->attr;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)body->text, (HPDF_UINT)body->text_size);
}

static struct pdf_body *set_body(const struct pdf_objects *objects, HPDF_Dict object,
                                 struct buf *text)
{
    struct pdf_body *body = arena_alloc(objects->arena, sizeof *body);
    body->text = arena_strndup(objects->arena, text->data ? text->data : "", text->size);
    body->text_size = text->size;
    object->attr = body;
    object->write_fn = write_body;
    buf_clear(text);
    return body;
}

void pdf_object_body(const struct pdf_objects *objects, HPDF_Dict object, struct buf *text)
{
    set_body(objects, object, text);
}

void pdf_deflate(const struct pdf_objects *objects, const void *bytes, size_t size, struct buf *out)
{
    size_t bound = libdeflate_zlib_compress_bound(objects->compressor, size);
    if (out->capacity < bound) {
        out->data = memory_resize(out->data, bound, 1);
        out->capacity = bound;
    }
    out->size = libdeflate_zlib_compress(objects->compressor, bytes, size, out->data, bound);
}

void pdf_object_stream(const struct pdf_objects *objects, HPDF_Dict object, struct buf *text,
                       const void *bytes, size_t size, enum pdf_encoding encoding)
{
    struct pdf_body *body = set_body(objects, object, text);
    struct buf deflated = {0};
    if (encoding == PDF_DEFLATE) {
        pdf_deflate(objects, bytes, size, &deflated);
        bytes = deflated.data;
        size = deflated.size;
    }
    body->stream = arena_strndup(objects->arena, bytes, size);
    body->stream_size = size;
    body->encoding = encoding == PDF_DEFLATE ? PDF_DEFLATED : encoding;
    buf_free(&deflated);
}

const struct pdf_body *pdf_object_own(HPDF_Dict object)
{
    return object->write_fn == write_body ? object->attr : NULL;
}

unsigned pdf_object_number(HPDF_Dict object)
{
    return object->header.obj_id & 0x00FFFFFF;
}

void pdf_write_reference(struct buf *out, HPDF_Dict object)
{
    buf_char(out, ' ');
    buf_number(out, pdf_object_number(object));
    buf_string(out, " 0 R");
}

void pdf_write_name(struct buf *out, const char *name)
{
    for (const char *c = name; *c; c++) {
        if (*c > ' ' && *c <= '~' && !strchr("#()<>[]{}/%", *c))
            buf_char(out, *c);
        else
            buf_printf(out, "#%02X", (unsigned char)*c);
    }
}

static void write_byte(struct buf *out, char byte)
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
        write_byte(out, bytes[i]);
    buf_char(out, ')');
}

/* Returns the character in PDFDocEncoding (ISO 32000-1 annex D.3), or 0 for all but letters and the
 * punctuation of Nordic texts. Control characters are left to UTF-16. */
static unsigned char document_byte(uint32_t character)
{
    static const struct {
        uint16_t character;
        unsigned char byte;
    } others[] = {{0x2022, 0x80}, {0x2026, 0x83}, {0x2014, 0x84}, {0x2013, 0x85}, {0x2212, 0x8A},
                  {0x201C, 0x8D}, {0x201D, 0x8E}, {0x2018, 0x8F}, {0x2019, 0x90}, {0x20AC, 0xA0}};
    bool letter = (character >= ' ' && character <= '~') ||
                  (character > 0xA0 && character <= 0xFF && character != 0xAD);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i].character == character)
            return others[i].byte;
    return letter ? (unsigned char)character : 0;
}

/* Writes a text in PDFDocEncoding. Returns false where that can't be done: a string that starts
 * like UTF-16 or UTF-8 would be taken for it. */
static bool write_document_bytes(struct buf *out, const char *utf8, const char *end)
{
    while (utf8 < end) {
        unsigned char byte = document_byte(pdf_next_character(&utf8, end));
        if (!byte || (!out->size && byte >= 0xEF))
            return false;
        buf_char(out, (char)byte);
    }
    return true;
}

static void write_wide(struct buf *out, const char *utf8, const char *end)
{
    buf_clear(out);
    buf_string(out, "\xFE\xFF");
    while (utf8 < end) {
        unsigned char bytes[4];
        buf_append(out, bytes, pdf_utf16(pdf_next_character(&utf8, end), bytes));
    }
}

void pdf_encode_text(struct buf *out, const char *utf8, size_t size)
{
    if (!write_document_bytes(out, utf8, utf8 + size))
        write_wide(out, utf8, utf8 + size);
}

void pdf_write_text(struct buf *out, const char *utf8, size_t size)
{
    struct buf string = {0};
    pdf_encode_text(&string, utf8, size);
    pdf_write_bytes(out, string.data, string.size);
    buf_free(&string);
}

void pdf_write_text_entry(struct buf *out, const char *key, const char *text)
{
    if (!text)
        return;
    buf_char(out, '/');
    buf_string(out, key);
    pdf_write_text(out, text, strlen(text));
}

void pdf_write_length(struct buf *out, pt64 length)
{
    buf_char(out, ' ');
    buf_decimal(out, length, 64, 2);
}

uint32_t pdf_next_character(const char **text, const char *end)
{
    uint32_t character;
    size_t size = utf8_read_within(*text, (size_t)(end - *text), &character);
    if (size) {
        *text += size;
        return character;
    }
    do
        ++*text;
    while (*text < end && !utf8_begins(**text));
    return 0xFFFD;
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

void pdf_write_uri(struct buf *out, const char *uri)
{
    for (; *uri; uri++) {
        unsigned char c = (unsigned char)*uri;
        if (c > ' ' && c <= '~')
            buf_char(out, (char)c);
        else
            buf_printf(out, "%%%02X", c);
    }
}
