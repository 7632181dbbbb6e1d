#include "pdf/font.h"

#include "base/memory.h"
#include "base/message.h"
#include "text/font.h"

#include <hb-subset.h>
#include <hb.h>
#include <math.h>
#include <string.h>

/* --- Which glyphs are used, and for which text --- */

const struct pdf_font *pdf_font_of(const struct pdf_file *file, const struct text_font *font)
{
    for (size_t i = 0; i < file->fonts.count; i++)
        if (file->fonts.items[i].font == font)
            return &file->fonts.items[i];
    return NULL;
}

static const struct pdf_font *add_font(struct pdf_file *file, const struct text_font *font)
{
    struct pdf_fonts *fonts = &file->fonts;
    memory_grow((void **)&fonts->items, fonts->count, &fonts->capacity, sizeof *fonts->items);
    struct pdf_font *added = &fonts->items[fonts->count++];
    *added = (struct pdf_font){.font = font, .object = pdf_object_new(file->haru)};
    added->glyph_count = hb_face_get_glyph_count(text_font_face(font));
    added->glyphs = arena_array(file->arena, added->glyph_count, sizeof *added->glyphs);
    return added;
}

size_t pdf_cluster_length(const struct glyph *glyphs, size_t count)
{
    size_t length = 1;
    while (length < count && glyphs[length].text_size == 0)
        length++;
    return length;
}

static void claim(const struct pdf_font *font, uint16_t id, const char *text, uint16_t size)
{
    if (id >= font->glyph_count)
        return;
    struct pdf_glyph *glyph = &font->glyphs[id];
    glyph->used = true;
    if (glyph->text || size == 0)
        return;
    glyph->text = text;
    glyph->text_size = size;
}

/* Only a glyph that stands for its text alone can say so in the ToUnicode map. */
static void collect_run(struct pdf_file *file, const struct page_run *run)
{
    const struct pdf_font *font = pdf_font_of(file, run->font);
    if (!font)
        font = add_font(file, run->font);
    const char *text = run->text;
    for (size_t i = 0, length; i < run->glyph_count; i += length) {
        length = pdf_cluster_length(&run->glyphs[i], run->glyph_count - i);
        uint16_t size = length == 1 ? run->glyphs[i].text_size : 0;
        for (size_t j = i; j < i + length; j++)
            claim(font, run->glyphs[j].id, text, size);
        text += run->glyphs[i].text_size;
    }
    if (run->space_after)
        claim(font, text_font_glyph(run->font, ' '), " ", 1);
}

static void collect_runs(struct pdf_file *file, bool soft_hyphens)
{
    for (size_t p = 0; p < file->document->page_count; p++) {
        const struct page *page = &file->document->pages[p];
        for (size_t i = 0; i < page->item_count; i++) {
            const struct page_item *item = &page->items[i];
            if (item->kind == PAGE_RUN && item->run.soft_hyphen == soft_hyphens)
                collect_run(file, &item->run);
        }
    }
}

void pdf_fonts_collect(struct pdf_file *file)
{
    /* Soft hyphens last: where a font has one glyph for both, it is the hyphen. */
    collect_runs(file, false);
    collect_runs(file, true);
}

/* --- Writing --- */

static int64_t divide_rounded(int64_t value, int64_t divisor)
{
    return (value >= 0 ? value + divisor / 2 : value - divisor / 2) / divisor;
}

int64_t pdf_font_width(const struct pdf_font *font, uint16_t glyph)
{
    int64_t units_per_em = text_font_metrics(font->font)->units_per_em;
    return divide_rounded((int64_t)text_font_advance(font->font, glyph) * 1000000, units_per_em);
}

