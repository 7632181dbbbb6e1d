#include "pdf/code.h"

#include "base/memory.h"
#include "text/font.h"

#include <string.h>

enum {
    FIRST_LATIN = 0xA0, /* of the second half of Latin-1 */
    FIRST_LONG = 256,   /* of the CIDs whose code is two bytes */
    FIRST_LEAD = 0x80   /* of the first bytes of such codes */
};

/* --- Giving codes --- */

static int64_t width(const struct text_font *font, uint16_t glyph)
{
    int64_t em = text_font_metrics(font)->units_per_em;
    return ((int64_t)text_font_advance(font, glyph) * 1000000 + em / 2) / em;
}

static bool is_used(const struct pdf_font *font, size_t cid)
{
    return cid < font->count && font->codes[cid].used;
}

static bool stands_for(const struct pdf_texts *texts, size_t cid, const char *text, size_t size)
{
    if (cid >= texts->count || !texts->items[cid].text || texts->items[cid].size != size)
        return false;
    const char *known = texts->items[cid].text;
    return size == 1 ? *known == *text : memcmp(known, text, size) == 0;
}

/* Returns whether the font may use the code for the text: other fonts may do so already. */
static bool is_open(const struct pdf_font *font, size_t cid, const char *text, size_t size)
{
    const struct pdf_texts *texts = font->texts;
    bool taken = cid < texts->count && texts->items[cid].text;
    return !is_used(font, cid) && (!taken || stands_for(texts, cid, text, size));
}

/* Returns whether a CID is a control code that needs no escape; CID 0 is the missing glyph. */
static bool is_control(size_t cid)
{
    return (cid > 0 && cid < ' ' && cid != '\r') || cid == 0x7F;
}

/* Returns the CID for a text: a Latin-1 letter's own, for others the first that is open. */
static size_t place(const struct pdf_font *font, const char *text, size_t size)
{
    const char *rest = text;
    uint32_t c = size ? pdf_next_character(&rest, text + size) : 0;
    bool latin = (c >= ' ' && c <= '~') || (c >= FIRST_LATIN && c <= 0xFF);
    if (latin && rest == text + size && !is_used(font, c))
        return c;
    for (size_t cid = 0; cid < FIRST_LATIN; cid++)
        if (is_control(cid) && is_open(font, cid, text, size))
            return cid;
    size_t cid = FIRST_LONG;
    while (!is_open(font, cid, text, size))
        cid++;
    return cid;
}

static void set_text(struct pdf_texts *texts, size_t cid, const char *text, size_t size)
{
    while (texts->count <= cid) {
        GROW(texts->items, texts->count, texts->capacity);
        texts->items[texts->count++] = (struct pdf_text){0};
    }
    texts->items[cid] = (struct pdf_text){text, size};
}

static void use(struct pdf_font *font, size_t cid, uint16_t glyph)
{
    while (font->count <= cid) {
        GROW(font->codes, font->count, font->capacity);
        font->codes[font->count++] = (struct pdf_code){0};
    }
    font->codes[cid] = (struct pdf_code){.used = true,
                                         .glyph = glyph,
                                         .next = font->first[glyph],
                                         .width = width(font->font, glyph)};
}

void pdf_code_begin(struct pdf_font *font)
{
    set_text(font->texts, 0, "\uFFFD", strlen("\uFFFD"));
    use(font, 0, 0);
}

uint32_t pdf_code(struct pdf_font *font, uint16_t glyph, const char *text, size_t size)
{
    if (glyph >= font->glyph_count || font->count > PDF_MOST_CODES)
        return 0;
    for (uint32_t cid = font->first[glyph]; cid; cid = font->codes[cid].next)
        if (stands_for(font->texts, cid, text, size))
            return cid;
    size_t cid = place(font, text, size);
    set_text(font->texts, cid, text, size);
    use(font, cid, glyph);
    return font->first[glyph] = (uint32_t)cid;
}

