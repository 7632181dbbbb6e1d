/*
 * A viewer moves the pen by the W array's widths, less the adjustments in the TJ array, which are
 * whole thousandths of the em. The layout's own widths (kerning, stretched spaces) are exact, so
 * both positions are followed, in millionths of the em.
 *
 * An adjustment is its own pair's kerning, rounded, so that the same word is the same bytes every
 * time, which deflates better. What rounding leaves is let be while it is small, and made up for
 * else: it never adds up. A space is a better place for that than a word.
 */
#include "pdf/show.h"

#include "base/clean.h"
#include "pdf/code.h"
#include "pdf/font.h"
#include "pdf/limit.h"
#include "text/font.h"

#include <string.h>

/* The drift that stays, in millionths of the em: in a text of 11 pt 0.011 and 0.022 pt. */
enum { DRIFT_AT_SPACE = 1000, DRIFT = 2000 };

struct show {
    struct buf *out;
    char bytes[256]; /* of the string, not yet in out */
    size_t byte_count;
    size_t string_size; /* unescaped */
    struct pdf_file *file;
    struct pdf_font *font;
    struct pdf_text_state *state;
    pt64 size;
    int64_t wanted, reached; /* pen positions, in millionths of the em */
    int64_t drift;           /* how much of what they differ by is rounding */
    int64_t em;              /* design units */
    bool in_array, in_string, after_space;
    bool is_hyphen; /* of a broken word */
    struct pdf_broken broken;
    int16_t rise;
};

static void put(struct show *show, char byte)
{
    show->bytes[show->byte_count++] = byte;
    if (show->byte_count < sizeof show->bytes)
        return;
    buf_append(show->out, show->bytes, show->byte_count);
    show->byte_count = 0;
}

static void end_string(struct show *show)
{
    if (!show->in_string)
        return;
    put(show, ')');
    buf_append(show->out, show->bytes, show->byte_count);
    show->byte_count = 0;
    show->in_string = false;
}

/* Puts a byte of the string, escaped where that is needed (ISO 32000-1 7.3.4.2). */
static void put_escaped(struct show *show, char byte)
{
    if (byte == '(' || byte == ')' || byte == '\\' || byte == '\r')
        put(show, '\\');
    put(show, (char)(byte == '\r' ? 'r' : byte));
}

static void put_code(struct show *show, uint8_t code)
{
    if (show->in_string && show->string_size == PDF_MOST_STRING)
        end_string(show);
    if (!show->in_string) {
        put(show, '(');
        show->string_size = 0;
    }
    show->in_string = true;
    show->string_size++;
    put_escaped(show, (char)code);
}

static void begin_array(struct show *show)
{
    if (!show->in_array)
        buf_char(show->out, '[');
    show->in_array = true;
}

static void end_array(struct show *show)
{
    end_string(show);
    if (show->in_array)
        buf_string(show->out, "]TJ\n");
    show->in_array = false;
}

/* Sets the font unless it is set. */
static void set_font(struct show *show, struct pdf_font *font)
{
    show->font = font;
    if (show->state->font == font && show->state->size == show->size)
        return;
    end_array(show);
    show->state->font = font;
    show->state->size = show->size;
    buf_string(show->out, "/F");
    buf_number(show->out, (int64_t)font->number);
    buf_char(show->out, ' ');
    buf_number(show->out, show->size);
    buf_string(show->out, " Tf\n");
}

/* Returns the code of a glyph that stands for a text, in the font that is set or, when that has no
 * code left, in the first that has. */
static uint8_t find_code(struct show *show, uint16_t glyph, const char *text, size_t size)
{
    uint8_t code = pdf_code(show->font, glyph, text, size);
    if (code)
        return code;
    struct pdf_font *font = pdf_font_use(show->file, show->font->font);
    while (!(code = pdf_code(font, glyph, text, size)))
        font = pdf_font_after(show->file, font);
    set_font(show, font);
    return code;
}

static int64_t thousandths(int64_t millionths)
{
    return (millionths >= 0 ? millionths + 500 : millionths - 500) / 1000;
}

static void adjust(struct show *show, int64_t wanted)
{
    int64_t behind = show->reached - wanted;
    int64_t limit = show->after_space ? DRIFT_AT_SPACE : DRIFT;
    int64_t amount = thousandths(behind - show->drift);
    int64_t drift = behind - amount * 1000;
    if (drift > limit || drift < -limit)
        amount = thousandths(behind);
    show->drift = behind - amount * 1000;
    if (!amount)
        return;
    end_string(show);
    buf_number(show->out, amount);
    show->reached -= amount * 1000;
}

static int64_t millionths(const struct show *show, int64_t units)
{
    return units ? units * 1000000 / show->em : 0;
}

static void set_rise(struct show *show, int16_t y, pt64 size)
{
    if (show->rise == y)
        return;
    end_array(show);
    buf_decimal(show->out, (int64_t)y * size, show->em, 0);
    buf_string(show->out, " Ts\n");
    show->rise = y;
}

static void show_glyph(struct show *show, const struct glyph *glyph, const char *text, size_t size)
{
    uint8_t code = find_code(show, glyph->id, text, size);
    begin_array(show);
    adjust(show, show->wanted + millionths(show, glyph->x));
    put_code(show, code);
    show->reached += show->font->codes[code].width;
    show->after_space = size == 1 && *text == ' ';
    show->wanted += millionths(show, glyph->advance);
}

/*
 * Returns a glyph's part of a text for which several glyphs stand (a letter and its marks): each
 * takes a character, the last one all that are left. A glyph without any stands for a combining
 * grapheme joiner, which says nothing, because it must stand for something (ISO 19005-2
 * 6.2.11.7.2).
 */
