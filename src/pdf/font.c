#include "pdf/font.h"

#include "base/memory.h"
#include "base/message.h"
#include "pdf/code.h"
#include "pdf/subset.h"
#include "text/font.h"

#include <hb.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static struct pdf_font *add_font(struct pdf_file *file, const struct text_font *font)
{
    struct pdf_fonts *fonts = &file->fonts;
    GROW(fonts->items, fonts->count, fonts->capacity);
    struct pdf_font *added = &fonts->items[fonts->count++];
    *added = (struct pdf_font){
        .font = font, .texts = &fonts->texts, .object = pdf_object_new(&file->objects)};
    added->glyph_count = hb_face_get_glyph_count(text_font_face(font));
    added->first = arena_array(file->arena, added->glyph_count, sizeof *added->first);
    pdf_code_begin(added);
    return added;
}

struct pdf_font *pdf_font_use(struct pdf_file *file, const struct text_font *font, size_t *number)
{
    for (*number = 0; *number < file->fonts.count; ++*number)
        if (file->fonts.items[*number].font == font)
            return &file->fonts.items[*number];
    return add_font(file, font);
}

/* --- The font program --- */

/* A subset of a font file, in the file. */
struct subset {
    HPDF_Dict program, codes_to_glyphs;
    const char *name;
};

/* Makes a stream of the bytes and frees them and the text. */
static HPDF_Dict new_stream(const struct pdf_file *file, struct buf *bytes, struct buf *text)
{
    HPDF_Dict stream = pdf_object_new(&file->objects);
    pdf_object_stream(&file->objects, stream, text, bytes->data, bytes->size, PDF_DEFLATE);
    buf_free(bytes);
    buf_free(text);
    return stream;
}

/* Makes the stream of the subset's glyphs by code, two bytes each (ISO 32000-1 9.7.4.2). */
static HPDF_Dict codes_to_glyphs(const struct pdf_file *file, const struct pdf_font *font,
                                 const hb_map_t *renumbered)
{
    struct buf map = {0};
    for (size_t i = 0; i < font->count; i++) {
        hb_codepoint_t glyph = hb_map_get(renumbered, font->codes[i].glyph);
        buf_char(&map, (char)(glyph >> 8));
        buf_char(&map, (char)glyph);
    }
    return new_stream(file, &map, &(struct buf){0});
}

static HPDF_Dict font_program(const struct pdf_file *file, const struct pdf_subset *subset)
{
    struct buf text = {0};
    buf_printf(&text, "/Length1 %zu", subset->size);
    HPDF_Dict stream = pdf_object_new(&file->objects);
    pdf_object_stream(&file->objects, stream, &text, subset->program.data, subset->program.size,
                      PDF_DEFLATED);
    buf_free(&text);
    return stream;
}

static bool make_subset(const struct pdf_file *file, const struct pdf_font *font,
                        struct subset *subset)
{
    hb_set_t *glyphs = hb_set_create();
    for (size_t i = 0; i < font->count; i++)
        hb_set_add(glyphs, font->codes[i].glyph);
    const struct pdf_subset *found =
        pdf_subset_find(&file->objects, text_font_face(font->font), glyphs);
    if (!found)
        return false;
    subset->program = font_program(file, found);
    subset->codes_to_glyphs = codes_to_glyphs(file, font, found->renumbered);
    return true;
}

/* Returns the name with a tag of six letters (ISO 32000-1 9.6.4), from a hash of the glyphs. */
static const char *subset_name(const struct pdf_file *file, const struct pdf_font *font)
{
    uint64_t hash = 0xcbf29ce484222325;
    for (size_t i = 0; i < font->count; i++)
        hash = (hash ^ font->codes[i].glyph) * 0x100000001b3;
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
    buf_string(out, key);
    buf_char(out, ' ');
    buf_decimal(out, (int64_t)units * 1000, units_per_em, 0);
}

