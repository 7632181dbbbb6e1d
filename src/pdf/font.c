#include "pdf/font.h"

#include "base/message.h"
#include "pdf/code.h"
#include "pdf/subset.h"
#include "text/font.h"

#include <hb.h>
#include <math.h>
#include <string.h>

static struct pdf_texts *new_texts(const struct pdf_file *file)
{
    struct pdf_texts *texts = arena_alloc(file->arena, sizeof *texts);
    texts->object = pdf_object_new(&file->objects);
    return texts;
}

static struct pdf_font *add_font(struct pdf_file *file, const struct text_font *font,
                                 struct pdf_texts *texts)
{
    struct pdf_fonts *fonts = &file->fonts;
    struct pdf_font *added = arena_alloc(file->arena, sizeof *added);
    added->number = fonts->count++;
    added->font = font;
    added->texts = texts;
    added->object = pdf_object_new(&file->objects);
    added->glyph_count = hb_face_get_glyph_count(text_font_face(font));
    added->first = arena_array(file->arena, added->glyph_count, sizeof *added->first);
    *(fonts->end ? fonts->end : &fonts->first) = added;
    fonts->end = &added->next;
    return added;
}

static struct pdf_font *find_font(struct pdf_font *from, const struct text_font *font)
{
    while (from && from->font != font)
        from = from->next;
    return from;
}

struct pdf_font *pdf_font_use(struct pdf_file *file, const struct text_font *font)
{
    struct pdf_fonts *fonts = &file->fonts;
    struct pdf_font *found = find_font(fonts->first, font);
    if (!fonts->texts)
        fonts->texts = new_texts(file);
    return found ? found : add_font(file, font, fonts->texts);
}

struct pdf_font *pdf_font_after(struct pdf_file *file, const struct pdf_font *font)
{
    struct pdf_font *found = find_font(font->next, font->font);
    if (!font->texts->next)
        font->texts->next = new_texts(file);
    return found ? found : add_font(file, font->font, font->texts->next);
}

/* --- The font program --- */

static const struct pdf_subset *find_subset(const struct pdf_file *file,
                                            const struct pdf_font *font)
{
    struct pdf_glyphs glyphs = {0};
    for (size_t code = 0; code < PDF_CODES; code++)
        glyphs.by_code[code] = font->codes[code].glyph;
    return pdf_subset_find(&file->objects, text_font_face(font->font), &glyphs);
}

static HPDF_Dict font_program(const struct pdf_file *file, const struct pdf_subset *subset)
{
    struct buf text = {0};
    if (subset->is_cff)
        buf_string(&text, "/Subtype/Type1C");
    else
        buf_printf(&text, "/Length1 %zu", subset->size);
    HPDF_Dict stream = pdf_object_new(&file->objects);
    pdf_object_stream(&file->objects, stream, &text, subset->program.data, subset->program.size,
                      PDF_DEFLATED);
    buf_free(&text);
    return stream;
}

/* Returns the name with a tag of six letters (ISO 32000-1 9.6.4), from a hash of the glyphs. */
static const char *subset_name(const struct pdf_file *file, const struct pdf_font *font)
{
    uint64_t hash = 0xcbf29ce484222325;
    for (size_t code = 0; code < PDF_CODES; code++)
        hash = (hash ^ font->codes[code].glyph) * 0x100000001b3;
    char tag[7] = {0};
    for (int i = 0; i < 6; i++, hash /= 26)
        tag[i] = (char)('A' + hash % 26);
    struct buf name = {0};
    buf_printf(&name, "%s+", tag);
    for (const char *c = text_font_name(font->font); *c; c++)
        if ((*c >= '0' && *c <= '9') || (*c >= 'A' && *c <= 'Z') || (*c >= 'a' && *c <= 'z') ||
            *c == '-')
            buf_char(&name, *c); /* others can't be in PostScript names, or not in UTF-8 */
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
                            const char *name, const struct pdf_subset *subset)
{
    enum { SYMBOLIC = 4, ITALIC = 64 };
    const struct text_font_metrics *metrics = text_font_metrics(font->font);
    int em = metrics->units_per_em;
    struct buf body = {0};
    buf_printf(&body, "/Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[", name,
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
    buf_printf(&body, "/StemV %d/FontFile%d", 50 + metrics->weight * metrics->weight / 4225,
               subset->is_cff ? 3 : 2);
    pdf_write_reference(&body, font_program(file, subset));
    HPDF_Dict object = pdf_object_new(&file->objects);
    pdf_object_body(&file->objects, object, &body);
    buf_free(&body);
    return object;
}

static bool write_font(const struct pdf_file *file, const struct pdf_font *font)
{
    const struct pdf_subset *subset = find_subset(file, font);
    if (!subset)
        return pdf_fail(file, RULE_FONT_SUBSET, _("font %s cannot be subset"),
                        text_font_name(font->font));
    const char *name = subset_name(file, font);
    struct buf body = {0};
    buf_printf(&body, "/Type/Font/Subtype/%s/BaseFont/%s", subset->is_cff ? "Type1" : "TrueType",
               name);
    if (subset->is_cff)
        buf_printf(&body, "/Encoding<</Type/Encoding/Differences[%s]>>", subset->names.data);
    pdf_code_write_widths(&body, font);
    buf_string(&body, "/FontDescriptor");
    pdf_write_reference(&body, descriptor(file, font, name, subset));
    buf_string(&body, "/ToUnicode");
    pdf_write_reference(&body, font->texts->object);
    pdf_object_body(&file->objects, font->object, &body);
    buf_free(&body);
    return true;
}

static void write_texts(const struct pdf_file *file, const struct pdf_texts *texts)
{
    struct buf map = {0};
    pdf_code_write_texts(&map, texts);
    pdf_object_stream(&file->objects, texts->object, &(struct buf){0}, map.data, map.size,
                      PDF_DEFLATE);
    buf_free(&map);
}

bool pdf_fonts_write(struct pdf_file *file)
{
    bool written = true;
    for (const struct pdf_texts *texts = file->fonts.texts; texts; texts = texts->next)
        write_texts(file, texts);
    for (const struct pdf_font *font = file->fonts.first; font; font = font->next)
        written &= write_font(file, font);
    return written;
}