/* --- Writing codes --- */

size_t pdf_code_bytes(size_t cid, unsigned char bytes[2])
{
    bytes[0] = (unsigned char)(FIRST_LEAD + ((cid - FIRST_LONG) >> 8));
    bytes[1] = (unsigned char)cid;
    return cid >= FIRST_LONG ? 2 : 1;
}

static void write_hexadecimal(struct buf *out, const unsigned char *bytes, size_t size)
{
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < size; i++) {
        buf_char(out, digits[bytes[i] >> 4]);
        buf_char(out, digits[bytes[i] & 15]);
    }
}

static void write_code(struct buf *out, size_t cid)
{
    unsigned char bytes[2];
    buf_char(out, '<');
    if (pdf_code_bytes(cid, bytes) == 2)
        write_hexadecimal(out, bytes, 2);
    else
        write_hexadecimal(out, bytes + 1, 1);
    buf_char(out, '>');
}

/* --- CMaps --- */

static void write_begin(struct buf *out, const char *ordering, const char *name, int type,
                        bool has_long)
{
    buf_printf(out,
               "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
               "/CIDSystemInfo<</Registry(Adobe)/Ordering(%s)/Supplement 0>>def\n"
               "/CMapName/%s def\n/CMapType %d def\n"
               "%d begincodespacerange\n<00><7F>\n<A0><FF>\n%sendcodespacerange\n",
               ordering, name, type, has_long ? 3 : 2, has_long ? "<8000><9FFF>\n" : "");
}

static void write_end(struct buf *out)
{
    buf_string(out, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
}

void pdf_code_write_map(struct buf *out, size_t count)
{
    size_t leads = count > FIRST_LONG ? (count - FIRST_LONG + 255) / 256 : 0;
    write_begin(out, "Identity", "Pykala", 1, leads);
    buf_printf(out, "%zu begincidrange\n<00><7F>0\n<A0><FF>160\n", 2 + leads);
    for (size_t i = 0; i < leads; i++)
        buf_printf(out, "<%zX00><%zXFF>%zu\n", FIRST_LEAD + i, FIRST_LEAD + i,
                   FIRST_LONG + i * 256);
    buf_string(out, "endcidrange\n");
    write_end(out);
}

/* Returns whether the code is the character that it stands for, and thus in a range. */
static bool is_in_range(size_t cid)
{
    return cid < FIRST_LONG && cid >= ' ' && cid != 0x7F;
}

static void write_text(struct buf *out, size_t cid, const struct pdf_text *text)
{
    write_code(out, cid);
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
    for (size_t cid = 0; cid < texts->count; cid++) {
        if (is_in_range(cid) || !texts->items[cid].text)
            continue;
        write_text(&entries, cid, &texts->items[cid]);
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
    write_begin(out, "UCS", "Adobe-Identity-UCS", 2, texts->count > FIRST_LONG);
    buf_string(out, "2 beginbfrange\n<20><7E><0020>\n<A0><FF><00A0>\nendbfrange\n");
    write_other_texts(out, texts);
    write_end(out);
}

/* --- Widths --- */

/* Writes the widths of the used CIDs from first on; returns the next one that is not used. */
static size_t write_group(struct buf *out, const struct pdf_font *font, size_t first)
{
    size_t cid = first;
    if (first)
        buf_char(out, ' ');
    buf_number(out, (int64_t)first);
    buf_char(out, '[');
    for (; is_used(font, cid); cid++) {
        if (cid > first)
            buf_char(out, ' ');
        buf_decimal(out, font->codes[cid].width, 1000, 3);
    }
    buf_char(out, ']');
    return cid;
}

void pdf_code_write_widths(struct buf *out, const struct pdf_font *font)
{
    buf_string(out, "/W[");
    for (size_t cid = 0; cid < font->count; cid++)
        if (is_used(font, cid))
            cid = write_group(out, font, cid);
    buf_char(out, ']');
}