static HPDF_Dict descriptor(const struct pdf_file *file, const struct pdf_font *font,
                            const struct subset *subset)
{
    enum { SYMBOLIC = 4, ITALIC = 64 };
    const struct text_font_metrics *metrics = text_font_metrics(font->font);
    int em = metrics->units_per_em;
    struct buf body = {0};
    buf_printf(&body, "/Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[", subset->name,
               SYMBOLIC | (metrics->italic_angle < 0 ? ITALIC : 0));
    write_em(&body, "", metrics->x_min, em);
    write_em(&body, "", metrics->y_min, em);
    write_em(&body, "", metrics->x_max, em);
    write_em(&body, "", metrics->y_max, em);
    buf_string(&body, "]/ItalicAngle ");
    buf_decimal(&body, (int64_t)lround(metrics->italic_angle * 100), 100, 2);
    write_em(&body, "/Ascent", metrics->ascender, em);
    write_em(&body, "/Descent", metrics->descender, em);
    write_em(&body, "/CapHeight", metrics->cap_height, em);
    /* No table has the thickness of stems; the weight gives a fair guess. */
    buf_printf(&body, "/StemV %d/FontFile2", 50 + metrics->weight * metrics->weight / 4225);
    pdf_write_reference(&body, subset->program);
    HPDF_Dict object = pdf_object_new(&file->objects);
    pdf_object_body(&file->objects, object, &body);
    buf_free(&body);
    return object;
}

static HPDF_Dict descendant(const struct pdf_file *file, const struct pdf_font *font,
                            const struct subset *subset)
{
    struct buf body = {0};
    buf_printf(&body,
               "/Type/Font/Subtype/CIDFontType2/BaseFont/%s"
               "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
               "/FontDescriptor",
               subset->name);
    pdf_write_reference(&body, descriptor(file, font, subset));
    buf_string(&body, "/CIDToGIDMap");
    pdf_write_reference(&body, subset->codes_to_glyphs);
    pdf_code_write_widths(&body, font);
    HPDF_Dict object = pdf_object_new(&file->objects);
    pdf_object_body(&file->objects, object, &body);
    buf_free(&body);
    return object;
}

/* The CMaps, which all fonts share. */
struct maps {
    HPDF_Dict encoding, to_unicode;
};

static bool write_font(const struct pdf_file *file, const struct pdf_font *font,
                       const struct maps *maps)
{
    struct subset subset;
    if (!make_subset(file, font, &subset))
        return pdf_fail(file, RULE_FONT_SUBSET, _("font %s cannot be subset"),
                        text_font_name(font->font));
    subset.name = subset_name(file, font);
    struct buf body = {0};
    buf_printf(&body, "/Type/Font/Subtype/Type0/BaseFont/%s/Encoding", subset.name);
    pdf_write_reference(&body, maps->encoding);
    buf_string(&body, "/DescendantFonts[");
    pdf_write_reference(&body, descendant(file, font, &subset));
    buf_string(&body, "]/ToUnicode");
    pdf_write_reference(&body, maps->to_unicode);
    pdf_object_body(&file->objects, font->object, &body);
    buf_free(&body);
    return true;
}

static struct maps write_maps(const struct pdf_file *file)
{
    const struct pdf_texts *texts = &file->fonts.texts;
    struct buf codes = {0}, properties = {0}, unicode = {0};
    pdf_code_write_map(&codes, texts->count);
    buf_string(&properties, "/Type/CMap/CMapName/Pykala"
                            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
    pdf_code_write_texts(&unicode, texts);
    return (struct maps){new_stream(file, &codes, &properties),
                         new_stream(file, &unicode, &(struct buf){0})};
}

bool pdf_fonts_write(struct pdf_file *file)
{
    if (!file->fonts.count)
        return true;
    const struct maps maps = write_maps(file);
    bool written = true;
    for (size_t i = 0; i < file->fonts.count; i++)
        written &= write_font(file, &file->fonts.items[i], &maps);
    return written;
}

void pdf_fonts_free(struct pdf_fonts *fonts)
{
    for (size_t i = 0; i < fonts->count; i++)
        free(fonts->items[i].codes);
    free(fonts->items);
    free(fonts->texts.items);
}
