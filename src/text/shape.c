#include "text/shape.h"

#include "base/minmax.h"
#include "text/font_file.h"
#include "text/hyphenate.h"
#include "text/joint.h"
#include "text/unicode.h"

#include <string.h>

static uint32_t hash_word(const struct word *key)
{
    const struct word_style *style = &key->style;
    return hash_bytes(style->font->index << 16 | style->lang->index << 3 |
                          (uint32_t)style->address << 2 | (uint32_t)style->tabular << 1 |
                          key->piece,
                      key->text, key->size);
}

static bool same_style(const struct word_style *a, const struct word_style *b)
{
    return a->font == b->font && a->lang == b->lang && a->address == b->address &&
           a->tabular == b->tabular;
}

static bool same_joints(const struct word *a, const struct word *b)
{
    return a->joint_count == b->joint_count &&
           (!a->joint_count ||
            memcmp(a->joints, b->joints, a->joint_count * sizeof *a->joints) == 0);
}

/* Returns whether the words are the same. A whole word's joints follow from the text. */
static bool same_word(const void *known, const void *key)
{
    const struct word *a = known, *b = key;
    return a->size == b->size && a->piece == b->piece && same_style(&a->style, &b->style) &&
           memcmp(a->text, b->text, a->size) == 0 && (!a->piece || same_joints(a, b));
}

/* Adds the text with U+200C at the joints, which parts ligatures, but not kerning pairs. */
static void add_text(hb_buffer_t *buffer, const struct word *word)
{
    unsigned from = 0;
    for (size_t i = 0; i <= word->joint_count; i++) {
        unsigned to = i < word->joint_count ? word->joints[i] : word->size;
        hb_buffer_add_utf8(buffer, word->text, (int)word->size, from, (int)(to - from));
        if (i < word->joint_count)
            hb_buffer_add(buffer, UNICODE_NON_JOINER, to - 1);
        from = to;
    }
}

/* Sets U+2011, which few fonts have, as a hyphen: it differs by where a line may break alone.
 * HarfBuzz does so with U+2010. */
static void replace_hyphens(hb_buffer_t *buffer, const struct text_font *font)
{
    unsigned count;
    hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    if (text_font_glyph(font, UNICODE_NO_BREAK_HYPHEN) || text_font_glyph(font, UNICODE_HYPHEN))
        return;
    for (unsigned i = 0; i < count; i++)
        if (infos[i].codepoint == UNICODE_NO_BREAK_HYPHEN)
            infos[i].codepoint = '-';
}

enum content { LETTERS, OTHERS, FRACTION };

static enum content content_of(const struct word *word)
{
    enum content content = LETTERS;
    for (struct unicode_char c = {0}; unicode_next(word->text, word->size, &c);) {
        if (c.codepoint == UNICODE_FRACTION_SLASH)
            return FRACTION;
        if (!unicode_is_letter(c.codepoint))
            content = OTHERS;
    }
    return content;
}

static hb_feature_t feature(hb_tag_t tag, uint32_t value)
{
    return (hb_feature_t){tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}

/* Chooses features beside HarfBuzz's own, for speed only where they can change a glyph: those of
 * fractions around U+2044, those of figures in words not all of letters. */
static unsigned choose_features(const struct word *word, hb_feature_t features[4])
{
    enum content content = content_of(word);
    unsigned count = 0;
    if (content != LETTERS)
        features[count++] = feature(
            word->style.tabular ? HB_TAG('t', 'n', 'u', 'm') : HB_TAG('p', 'n', 'u', 'm'), 1);
    if (content == FRACTION)
        return count;
    features[count++] = feature(HB_TAG('f', 'r', 'a', 'c'), 0);
    features[count++] = feature(HB_TAG('n', 'u', 'm', 'r'), 0);
    features[count++] = feature(HB_TAG('d', 'n', 'o', 'm'), 0);
    return count;
}

static void run_harfbuzz(hb_buffer_t *buffer, const struct word *word)
{
    hb_feature_t features[4];
    unsigned count = choose_features(word, features);
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    add_text(buffer, word);
    replace_hyphens(buffer, word->style.font);
    hb_buffer_guess_segment_properties(buffer);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer, word->style.lang->language);
    hb_shape(word->style.font->font, buffer, features, count);
}

static int16_t clamp16(hb_position_t value)
{
    return (int16_t)MIN(MAX(value, INT16_MIN), INT16_MAX);
}

/* Gives a cluster's first glyph all bytes of the cluster, and the word's first glyph also those of
 * ignorable characters before. HarfBuzz only has the byte where each glyph's cluster starts. */
static void set_text_sizes(struct glyph *glyphs, const hb_glyph_info_t *infos, unsigned count,
                           size_t size)
{
    size_t from = 0;
    for (unsigned i = 0, next; i < count; i = next) {
        for (next = i + 1; next < count && infos[next].cluster == infos[i].cluster;)
            next++;
        size_t to = next < count ? infos[next].cluster : size;
        glyphs[i].text_size = (uint16_t)(to - from);
        from = to;
    }
}

/* Returns the cluster of the first missing glyph, or the word's size. */
static size_t find_missing(hb_buffer_t *buffer, const struct word *word)
{
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    for (unsigned i = 0; i < count; i++)
        if (!infos[i].codepoint)
            return infos[i].cluster;
    return word->size;
}

/* Returns the first character that is set from no font, or 0: nobody turns what is written from
 * right to left, and nobody could read what is private. */
static uint32_t never_set(const struct word *word)
{
    for (struct unicode_char c = {0}; unicode_next(word->text, word->size, &c);)
        if (!unicode_is_settable(c.codepoint))
            return c.codepoint;
    return 0;
}

