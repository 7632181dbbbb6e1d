#include "text/shred.h"

#include "base/memory.h"
#include "base/minmax.h"
#include "base/utf8.h"
#include "text/hyphenate.h"
#include "text/unicode.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_SYLLABLE = 10 }; /* bytes; nobody knows how one goes on behind what is looked up */

/* A paragraph in the making. */
struct shredding {
    const struct text_paragraph *from;
    struct item *items;
    size_t count, capacity;
    int64_t width; /* the most of a line, fine */
    int64_t start, glue;
    uint32_t fills;
};

static struct item *add(struct shredding *shredding, struct item item)
{
    GROW(shredding->items, shredding->count, shredding->capacity);
    item.start = shredding->start;
    item.glue = shredding->glue;
    item.fills = shredding->fills;
    shredding->start += item.width;
    shredding->glue += item.kind == ITEM_SPACE ? item.width : 0;
    shredding->fills += item.kind == ITEM_FILL;
    struct item *added = &shredding->items[shredding->count++];
    *added = item;
    return added;
}

/* --- One box --- */

/* A part of a box, and how it is parted from the next one. */
struct part {
    size_t from, to; /* bytes; a soft hyphen behind it is in it, so that texts follow each other */
    enum breakpoint_kind cut;
    bool drawn;
};

static struct item part_item(const struct shredding *shredding, const struct item *box,
                             const struct part *part)
{
    const struct text_paragraph *paragraph = shredding->from;
    struct item item = *box;
    item.word = shape_piece(paragraph->library, box->word, part->from, part->to);
    item.at = box->at + (uint32_t)part->from;
    item.size = (uint32_t)(part->to - part->from);
    item.width = paragraph_fine(paragraph, box->span, box->word->style.font, item.word->advance);
    item.hyphenates = false;
    item.breaks = part->cut != BREAKPOINT_SPACE || box->breaks;
    item.cut = part->cut;
    item.drawn = part->drawn;
    return item;
}

static uint32_t character_at(const struct word *word, size_t at)
{
    uint32_t codepoint = 0;
    if (at < word->size)
        unicode_decode(word->text + at, word->size - at, &codepoint);
    return codepoint;
}

/* Returns whether a hyphen says where a word goes on: between letters, not in an address or code,
 * which it would change. */
static bool wants_hyphen(const struct word *word, size_t last, size_t next)
{
    return word->style.font->hyphen && !hyphenate_is_code(word) &&
           unicode_is_letter(character_at(word, last)) &&
           unicode_is_letter(character_at(word, next));
}

/* Adds a part in its clusters. */
static void add_clusters(struct shredding *shredding, const struct item *box,
                         const struct part *part)
{
    size_t end = part->from, at = 0;
    for (uint32_t i = 0; i < box->word->glyph_count; i++) {
        size_t size = box->word->glyphs[i].text_size;
        size_t start = at;
        at += size;
        if (!size || at <= part->from || start < end || at >= part->to)
            continue;
        const struct part cluster = {.from = end,
                                     .to = at,
                                     .cut = BREAKPOINT_ANYWHERE,
                                     .drawn = wants_hyphen(box->word, start, at)};
        add(shredding, part_item(shredding, box, &cluster));
        end = at;
    }
    struct part rest = *part;
    rest.from = end;
    add(shredding, part_item(shredding, box, &rest));
}

static void add_part(struct shredding *shredding, const struct item *box, const struct part *part)
{
    struct item item = part_item(shredding, box, part);
    int64_t hyphen = paragraph_fine(shredding->from, box->span, box->word->style.font,
                                    part->drawn ? box->word->style.font->hyphen_advance : 0);
    if (item.width + hyphen > shredding->width)
        add_clusters(shredding, box, part);
    else
        add(shredding, item);
}

/* Returns the end of as much of a word, from a byte on, as a dictionary takes: all where none is
 * asked. */
static size_t lookup_end(const struct word *word, size_t from)
{
    size_t end = from + LETTERS_MAX;
    if (end >= word->size || hyphenate_is_marked(word) || hyphenate_is_code(word))
        return word->size;
    while (!utf8_begins(word->text[end]))
        end--;
    return end;
}

/* Adds the parts of a box up to the last point that is found from a byte on. Moves the byte to
 * where others may be found. */