/* Glyph 0 must be in every font. */
static hb_subset_input_t *subset_input(const struct pdf_font *font)
{
    static const hb_tag_t dropped[] = {
        HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
        HB_TAG('c', 'm', 'a', 'p'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'),
        HB_TAG('O', 'S', '/', '2'), HB_TAG('f', 'v', 'a', 'r'), HB_TAG('g', 'v', 'a', 'r'),
        HB_TAG('a', 'v', 'a', 'r'), HB_TAG('H', 'V', 'A', 'R'), HB_TAG('M', 'V', 'A', 'R'),
        HB_TAG('S', 'T', 'A', 'T'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('g', 'a', 's', 'p'),
        HB_TAG('h', 'd', 'm', 'x'), HB_TAG('V', 'D', 'M', 'X'), HB_TAG('L', 'T', 'S', 'H'),
        HB_TAG('m', 'e', 't', 'a'),
    };
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        memory_exhausted();
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < font->glyph_count; i++)
        if (font->glyphs[i].used)
            hb_set_add(glyphs, (hb_codepoint_t)i);
    hb_set_t *tables = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        hb_set_add(tables, dropped[i]);
    return input;
}

/* The font file with the used glyphs only, as a stream; NULL when that can't be had. */
static HPDF_Dict font_program(const struct pdf_file *file, const struct pdf_font *font)
{
    hb_subset_input_t *input = subset_input(font);
    hb_face_t *subset = hb_subset_or_fail(text_font_face(font->font), input);
    hb_subset_input_destroy(input);
    if (!subset)
        return NULL;
    hb_blob_t *blob = hb_face_reference_blob(subset);
    hb_face_destroy(subset);
    unsigned size = 0;
    const char *bytes = hb_blob_get_data(blob, &size);
    HPDF_Dict stream = NULL;
    if (size) {
        stream = pdf_object_stream(file->haru, bytes, size, HPDF_STREAM_FILTER_FLATE_DECODE);
        struct buf body = {0};
        buf_printf(&body, "/Length1 %u", size);
        pdf_object_body(stream, file->arena, &body);
        buf_free(&body);
    }
    hb_blob_destroy(blob);
    return stream;
}

/* The name with a tag of six letters (ISO 32000-1 9.6.4), from a hash of the glyphs used. */
static const char *subset_name(const struct pdf_file *file, const struct pdf_font *font)
{
    uint64_t hash = 0xcbf29ce484222325;
    for (size_t i = 0; i < font->glyph_count; i++)
        if (font->glyphs[i].used)
            hash = (hash ^ i) * 0x100000001b3;
    char tag[7] = {0};
    for (int i = 0; i < 6; i++, hash /= 26)
        tag[i] = (char)('A' + hash % 26);
    struct buf name = {0};
    buf_printf(&name, "%s+", tag);
    for (const char *c = text_font_name(font->font); *c; c++) {
        if (*c > ' ' && *c <= '~' && !strchr("#()<>[]{}/%", *c))
            buf_char(&name, *c);
        else
            buf_printf(&name, "#%02X", (unsigned char)*c);
    }
    const char *kept = arena_strndup(file->arena, name.data, name.size);
    buf_free(&name);
    return kept;
}

static void write_em(struct buf *out, const char *key, int units, int units_per_em)
{
    buf_printf(out, "%s ", key);
    buf_decimal(out, (int64_t)units * 1000, units_per_em, 0);
}

static HPDF_Dict descriptor(const struct pdf_file *file, const struct pdf_font *font,
                            const char *name, HPDF_Dict program)
{
    enum { SYMBOLIC = 4, ITALIC = 64 };
    const struct text_font_metrics *metrics = text_font_metrics(font->font);
    int em = metrics->units_per_em;
    bool italic = metrics->italic_angle < 0;
    struct buf body = {0};
    buf_printf(&body, "/Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[", name,
               SYMBOLIC | (italic ? ITALIC : 0));
    write_em(&body, "", metrics->x_min, em);
    write_em(&body, "", metrics->y_min, em);
    write_em(&body, "", metrics->x_max, em);
    write_em(&body, "", metrics->y_max, em);
    buf_string(&body, "]/ItalicAngle ");
    buf_decimal(&body, (int64_t)lround(metrics->italic_angle * 100), 100, 2);
    write_em(&body, "/Ascent", metrics->ascender, em);
    write_em(&body, "/Descent", metrics->descender, em);
    write_em(&body, "/CapHeight", metrics->cap_height, em);
    /* No table says how thick the stems are; the weight gives a fair guess. */
    buf_printf(&body, "/StemV %d/FontFile2", 50 + metrics->weight * metrics->weight / 4225);
    pdf_write_reference(&body, program);
    HPDF_Dict object = pdf_object_new(file->haru);
    pdf_object_body(object, file->arena, &body);
    buf_free(&body);
    return object;
}

/* The used glyphs' widths, in stretches of consecutive ids: "3[226]17[579 544]". */
static void write_widths(struct buf *out, const struct pdf_font *font)
{
    bool open = false;
    for (size_t i = 0; i < font->glyph_count; i++) {
        if (font->glyphs[i].used) {
            if (open)
                buf_char(out, ' ');
            else
                buf_printf(out, "%zu[", i);
            buf_decimal(out, pdf_font_width(font, (uint16_t)i), 1000, 3);
            open = true;
        } else if (open) {
            buf_char(out, ']');
            open = false;
        }
    }
    if (open)
        buf_char(out, ']');
}

static HPDF_Dict descendant(const struct pdf_file *file, const struct pdf_font *font,
                            const char *name, HPDF_Dict program)
{
    struct buf body = {0};
    buf_printf(&body,
               "/Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDToGIDMap/Identity"
               "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
               "/FontDescriptor",
               name);
    pdf_write_reference(&body, descriptor(file, font, name, program));
    buf_string(&body, "/W[");
    write_widths(&body, font);
    buf_char(&body, ']');
    HPDF_Dict object = pdf_object_new(file->haru);
    pdf_object_body(object, file->arena, &body);
    buf_free(&body);
    return object;
}

static void write_unicode(struct buf *out, size_t id, const struct pdf_glyph *glyph)
{
    buf_printf(out, "<%04zX><", id);
    /* A glyph that never stands alone is always inside a Span with ActualText, which overrides
     * this; but every glyph must have an entry. */
    const char *text = glyph->text ? glyph->text : "\u200B";
    const char *end = text + (glyph->text ? glyph->text_size : strlen(text));
    while (text < end) {
        unsigned char bytes[4];
        size_t size = pdf_utf16(pdf_next_character(&text, end), bytes);
        for (size_t i = 0; i < size; i++)
            buf_printf(out, "%02X", bytes[i]);
    }
    buf_string(out, ">\n");
}

/* At most 100 entries stand in a block. */
static void write_unicode_blocks(struct buf *out, const struct pdf_font *font)
{
    struct buf block = {0};
    int entries = 0;
    for (size_t i = 0; i <= font->glyph_count; i++) {
        bool end = i == font->glyph_count;
        if (!end && font->glyphs[i].used) {
            write_unicode(&block, i, &font->glyphs[i]);
            entries++;
        }
        if (entries == 100 || (end && entries)) {
            buf_printf(out, "%d beginbfchar\n%sendbfchar\n", entries, block.data);
            buf_clear(&block);
            entries = 0;
        }
    }
    buf_free(&block);
}

static HPDF_Dict to_unicode(const struct pdf_file *file, const struct pdf_font *font)
{
    struct buf map = {0};
    buf_string(&map, "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                     "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                     "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
    write_unicode_blocks(&map, font);
    buf_string(&map, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
    HPDF_Dict stream =
        pdf_object_stream(file->haru, map.data, map.size, HPDF_STREAM_FILTER_FLATE_DECODE);
    buf_free(&map);
    return stream;
}

static bool write_font(const struct pdf_file *file, const struct pdf_font *font)
{
    HPDF_Dict program = font_program(file, font);
    if (!program)
        return pdf_fail(file, DIAG_FAILURE, "font-subset", _("font %s cannot be subset"),
                        text_font_name(font->font));
    const char *name = subset_name(file, font);
    struct buf body = {0};
    buf_printf(&body, "/Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[",
               name);
    pdf_write_reference(&body, descendant(file, font, name, program));
    buf_string(&body, "]/ToUnicode");
    pdf_write_reference(&body, to_unicode(file, font));
    pdf_object_body(font->object, file->arena, &body);
    buf_free(&body);
    return true;
}

bool pdf_fonts_write(struct pdf_file *file)
{
    bool written = true;
    for (size_t i = 0; i < file->fonts.count; i++)
        written &= write_font(file, &file->fonts.items[i]);
    return written;
}