static const char *take_text(const char **text, const char *end, bool last, size_t *size)
{
    static const char joiner[] = "\u034F";
    const char *start = *text;
    if (start == end) {
        *size = sizeof joiner - 1;
        return joiner;
    }
    if (last)
        *text = end;
    else
        pdf_next_character(text, end);
    *size = (size_t)(*text - start);
    return start;
}

/* Returns a cluster's text without the characters that nothing is shown for: joiners, marks of
 * direction, places to hyphenate a word. The hyphen of a broken word stays. */
static const char *shown_text(const struct show *show, const char *text, size_t *size)
{
    if (*size <= 1 || show->is_hyphen)
        return text;
    return clean_without_ignorable(text, size, show->file->arena);
}

static void show_cluster(struct show *show, const struct page_run *run, size_t first, size_t count,
                         const char *text)
{
    const struct glyph *glyphs = &run->glyphs[first];
    size_t whole = glyphs->text_size;
    const char *rest = shown_text(show, text, &whole), *end = rest + whole;
    for (size_t i = 0; i < count && (whole || !glyphs->text_size); i++) {
        size_t size;
        const char *own = take_text(&rest, end, i + 1 == count, &size);
        set_rise(show, glyphs[i].y, run->size);
        show_glyph(show, &glyphs[i], own, size);
    }
    if (glyphs->text_size == 1 && *text == ' ')
        show->wanted += (int64_t)run->word_space * 1000000 / run->size;
}

/* Returns how many glyphs stand for one piece of text: the first has its size, the rest have none.
 */
static size_t cluster_length(const struct glyph *glyphs, size_t count)
{
    size_t length = 1;
    while (length < count && glyphs[length].text_size == 0)
        length++;
    return length;
}

/* A hyphen-minus that ends a line, which readers would take for the hyphen of a broken word, and
 * leave out. */
#define LINE_HYPHEN "\u2010"

/* Shows the hyphen-minus that ends a line. */
static void show_last_hyphen(struct show *show, const struct page_run *run)
{
    const struct glyph *hyphen = &run->glyphs[run->glyph_count - 1];
    set_rise(show, hyphen->y, run->size);
    show_glyph(show, hyphen, LINE_HYPHEN, strlen(LINE_HYPHEN));
}

static bool is_last_hyphen(const struct page_run *run, size_t glyph, const char *text)
{
    return run->written_hyphen && glyph + 1 == run->glyph_count &&
           run->glyphs[glyph].text_size == 1 && *text == '-';
}

/* Ends the word that goes on from the run before. */
static void end_word(struct show *show)
{
    end_array(show);
    buf_string(show->out, "EMC\n");
    show->state->in_word = false;
    show->broken.end = SIZE_MAX;
}

/* Tells the broken word. A hyphen that ends its last line is told as it is shown there. */
static void begin_word(struct show *show)
{
    size_t size = show->broken.word_size;
    const char *word = clean_without_ignorable(show->broken.word, &size, show->file->arena);
    if (show->broken.word_hyphen && size && word[size - 1] == '-') {
        word = arena_printf(show->file->arena, "%.*s%s", (int)size - 1, word, LINE_HYPHEN);
        size += sizeof LINE_HYPHEN - 2;
    }
    end_array(show);
    buf_string(show->out, "/Span<</ActualText");
    pdf_write_text(show->out, word, size);
    buf_string(show->out, ">>BDC\n");
    show->state->in_word = true;
}

static void show_run(struct show *show, const struct page_run *run)
{
    const char *text = run->text;
    show->is_hyphen = run->soft_hyphen;
    for (size_t i = 0, count; i < run->glyph_count; i += count) {
        size_t at = (size_t)(text - run->text);
        if (show->state->in_word && at >= show->broken.end)
            end_word(show);
        if (show->broken.word && !show->state->in_word && at >= show->broken.begin)
            begin_word(show);
        count = cluster_length(&run->glyphs[i], run->glyph_count - i);
        if (is_last_hyphen(run, i, text))
            show_last_hyphen(show, run);
        else
            show_cluster(show, run, i, count, text);
        text += run->glyphs[i].text_size;
    }
}

/* Shows the hyphen of a broken word. Where the word is told whole, a hyphen-minus stands for it:
 * pdf.js joins the word's halves there, and nowhere else. */
static void show_hyphen(struct show *show, const struct page_run *hyphen)
{
    const char *text = show->state->in_word ? "-" : hyphen->text;
    show->is_hyphen = true;
    set_rise(show, hyphen->glyphs[0].y, hyphen->size);
    show_glyph(show, &hyphen->glyphs[0], text, strlen(text));
}

void pdf_show_run(struct pdf_file *file, const struct page_run *run,
                  const struct pdf_broken *broken, struct pdf_text_state *state, struct buf *out)
{
    struct show show = {
        .out = out, .file = file, .state = state, .size = run->size, .broken = *broken};
    set_font(&show, pdf_font_use(file, run->font));
    show.em = text_font_metrics(run->font)->units_per_em;
    show_run(&show, run);
    if (broken->hyphen)
        show_hyphen(&show, broken->hyphen);
    if (state->in_word && show.broken.end == run->text_size)
        end_word(&show);
    /* Extraction must find a space where a line was broken at one; it takes no place. */
    uint16_t space = text_font_glyph(run->font, ' ');
    if (run->space_after && space) {
        set_rise(&show, 0, run->size);
        show_glyph(&show, &(struct glyph){.id = space}, " ", 1);
    }
    end_array(&show);
    set_rise(&show, 0, run->size);
}
