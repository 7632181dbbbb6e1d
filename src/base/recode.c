#include "base/recode.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

/* Windows-1252 from 0x80 to 0x9F (encoding.spec.whatwg.org/index-windows-1252.txt). */
static const uint16_t windows_1252[] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

static uint32_t read_windows_1252(unsigned char byte)
{
    return byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
}

int recode_windows_1252_byte(uint32_t codepoint)
{
    for (int byte = 0x80; byte <= 0xFF; byte++)
        if (read_windows_1252((unsigned char)byte) == codepoint)
            return byte;
    return -1;
}

/* Returns whether a byte is, in Windows-1252, usual in Finnish or Swedish texts: a letter,
 * quotation mark, dash, ellipsis, no-break space, §, €, ½, ° or ×. */
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

/* Returns whether no half of a character was lost. */
static bool recode_utf16(struct buf *bytes, int low)
{
    struct buf out = {0};
    bool is_whole = bytes->size % 2 == 0;
    for (size_t at = 0; at + 1 < bytes->size; at += 2) {
        uint32_t unit = unit_at(bytes, at, low);
        uint32_t next = at + 3 < bytes->size ? unit_at(bytes, at + 2, low) : 0;
        bool is_pair = unit >= 0xD800 && unit < 0xDC00 && next >= 0xDC00 && next < 0xE000;
        if (is_pair)
            unit = 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00);
        at += is_pair ? 2 : 0;
        bool is_lone = unit >= 0xD800 && unit < 0xE000;
        is_whole &= !is_lone;
        buf_codepoint(&out, is_lone ? 0xFFFD : unit);
    }
    buf_free(bytes);
    *bytes = out;
    return is_whole;
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

/* How often bytes that are not UTF-8 are what. */
struct tally {
    size_t usual, others;
    size_t letters; /* ä, ö, å and the like, of the usual ones */
    size_t strange; /* signs and controls of the others, which have letters in encodings of DOS or
                       Macintosh */
};

static void count(struct tally *tally, unsigned char byte)
{
    tally->usual += is_usual(byte);
    tally->others += !is_usual(byte);
    tally->letters += is_usual(byte) && byte >= 0xC0 && byte != 0xD7;
    tally->strange += !is_usual(byte) && byte < 0xA0;
}

/* Reads the bytes that are not UTF-8 as Windows-1252. */
static struct tally recode_windows_1252(struct buf *bytes, size_t from)
{
    struct buf out = {0};
    struct tally tally = {0};
    buf_append(&out, bytes->data, from);
    for (size_t at = from; at < bytes->size;) {
        size_t size = size_at(bytes, at);
        unsigned char byte = (unsigned char)bytes->data[at];
        if (size) {
            buf_append(&out, bytes->data + at, size);
        } else {
            buf_codepoint(&out, read_windows_1252(byte));
            count(&tally, byte);
        }
        at += size ? size : 1;
    }
    buf_free(bytes);
    *bytes = out;
    return tally;
}

struct recoding recode(struct buf *bytes)
{
    int low = find_utf16(bytes);
    if (low >= 0) {
        bool is_whole = recode_utf16(bytes, low);
        return (struct recoding){.from = "UTF-16", .is_certain = is_whole};
    }
    size_t where = find_wrong(bytes);
    if (where == bytes->size)
        return (struct recoding){.where = where};
    const struct tally tally = recode_windows_1252(bytes, where);
    bool is_likely = tally.usual > tally.others;
    return (struct recoding){.from = is_likely ? "Windows-1252" : "",
                             .where = where,
                             .is_certain = is_likely && tally.letters && !tally.strange};
}

void recode_drop_mark(struct buf *text)
{
    size_t size = utf8_mark_size(text->data, text->size);
    if (!size)
        return;
    text->size -= size;
    memmove(text->data, text->data + size, text->size + 1);
}
