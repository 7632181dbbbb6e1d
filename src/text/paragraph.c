#include "text/paragraph.h"

#include "base/memory.h"
#include "base/minmax.h"
#include "text/fallback_walk.h"
#include "text/hyphenate.h"
#include "text/opportunities.h"
#include "text/unicode.h"

#include <stdlib.h>
#include <string.h>

/* No paper needs more, and sums of widths stay far from overflow. */
static const pt64 size_limit = PT(1000), width_limit = 1 << 29;

int64_t paragraph_fine(const struct text_paragraph *paragraph, uint32_t span,
                       const struct text_font *font, int64_t units)
{
    return units * paragraph->spans[span].font_size * FINE / font->metrics.units_per_em;
}

pt64 paragraph_floor(int64_t fine)
{
    int64_t whole = fine >= 0 ? fine / FINE : -((-fine + FINE - 1) / FINE);
    return (pt64)MIN(MAX(whole, -width_limit), width_limit);
}

pt64 paragraph_clamp(pt64 value, pt64 least, pt64 most)
{
    return MIN(MAX(value, least), most);
}

static const struct text_span *copy_spans(struct arena *arena, const struct text_span *spans,
                                          size_t count)
{
    struct text_span *copies = arena_array(arena, count, sizeof *copies);
    for (size_t i = 0; i < count; i++) {
        copies[i] = spans[i];
        copies[i].font_size = paragraph_clamp(spans[i].font_size, 0, size_limit);
        copies[i].width = paragraph_clamp(spans[i].width, 0, PARAGRAPH_WIDTH_MAX);
    }
    return copies;
}

static size_t add_text(const struct text_span *span, uint32_t index, struct text_char *chars)
{
    size_t count = 0;
    for (size_t at = 0; at < span->size; count++) {
        struct text_char *c = &chars[count];
        c->span = index;
        c->at = (uint32_t)at;
        c->no_break = span->no_break;
        at += unicode_decode(span->text + at, span->size - at, &c->codepoint);
        if (c->codepoint == UNICODE_LINE_SEPARATOR)
            c->codepoint = UNICODE_REPLACEMENT;
    }
    return count;
}

/* Reads all spans' characters into *chars, which the caller frees. Returns their number. */
static size_t read_chars(const struct text_paragraph *paragraph, struct text_char **chars)
{
    size_t size = 1, count = 0;
    for (size_t i = 0; i < paragraph->span_count; i++)
        size += paragraph->spans[i].kind == TEXT_SPAN_TEXT ? paragraph->spans[i].size : 1;
    *chars = memory_new(size, sizeof **chars);
    for (size_t i = 0; i < paragraph->span_count; i++) {
        const struct text_span *span = &paragraph->spans[i];
        if (span->kind == TEXT_SPAN_TEXT)
            count += add_text(span, (uint32_t)i, *chars + count);
        else
            (*chars)[count++] = (struct text_char){
                .codepoint = span->kind == TEXT_SPAN_BREAK ? UNICODE_LINE_SEPARATOR : 'x',
                .span = (uint32_t)i};
    }
    return count;
}

/* State of text_paragraph_new. */
struct builder {
    struct text_paragraph *paragraph;
    const struct text_char *chars;
    size_t char_count;
    struct item *items;
    size_t count;
    const struct text_lang **langs; /* of the spans */
    int64_t width, glue;
    uint32_t fills;
};

static size_t byte_after(const struct builder *builder, size_t last)
{
    const struct text_char *c = &builder->chars[last];
    bool more = last + 1 < builder->char_count && c[1].span == c->span;
    return more ? c[1].at : builder->paragraph->spans[c->span].size;
}

static void note_missing(struct text_paragraph *paragraph, uint32_t codepoint, uint32_t span,
                         size_t at)
{
    if (!paragraph->missing.codepoint)
        paragraph->missing = (struct text_missing){codepoint, span, at};
}

static struct item *add_item(struct builder *builder, enum item_kind kind, size_t first,
                             size_t last, int64_t width)
{
    struct item *item = &builder->items[builder->count++];
    const struct text_char *c = &builder->chars[first];
    item->kind = kind;
    item->breaks = builder->chars[last].breaks;
    item->span = c->span;
    item->at = c->at;
    item->width = width;
    item->start = builder->width;
    item->glue = builder->glue;
    item->fills = builder->fills;
    builder->width += width;
    builder->glue += kind == ITEM_SPACE ? width : 0;
    builder->fills += kind == ITEM_FILL;
    return item;
}

static void add_space(struct builder *builder, size_t i)
{
    const struct text_char *c = &builder->chars[i];
    const struct text_font *font = builder->paragraph->spans[c->span].font;
    struct item *item =
        add_item(builder, ITEM_SPACE, i, i,
                 paragraph_fine(builder->paragraph, c->span, font, font->space_advance));
    item->size = 1;
    if (!font->space)
        note_missing(builder->paragraph, UNICODE_SPACE, c->span, c->at);
}

/* Returns whether the word is within one span and font: no dictionary has a part of one. */
static bool is_whole_word(const struct builder *builder, size_t first, size_t last)
{
    const struct text_char *chars = builder->chars;
    bool cut_before =
        first > 0 && unicode_is_letter(chars[first - 1].codepoint) && !chars[first - 1].breaks;
    bool cut_after = last + 1 < builder->char_count &&
                     unicode_is_letter(chars[last + 1].codepoint) && !chars[last].breaks;
    return !cut_before && !cut_after && last - first < WORD_LIMIT / 4 - 1;
}

