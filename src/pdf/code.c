#include "pdf/code.h"

#include "text/font.h"

#include <string.h>

enum { FIRST_LATIN = 0xA0 /* of the second half of Latin-1 */, SOFT_HYPHEN = 0xAD };

/* --- Giving codes --- */

static int64_t width(const struct text_font *font, uint16_t glyph)
{
    int64_t em = text_font_metrics(font)->units_per_em;
    return ((int64_t)text_font_advance(font, glyph) * 1000000 + em / 2) / em;
}

static bool stands_for(const struct pdf_text *known, const char *text, size_t size)
{
    if (!known->text || known->size != size)
        return false;
    return size == 1 ? *known->text == *text : memcmp(known->text, text, size) == 0;
}

/* Returns whether the font may use the code for the text: other fonts may do so already. */
static bool is_open(const struct pdf_font *font, size_t code, const char *text, size_t size)
{
    const struct pdf_text *known = &font->texts->items[code];
    return !font->codes[code].used && (!known->text || stands_for(known, text, size));
}

static bool is_latin(uint32_t character)
{
    return (character >= ' ' && character <= '~') ||
           (character >= FIRST_LATIN && character <= 0xFF);
}

/* Returns the code of a text that is one Latin-1 letter, or 0. */
static uint32_t latin(const char *text, size_t size)
{
    const char *rest = text;
    uint32_t character = size ? pdf_next_character(&rest, text + size) : 0;
    return is_latin(character) && rest == text + size ? character : 0;
}

/* Returns a code from first to last that is open, or 0. Looks from one on that depends on the text:
 * most files have the same codes, and thus the same font programs. */
static uint8_t find_open(const struct pdf_font *font, size_t first, size_t last, const char *text,
                         size_t size)
{
    size_t count = last - first + 1, hash = 5381;
    for (size_t i = 0; i < size; i++)
        hash = hash * 33 + (unsigned char)text[i];
    for (size_t i = 0; i < count; i++) {
        size_t code = first + (hash + i) % count;
        /* A carriage return would need an escape. */
        if (code != '\r' && is_open(font, code, text, size))
            return (uint8_t)code;
    }
    return 0;
}

/* Returns the code for a text: a Latin-1 letter's own, for others one of those that are no letter's
 * or, when they are used up, any; 0 when none is left. */
static uint8_t place(const struct pdf_font *font, const char *text, size_t size)
{
    static const unsigned char ranges[][2] = {
        {0x7F, FIRST_LATIN - 1}, {1, ' ' - 1}, {FIRST_LATIN, 0xFF}, {' ' + 1, '~'}};
    uint32_t own = latin(text, size);
    if (own && is_open(font, own, text, size))
        return (uint8_t)own;
    uint8_t code = 0;
    for (size_t i = 0; !code && i < sizeof ranges / sizeof *ranges; i++)
        code = find_open(font, ranges[i][0], ranges[i][1], text, size);
    return code;
}

uint8_t pdf_code(struct pdf_font *font, uint16_t glyph, const char *text, size_t size)
{
    if (glyph >= font->glyph_count)
        glyph = 0;
    for (uint8_t code = font->first[glyph]; code; code = font->codes[code].next)
        if (stands_for(&font->texts->items[code], text, size))
            return code;
    uint8_t code = place(font, text, size);
    if (!code)
        return 0;
    font->texts->items[code] = (struct pdf_text){text, size};
    font->codes[code] = (struct pdf_code){.used = true,
                                          .glyph = glyph,
                                          .next = font->first[glyph],
                                          .width = width(font->font, glyph)};
    return font->first[glyph] = code;
}

/* --- The ToUnicode map --- */

static void write_hexadecimal(struct buf *out, const unsigned char *bytes, size_t size)
{
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < size; i++) {
        buf_char(out, digits[bytes[i] >> 4]);
        buf_char(out, digits[bytes[i] & 15]);
    }
}

static void write_code(struct buf *out, size_t code)
{
    const unsigned char byte = (unsigned char)code;
    buf_char(out, '<');
    write_hexadecimal(out, &byte, 1);
    buf_char(out, '>');
}

/* Returns whether the code may be said to be the letter that it is: it is, or nothing uses it. An
 * unused soft hyphen isn't named: who searches the file for such would find it. */
static bool is_itself(const struct pdf_texts *texts, size_t code)
{
    const struct pdf_text *text = &texts->items[code];
    if (!is_latin((uint32_t)code))
        return false;
    return text->text ? latin(text->text, text->size) == code : code != SOFT_HYPHEN;
}

/* Writes the ranges of codes that are themselves: three at most, but for fonts without an open
 * code.
 */
static void write_ranges(struct buf *out, const struct pdf_texts *texts)
{
    struct buf ranges = {0};
    size_t count = 0;
    for (size_t code = 0, last; code < PDF_CODES; code = last + 1) {
        last = code;
        if (!is_itself(texts, code))
            continue;
        while (last + 1 < PDF_CODES && is_itself(texts, last + 1))
            last++;
        write_code(&ranges, code);
        write_code(&ranges, last);
        buf_string(&ranges, "<00");
        write_hexadecimal(&ranges, &(unsigned char){(unsigned char)code}, 1);
        buf_string(&ranges, ">\n");
        count++;
    }
    if (count)
        buf_printf(out, "%zu beginbfrange\n%sendbfrange\n", count, ranges.data);
    buf_free(&ranges);
}

static void write_text(struct buf *out, size_t code, const struct pdf_text *text)
{
    write_code(out, code);
    buf_char(out, '<');
    const char *rest = text->text;
    for (const char *end = rest + text->size; rest < end;) {
        unsigned char bytes[4];
        write_hexadecimal(out, bytes, pdf_utf16(pdf_next_character(&rest, end), bytes));
    }
    buf_string(out, ">\n");
}

static void write_block(struct buf *out, struct buf *entries, size_t count)
{
    if (count)
        buf_printf(out, "%zu beginbfchar\n%sendbfchar\n", count, entries->data);
    buf_clear(entries);
}

/* Writes the texts outside the ranges in blocks of 100 at most. */
static void write_other_texts(struct buf *out, const struct pdf_texts *texts)
{
    enum { BLOCK = 100 };
    struct buf entries = {0};
    size_t count = 0;
    for (size_t code = 0; code < PDF_CODES; code++) {
        if (is_itself(texts, code) || !texts->items[code].text)
            continue;
        write_text(&entries, code, &texts->items[code]);
        if (++count == BLOCK) {
            write_block(out, &entries, count);
            count = 0;
        }
    }
    write_block(out, &entries, count);
    buf_free(&entries);
}

void pdf_code_write_texts(struct buf *out, const struct pdf_texts *texts)
{
    buf_string(out, "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                    "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                    "1 begincodespacerange\n<00><FF>\nendcodespacerange\n");
    write_ranges(out, texts);
    write_other_texts(out, texts);
    buf_string(out, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
}

/* --- Widths --- */

void pdf_code_write_widths(struct buf *out, const struct pdf_font *font)
{
    size_t first = 0, last = PDF_CODES - 1;
    while (first < last && !font->codes[first].used)
        first++;
    while (last > first && !font->codes[last].used)
        last--;
    buf_printf(out, "/FirstChar %zu/LastChar %zu/Widths[", first, last);
    for (size_t code = first; code <= last; code++) {
        if (code > first)
            buf_char(out, ' ');
        buf_decimal(out, font->codes[code].width, 1000, 3);
    }
    buf_char(out, ']');
}