static void add_points(struct shredding *shredding, const struct item *box, size_t *added,
                       size_t *from)
{
    struct text_library *library = shredding->from->library;
    const size_t start = *from, end = lookup_end(box->word, start);
    const bool is_last = end == box->size;
    struct word *word = start || !is_last ? shape_piece(library, box->word, start, end) : box->word;
    const struct hyphens *hyphens = hyphenate_word(library, word);
    for (size_t i = 0; i < hyphens->count; i++) {
        const struct hyphen_point *point = &hyphens->points[i];
        if (!is_last && (size_t)point->start + LONGEST_SYLLABLE > word->size)
            break;
        const struct part part = {*added, start + point->start, BREAKPOINT_EMERGENCY, point->drawn};
        add_part(shredding, box, &part);
        *added = part.to;
    }
    *from = !is_last && *added > start ? *added : end;
}

/* Adds a box in its parts. A word that no dictionary takes whole is looked up a stretch after
 * another. */
static void add_box(struct shredding *shredding, const struct item *box)
{
    size_t added = 0;
    for (size_t from = 0; box->is_whole && from < box->size;)
        add_points(shredding, box, &added, &from);
    const struct part last = {added, box->size, BREAKPOINT_SPACE, false};
    add_part(shredding, box, &last);
}

/* --- All of it --- */

/* Returns whether an item is text or a blank to write on: no line ends there of itself. */
static bool is_solid(const struct item *item)
{
    return item->kind == ITEM_BOX || item->kind == ITEM_FILL;
}

/* Returns the end of the text and blanks from an item on between which no line may end; with
 * spaces, those of words that are to stay on one line, too. */
static size_t stretch_end(const struct text_paragraph *paragraph, size_t first, bool with_spaces)
{
    const struct item *items = paragraph->items;
    size_t end = first + 1;
    while (end < paragraph->count && !items[end - 1].breaks &&
           (is_solid(&items[end]) || (with_spaces && items[end].kind == ITEM_SPACE)))
        end++;
    return end;
}

static int64_t stretch_width(const struct text_paragraph *paragraph, size_t first, size_t end)
{
    const struct item *items = paragraph->items;
    return items[end - 1].start + items[end - 1].width - items[first].start;
}

/* Has a line end between the last item and next of a stretch: as between letters, but beside a
 * blank as between words. */
static void part_items(struct shredding *shredding, const struct item *next)
{
    struct item *last = &shredding->items[shredding->count - 1];
    last->breaks = true;
    if (last->kind == ITEM_BOX && next->kind == ITEM_BOX)
        last->cut = BREAKPOINT_ANYWHERE;
}

/* Adds a blank to write on, no wider than a line. */
static void add_blank(struct shredding *shredding, struct item blank)
{
    blank.width = MIN(blank.width, shredding->width);
    add(shredding, blank);
}

/* Adds what is no box: a space at which words that are together wider than a line may be parted
 * after all. */
static void add_other(struct shredding *shredding, struct item item, bool is_wide)
{
    item.breaks = item.breaks || (is_wide && item.kind == ITEM_SPACE);
    add(shredding, item);
}

static size_t add_stretch(struct shredding *shredding, size_t first)
{
    const struct item *items = shredding->from->items;
    size_t end = stretch_end(shredding->from, first, false);
    bool is_wide = stretch_width(shredding->from, first, end) > shredding->width;
    for (size_t i = first; i < end; i++) {
        if (!is_wide)
            add(shredding, items[i]);
        else if (items[i].kind == ITEM_FILL)
            add_blank(shredding, items[i]);
        else
            add_box(shredding, &items[i]);
        if (is_wide && i + 1 < end)
            part_items(shredding, &items[i + 1]);
    }
    return end;
}

const struct text_paragraph *shred(const struct text_paragraph *paragraph, int64_t width,
                                   struct arena *arena)
{
    struct shredding shredding = {.from = paragraph, .width = width};
    size_t kept_until = 0; /* the end of words that stay on one line */
    bool is_wide = false;
    for (size_t i = 0; i < paragraph->count;) {
        if (i >= kept_until) {
            kept_until = stretch_end(paragraph, i, true);
            is_wide = stretch_width(paragraph, i, kept_until) > width;
        }
        if (is_solid(&paragraph->items[i]))
            i = add_stretch(&shredding, i);
        else
            add_other(&shredding, paragraph->items[i++], is_wide);
    }
    struct text_paragraph *shreds = arena_alloc(arena, sizeof *shreds);
    struct item *items = arena_array(arena, shredding.count, sizeof *items);
    if (shredding.count)
        memcpy(items, shredding.items, shredding.count * sizeof *items);
    free(shredding.items);
    *shreds = *paragraph;
    shreds->items = items;
    shreds->count = shredding.count;
    return shreds;
}