/* Adds the characters from first to last as a box, shaped as the word. */
static void add_word(struct builder *builder, size_t first, size_t last, struct word *word)
{
    struct text_paragraph *paragraph = builder->paragraph;
    const struct text_char *c = &builder->chars[first];
    const struct text_span *span = &paragraph->spans[c->span];
    const struct text_font *font = word->style.font;
    struct item *item = add_item(builder, ITEM_BOX, first, last,
                                 paragraph_fine(paragraph, c->span, font, word->advance));
    item->word = word;
    item->size = word->size;
    item->is_whole = font->hyphen && is_whole_word(builder, first, last);
    item->hyphenates = item->is_whole && !span->no_break && !span->no_hyphens;
    if (word->missing)
        note_missing(paragraph, word->missing, c->span, c->at + word_find(word, word->missing));
}

/* Adds a word that its font can't show all of in parts, each as one font has it. */
static void add_parts(struct builder *builder, size_t first, const struct word *word,
                      struct text_fallback *fallback)
{
    struct fallback_walk walk = {.fallback = fallback, .word = word};
    size_t start = builder->chars[first].at;
    for (struct word *part; (part = fallback_next(&walk));) {
        size_t last = first;
        while (byte_after(builder, last) - start < walk.to)
            last++;
        add_word(builder, first, last, part);
        builder->paragraph->borrows |= part->style.font != word->style.font;
        first = last + 1;
    }
}

static void add_box(struct builder *builder, size_t first, size_t last)
{
    struct text_paragraph *paragraph = builder->paragraph;
    const struct text_char *c = &builder->chars[first];
    const struct text_span *span = &paragraph->spans[c->span];
    size_t size = byte_after(builder, last) - c->at;
    const struct word_style style = {span->font, builder->langs[c->span], c->address,
                                     span->tabular};
    struct word *word = shape_word(paragraph->library, &style, span->text + c->at, size);
    if (word->missing && span->fallback)
        add_parts(builder, first, word, span->fallback);
    else
        add_word(builder, first, last, word);
}

/* Returns the last character of the box that starts at first. */
static size_t box_end(const struct builder *builder, size_t first)
{
    const struct text_char *chars = builder->chars;
    size_t last = first;
    while (last + 1 < builder->char_count && !chars[last].breaks &&
           chars[last + 1].span == chars[first].span &&
           chars[last + 1].codepoint != UNICODE_SPACE && last - first < WORD_LIMIT / 4 - 1)
        last++;
    return last;
}

static size_t add_next(struct builder *builder, size_t i)
{
    const struct text_char *c = &builder->chars[i];
    const struct text_span *span = &builder->paragraph->spans[c->span];
    if (span->kind == TEXT_SPAN_BREAK) {
        add_item(builder, ITEM_BREAK, i, i, 0);
    } else if (span->kind == TEXT_SPAN_FILL) {
        add_item(builder, ITEM_FILL, i, i, (int64_t)span->width * FINE);
    } else if (c->codepoint == UNICODE_SPACE) {
        add_space(builder, i);
    } else {
        size_t last = box_end(builder, i);
        add_box(builder, i, last);
        return last + 1;
    }
    return i + 1;
}

static void find_langs(struct builder *builder)
{
    const struct text_paragraph *paragraph = builder->paragraph;
    builder->langs = memory_new(paragraph->span_count + 1, sizeof(struct text_lang *));
    for (size_t i = 0; i < paragraph->span_count; i++)
        builder->langs[i] = library_lang(paragraph->library, paragraph->spans[i].lang);
}

static void build_items(struct text_paragraph *paragraph, struct arena *arena,
                        const struct text_char *chars, size_t count)
{
    struct builder builder = {.paragraph = paragraph, .chars = chars, .char_count = count};
    builder.items = memory_new(count + 1, sizeof *builder.items);
    find_langs(&builder);
    for (size_t i = 0; i < count;)
        i = add_next(&builder, i);
    struct item *items = arena_array(arena, builder.count, sizeof *items);
    memcpy(items, builder.items, builder.count * sizeof *items);
    paragraph->items = items;
    paragraph->count = builder.count;
    free(builder.langs);
    free(builder.items);
}

struct text_paragraph *text_paragraph_new(struct text_library *library, struct arena *arena,
                                          const struct text_span *spans, size_t count)
{
    struct text_paragraph *paragraph = arena_alloc(arena, sizeof *paragraph);
    struct text_char *chars;
    paragraph->library = library;
    paragraph->spans = copy_spans(arena, spans, count);
    paragraph->span_count = count;
    size_t char_count = read_chars(paragraph, &chars);
    opportunities_find(chars, char_count);
    build_items(paragraph, arena, chars, char_count);
    free(chars);
    return paragraph;
}

bool text_paragraph_find_missing(const struct text_paragraph *paragraph,
                                 struct text_missing *missing)
{
    *missing = paragraph->missing;
    return missing->codepoint;
}

bool text_paragraph_next_borrowed(const struct text_paragraph *paragraph, size_t *item,
                                  struct text_borrowed *borrowed)
{
    while (paragraph->borrows && *item < paragraph->count) {
        const struct item *found = &paragraph->items[(*item)++];
        const struct text_font *font = paragraph_font(paragraph, found);
        if (font == paragraph->spans[found->span].font)
            continue;
        *borrowed = (struct text_borrowed){found->span, found->at, found->size, font};
        return true;
    }
    return false;
}
