#include "xml/encoding.h"

#include "base/message.h"
#include "base/utf8.h"

#include <string.h>
#include <strings.h>

enum { SHOWN = 40 /* bytes of a name that a file gives */ };

/* Windows-1252 from 0x80 to 0x9F (encoding.spec.whatwg.org/index-windows-1252.txt). */
static const uint16_t windows_1252[] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

static uint32_t read_windows_1252(unsigned char byte)
{
    return byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
}

/* Whether a byte is in Windows-1252 a letter or a sign that Finnish or Swedish texts have: letters,
 * quotation marks, dashes, an ellipsis, a no-break space, §, €, ½, ° or ×. */
static bool is_usual(unsigned char byte)
{
    return byte &&
           strchr("\xC4\xC5\xD6\xE4\xE5\xF6\xC9\xE9\x80\x85\x91\x92\x93\x94\x96\x97\xA0\xA7\xB0"
                  "\xBD\xD7",
                  byte);
}

/* --- UTF-16 --- */

/* Returns the offset of the lower byte of UTF-16 (0 or 1) when bytes are in it, else -1. An XML
 * file begins with a byte order mark or with <. */
static int find_utf16(const struct buf *bytes)
{
    const char *data = bytes->data;
    if (bytes->size < 4 || (!data[2] && !data[3]) || (!data[0] && !data[1]))
        return -1; /* UTF-32 has two zeros there */
    if (memcmp(data, "\xFF\xFE", 2) == 0 || memcmp(data, "<\0", 2) == 0)
        return 0;
    return memcmp(data, "\xFE\xFF", 2) == 0 || memcmp(data, "\0<", 2) == 0 ? 1 : -1;
}

static uint32_t unit_at(const struct buf *bytes, size_t at, int low)
{
    const unsigned char *data = (const unsigned char *)bytes->data + at;
    return (uint32_t)data[low] | (uint32_t)data[!low] << 8;
}

static void recode_utf16(struct buf *bytes, int low)
{
    struct buf out = {0};
    for (size_t at = 0; at + 1 < bytes->size; at += 2) {
        uint32_t unit = unit_at(bytes, at, low);
        uint32_t next = at + 3 < bytes->size ? unit_at(bytes, at + 2, low) : 0;
        bool is_pair = unit >= 0xD800 && unit < 0xDC00 && next >= 0xDC00 && next < 0xE000;
        if (is_pair)
            unit = 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00);
        at += is_pair ? 2 : 0;
        bool is_lone = unit >= 0xD800 && unit < 0xE000;
        buf_codepoint(&out, is_lone ? 0xFFFD : unit);
    }
    buf_free(bytes);
    *bytes = out;
}

/* --- Bytes that are not UTF-8 --- */

/* Returns the size of the UTF-8 character at an offset; 0 when none stands there. */
static size_t size_at(const struct buf *bytes, size_t at)
{
    uint32_t codepoint;
    return utf8_read(bytes->data + at, &codepoint);
}

static size_t find_wrong(const struct buf *bytes)
{
    size_t at = 0;
    for (size_t size; at < bytes->size && (size = size_at(bytes, at)); at += size)
        ;
    return at;
}

/* Reads the bytes that are not UTF-8 as Windows-1252. Returns whether most of them are
 * usual in it. */
static bool recode_windows_1252(struct buf *bytes, size_t from)
{
    struct buf out = {0};
    size_t usual = 0, others = 0;
    buf_append(&out, bytes->data, from);
    for (size_t at = from; at < bytes->size;) {
        size_t size = size_at(bytes, at);
        unsigned char byte = (unsigned char)bytes->data[at];
        if (size) {
            buf_append(&out, bytes->data + at, size);
        } else {
            buf_codepoint(&out, read_windows_1252(byte));
            usual += is_usual(byte);
            others += !is_usual(byte);
        }
        at += size ? size : 1;
    }
    buf_free(bytes);
    *bytes = out;
    return usual > others;
}

const char *encoding_recode(struct buf *bytes, size_t *where)
{
    int low = find_utf16(bytes);
    *where = 0;
    if (low >= 0) {
        recode_utf16(bytes, low);
        return "UTF-16";
    }
    *where = find_wrong(bytes);
    if (*where == bytes->size)
        return NULL;
    return recode_windows_1252(bytes, *where) ? "Windows-1252" : "";
}

/* --- What the file says of itself --- */

/* Returns the encoding that the XML declaration names; its size is 0 when it names none. */
static const char *declared_encoding(const struct buf *bytes, size_t *size)
{
    *size = 0;
    if (strncmp(bytes->data, "<?xml", 5) != 0)
        return NULL;
    const char *end = strstr(bytes->data, "?>");
    const char *name = strstr(bytes->data, "encoding");
    if (!end || !name || name > end)
        return NULL;
    name += strcspn(name, "'\"");
    if (name >= end)
        return NULL;
    const char *value = name + 1;
    const char *close = memchr(value, *name, (size_t)(end - value));
    if (close)
        *size = (size_t)(close - value);
    return value;
}

/* Whether all is of an encoding that is part of UTF-8. */
static bool is_ascii(const struct buf *bytes)
{
    for (size_t i = 0; i < bytes->size; i++)
        if ((unsigned char)bytes->data[i] > 0x7F)
            return false;
    return true;
}

static bool is_declared_right(const struct buf *bytes, const char *name, size_t size)
{
    static const struct {
        const char *name;
        bool is_ascii;
    } read[] = {{"UTF-8", false}, {"UTF8", false}, {"US-ASCII", true}, {"ASCII", true}};
    for (size_t i = 0; i < sizeof read / sizeof *read; i++)
        if (size == strlen(read[i].name) && strncasecmp(name, read[i].name, size) == 0)
            return !read[i].is_ascii || is_ascii(bytes);
    return !size;
}

static void report(struct source *source, const char *wrong, struct diags *diags)
{
    size_t offset = source->recoded;
    if (*wrong)
        diag_add(diags, DIAG_ERROR, "xml-encoding", source_place(source, offset),
                 _("save the file in the encoding UTF-8"),
                 _("the file is not in UTF-8; it seems to be in %s"), wrong);
    else
        diag_add(diags, DIAG_ERROR, "xml-encoding", source_place(source, offset),
                 _("save the file in the encoding UTF-8"), _("the file is not in UTF-8"));
    source->is_recoded = true;
}

bool encoding_check(struct source *source, const char *wrong, struct diags *diags)
{
    const struct buf *bytes = &source->bytes;
    size_t size, zero = strlen(bytes->size ? bytes->data : "");
    const char *name = declared_encoding(bytes, &size);
    if (zero < bytes->size) { /* no text, whatever its encoding */
        if (!wrong || zero < source->recoded)
            source->recoded = zero;
        report(source, "", diags);
        return false;
    }
    if (!is_declared_right(bytes, name, size) && (!wrong || strcmp(wrong, "UTF-16") != 0)) {
        diag_add(diags, DIAG_ERROR, "xml-encoding",
                 source_place(source, (size_t)(name - bytes->data)),
                 _("save the file in the encoding UTF-8"),
                 _("the file says that it is in %.*s, not UTF-8"),
                 (int)(size > SHOWN ? SHOWN : size), name);
        source->is_recoded = true;
    } else if (wrong) {
        report(source, wrong, diags);
    }
    return !wrong || memchr(bytes->data, '<', bytes->size);
}
