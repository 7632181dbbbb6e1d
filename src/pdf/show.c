/*
 * A viewer moves the pen by the W array's widths, less the adjustments in the TJ array, which are
 * whole thousandths of the em. The layout's own widths (kerning, stretched spaces) are exact, so
 * both positions are followed, in millionths of the em, and the adjustment before a glyph is what
 * they differ by: rounding never adds up.
 */
#include "pdf/show.h"

#include "pdf/font.h"
#include "text/font.h"

#include <string.h>

struct show {
    struct buf *out;
    const struct pdf_font *font;
    int64_t wanted, reached; /* pen positions, in millionths of the em */
    int64_t em;              /* design units */
    bool in_array, in_string;
    int16_t rise;
};

static void end_string(struct show *show)
{
    if (show->in_string)
        buf_char(show->out, '>');
    show->in_string = false;
}

static void end_array(struct show *show)
{
    end_string(show);
    if (show->in_array)
        buf_string(show->out, "]TJ\n");
    show->in_array = false;
}

static void adjust(struct show *show, int64_t wanted)
{
    int64_t behind = show->reached - wanted;
    int64_t thousandths = (behind >= 0 ? behind + 500 : behind - 500) / 1000;
    if (!thousandths)
        return;
    end_string(show);
    buf_decimal(show->out, thousandths, 1, 0);
    show->reached -= thousandths * 1000;
}

static int64_t millionths(const struct show *show, int64_t units)
{
    return units * 1000000 / show->em;
}

/* Only marks that fonts place above or below others need this. */
static void set_rise(struct show *show, int16_t y, pt64 size)
{
    if (show->rise == y)
        return;
    end_array(show);
    buf_decimal(show->out, (int64_t)y * size, show->em * 64, 2);
    buf_string(show->out, " Ts\n");
    show->rise = y;
}

static void show_glyph(struct show *show, const struct glyph *glyph)
{
    if (!show->in_array)
        buf_char(show->out, '[');
    show->in_array = true;
    adjust(show, show->wanted + millionths(show, glyph->x));
    if (!show->in_string)
        buf_char(show->out, '<');
    show->in_string = true;
    buf_printf(show->out, "%04X", glyph->id);
    show->reached += pdf_font_width(show->font, glyph->id);
    show->wanted += millionths(show, glyph->advance);
}

/* Whether the glyphs' entries in the ToUnicode map already say the text. */
static bool says_itself(const struct pdf_font *font, const struct glyph *glyphs, size_t count,
                        const char *text)
{
    if (count != 1 || glyphs->id >= font->glyph_count)
        return false;
    const struct pdf_glyph *glyph = &font->glyphs[glyphs->id];
    return glyph->text && glyph->text_size == glyphs->text_size &&
           memcmp(glyph->text, text, glyph->text_size) == 0;
}

static void begin_actual_text(struct show *show, const char *text, size_t size)
{
    end_array(show);
    buf_string(show->out, "/Span<</ActualText");
    pdf_write_text(show->out, text, size);
    buf_string(show->out, ">>BDC\n");
}

static void end_actual_text(struct show *show)
{
    end_array(show);
    buf_string(show->out, "EMC\n");
}

static void show_cluster(struct show *show, const struct page_run *run, size_t first, size_t count,
                         const char *text)
{
    const struct glyph *glyphs = &run->glyphs[first];
    bool plain = says_itself(show->font, glyphs, count, text);
    if (!plain)
        begin_actual_text(show, text, glyphs->text_size);
    for (size_t i = 0; i < count; i++) {
        set_rise(show, glyphs[i].y, run->size);
        show_glyph(show, &glyphs[i]);
    }
    if (!plain)
        end_actual_text(show);
    if (glyphs->text_size == 1 && *text == ' ')
        show->wanted += (int64_t)run->word_space * 1000000 / run->size;
}

static void show_clusters(struct show *show, const struct page_run *run)
{
    const char *text = run->text;
    for (size_t i = 0, count; i < run->glyph_count; i += count) {
        count = pdf_cluster_length(&run->glyphs[i], run->glyph_count - i);
        show_cluster(show, run, i, count, text);
        text += run->glyphs[i].text_size;
    }
}

void pdf_show_run(const struct pdf_file *file, const struct page_run *run, struct buf *out)
{
    struct show show = {.out = out, .font = pdf_font_of(file, run->font)};
    show.em = text_font_metrics(run->font)->units_per_em;
    show_clusters(&show, run);
    uint16_t space = text_font_glyph(run->font, ' ');
    if (run->space_after && space) {
        set_rise(&show, 0, run->size);
        show_glyph(&show, &(struct glyph){.id = space});
    }
    end_array(&show);
    set_rise(&show, 0, run->size);
}