/* Returns the first character that can't be shown, or 0. A cluster's letter may have a glyph and
 * its accent none, so the word is shaped once more with a cluster a character. */
static uint32_t missing_character(hb_buffer_t *buffer, const struct word *word)
{
    uint32_t codepoint = never_set(word);
    if (codepoint)
        return codepoint;
    if (find_missing(buffer, word) == word->size)
        return 0;
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_CHARACTERS);
    run_harfbuzz(buffer, word);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_DEFAULT);
    size_t at = find_missing(buffer, word);
    unicode_decode(word->text + at, word->size - at, &codepoint);
    return codepoint;
}

size_t word_find(const struct word *word, uint32_t codepoint)
{
    struct unicode_char c = {0};
    while (unicode_next(word->text, word->size, &c) && c.codepoint != codepoint)
        continue;
    return c.at;
}

static uint64_t find_parts(const hb_glyph_info_t *infos, unsigned count)
{
    uint64_t parts = 0;
    for (unsigned i = 0; i < count && i < 64; i++)
        if (!(hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK))
            parts |= (uint64_t)1 << i;
    return parts;
}

/* Gives a word of ignorable characters only a glyph for its text. */
static void take_nothing(struct arena *arena, struct word *word)
{
    struct glyph *glyph = arena_alloc(arena, sizeof *glyph);
    glyph->id = word->style.font->space;
    glyph->text_size = (uint16_t)word->size;
    word->glyphs = glyph;
    word->glyph_count = 1;
}

static void take_glyphs(struct arena *arena, hb_buffer_t *buffer, struct word *word)
{
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, NULL);
    struct glyph *glyphs = arena_array(arena, count, sizeof *glyphs);
    for (unsigned i = 0; i < count; i++) {
        glyphs[i].id = (uint16_t)infos[i].codepoint;
        glyphs[i].advance = positions[i].x_advance;
        glyphs[i].x = clamp16(positions[i].x_offset);
        glyphs[i].y = clamp16(positions[i].y_offset);
        word->advance += glyphs[i].advance;
    }
    set_text_sizes(glyphs, infos, count, word->size);
    word->parts = find_parts(infos, count);
    word->glyphs = glyphs;
    word->glyph_count = count;
    word->missing = missing_character(buffer, word); /* infos are the buffer's */
}

static struct word *shape_new(struct text_library *library, const struct word *key)
{
    struct word *word = arena_alloc(library->arena, sizeof *word);
    *word = *key;
    word->text = arena_strndup(library->arena, key->text, key->size);
    run_harfbuzz(library->buffer, word);
    if (!word->piece && joints_find(library, library->buffer, word))
        run_harfbuzz(library->buffer, word);
    take_glyphs(library->arena, library->buffer, word);
    if (!word->glyph_count)
        take_nothing(library->arena, word);
    return word;
}

static struct word *find_word(struct text_library *library, const struct word *key)
{
    void **word = hash_find(&library->words, hash_word(key), key, same_word);
    if (!*word)
        *word = shape_new(library, key);
    return *word;
}

struct word *shape_word(struct text_library *library, const struct word_style *style,
                        const char *text, size_t size)
{
    struct word key = {.style = *style, .text = text, .size = (uint32_t)size};
    return find_word(library, &key);
}

/* Sets *glyph to the first one of a part from the byte on, or to the count at the word's end.
 * Returns false where the byte is inside a glyph's text, or between glyphs that depend on each
 * other. */
static bool find_part(const struct word *word, size_t byte, uint32_t *glyph)
{
    size_t at = 0;
    for (*glyph = 0; *glyph < word->glyph_count && (at < byte || !word->glyphs[*glyph].text_size);)
        at += word->glyphs[(*glyph)++].text_size;
    if (*glyph == 0 || *glyph == word->glyph_count)
        return at == byte;
    return at == byte && *glyph < 64 && word->parts >> *glyph & 1;
}

/* Returns the piece as a part of the word's glyphs, or NULL where it has to be shaped. */
static struct word *take_part(struct arena *arena, const struct word *word, size_t start,
                              size_t end)
{
    uint32_t first, last;
    if (word->joint_count || word->missing || !find_part(word, start, &first) ||
        !find_part(word, end, &last))
        return NULL;
    struct word *piece = arena_alloc(arena, sizeof *piece);
    *piece = (struct word){.style = word->style,
                           .text = word->text + start,
                           .size = (uint32_t)(end - start),
                           .glyphs = word->glyphs + first,
                           .glyph_count = last - first,
                           .piece = true};
    for (uint32_t i = first; i < last; i++)
        piece->advance += word->glyphs[i].advance;
    return piece;
}

struct word *shape_piece(struct text_library *library, const struct word *word, size_t start,
                         size_t end)
{
    struct word *part = take_part(library->arena, word, start, end);
    if (part)
        return part;
    struct word key = {.style = word->style,
                       .text = word->text + start,
                       .size = (uint32_t)(end - start),
                       .piece = true};
    if (word->joint_count)
        joints_inherit(library->arena, word, start, &key);
    return find_word(library, &key);
}

const struct word *shape_between(struct text_library *library, const struct word *word,
                                 size_t first, size_t last)
{
    const struct hyphens *hyphens = word->hyphens;
    if (first == 0 && last == hyphens->count)
        return word;
    const struct word **piece = &hyphens->pieces[first * (hyphens->count + 1) + last];
    if (!*piece) {
        size_t start = first ? hyphens->points[first - 1].start : 0;
        size_t end = last < hyphens->count ? hyphens->points[last].end : word->size;
        *piece = shape_piece(library, word, start, end);
    }
    return *piece;
}
