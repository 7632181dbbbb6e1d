#include "text/breakpoint.h"

#include "base/memory.h"
#include "base/minmax.h"
#include "base/utf8.h"
#include "text/hyphenate.h"
#include "text/paragraph.h"
#include "text/unicode.h"

enum { LEAST_PIECE = 4, LEAST_WORD = 10, SHORT_WORD = 3 }; /* letters */

/* Ends the breakpoint's line with the item last. */
static void end_with(const struct text_paragraph *paragraph, uint32_t last,
                     struct breakpoint *breakpoint)
{
    const struct item *item = &paragraph->items[last];
    breakpoint->last = last;
    breakpoint->before = item->start + item->width;
    breakpoint->glue_before = item->glue;
    breakpoint->fills_before = item->fills + (item->kind == ITEM_FILL);
}

static void start_with(const struct text_paragraph *paragraph, uint32_t next,
                       struct breakpoint *breakpoint)
{
    const struct item *item = &paragraph->items[next];
    breakpoint->next = next;
    breakpoint->after = item->start;
    breakpoint->glue_after = item->glue;
    breakpoint->fills_after = item->fills;
}

static int64_t piece_width(const struct text_paragraph *paragraph, uint32_t index, size_t first,
                           size_t last, bool hyphen)
{
    const struct item *item = &paragraph->items[index];
    const struct word *piece = shape_between(paragraph->library, item->word, first, last);
    return paragraph_fine(paragraph, item->span, piece->style.font,
                          piece->advance + (hyphen ? piece->style.font->hyphen_advance : 0));
}

/* Returns whether a cut at the point, which isn't a compound's joint, tears a word apart. */
static bool is_small_piece(const struct word *word, const struct hyphen_point *point)
{
    size_t before = utf8_count(word->text, point->end);
    size_t after = utf8_count(word->text + point->start, word->size - point->start);
    return point->level == HYPHEN_SYLLABLE &&
           (before < LEAST_PIECE || after < LEAST_PIECE || before + after < LEAST_WORD);
}

/* Returns whether the item is a word such as ja, on, se: those belong to the next word. */
static bool is_short_word(const struct text_paragraph *paragraph, uint32_t index)
{
    const struct item *item = &paragraph->items[index];
    if (item->kind != ITEM_BOX || item->size > SHORT_WORD || (index && item[-1].kind != ITEM_SPACE))
        return false;
    for (uint32_t i = 0; i < item->size; i++)
        if ((item->word->text[i] | 0x20) < 'a' || (item->word->text[i] | 0x20) > 'z')
            return false;
    return true;
}

/* Returns whether the item ends in a letter or digit and a hyphen: "Keski-", "sosiaali-". */
static bool ends_in_hyphen(const struct text_paragraph *paragraph, uint32_t index)
{
    const struct item *item = &paragraph->items[index];
    uint32_t before = 0, last = 0;
    if (item->kind != ITEM_BOX)
        return false;
    for (struct unicode_char c = {0}; unicode_next(item->word->text, item->size, &c);) {
        before = last;
        last = c.codepoint;
    }
    return unicode_is_hyphen(last) && (unicode_is_letter(before) || unicode_is_digit(before));
}

static struct breakpoint cut_word(const struct text_paragraph *paragraph, uint32_t index,
                                  size_t point)
{
    static const enum breakpoint_kind kinds[] = {
        [HYPHEN_EMERGENCY] = BREAKPOINT_EMERGENCY,
        [HYPHEN_SYLLABLE] = BREAKPOINT_SYLLABLE,
        [HYPHEN_COMPOUND] = BREAKPOINT_COMPOUND,
    };
    const struct item *item = &paragraph->items[index];
    const struct hyphens *hyphens = item->word->hyphens;
    struct breakpoint breakpoint = {.kind = kinds[hyphens->points[point].level],
                                    .hyphen = hyphens->points[point].drawn,
                                    .point = (int)point};
    end_with(paragraph, index, &breakpoint);
    start_with(paragraph, index, &breakpoint);
    breakpoint.before = item->start + piece_width(paragraph, index, 0, point, breakpoint.hyphen);
    breakpoint.small_piece = is_small_piece(item->word, &hyphens->points[point]);
    breakpoint.written =
        !breakpoint.hyphen && item->word->text[hyphens->points[point].end - 1] == '-';
    breakpoint.after =
        item->start + item->width - piece_width(paragraph, index, point + 1, hyphens->count, false);
    return breakpoint;
}

/* Looks for the hyphenation points of the item. Returns NULL where the item can't be hyphenated. */
static const struct hyphens *hyphens_of(const struct text_paragraph *paragraph, uint32_t index)
{
    const struct item *item = &paragraph->items[index];
    if (item->kind != ITEM_BOX || !item->hyphenates)
        return NULL;
    return hyphenate_word(paragraph->library, item->word);
}

/* State of breakpoints_collect. */
struct collection {
    const struct text_paragraph *paragraph;
    const struct breakpoint_visitor *visitor; /* or NULL */
    struct breakpoints *out;
};

static void add_breakpoint(const struct collection *collection, struct breakpoint breakpoint)
{
    struct breakpoints *out = collection->out;
    GROW(out->items, out->count, out->capacity);
    out->items[out->count++] = breakpoint;
    if (collection->visitor)
        collection->visitor->added(collection->visitor->context);
}

static void add_points(const struct collection *collection, uint32_t index)
{
    const struct breakpoint_visitor *visitor = collection->visitor;
    if (!visitor || !visitor->least || !visitor->wants_points(visitor->context, index))
        return;
    const struct hyphens *hyphens = hyphens_of(collection->paragraph, index);
    for (size_t i = 0; hyphens && i < hyphens->count; i++)
        if (hyphens->points[i].level >= visitor->least)
            add_breakpoint(collection, cut_word(collection->paragraph, index, i));
}

static void add_start(const struct collection *collection, uint32_t first)
{
    struct breakpoint breakpoint = {.first = true, .point = -1};
    start_with(collection->paragraph, first, &breakpoint);
    add_breakpoint(collection, breakpoint);
}

static void add_end(const struct collection *collection, uint32_t last)
{
    struct breakpoint breakpoint = {.end = true, .point = -1};
    end_with(collection->paragraph, last, &breakpoint);
    add_breakpoint(collection, breakpoint);
}

/* Has the breakpoint cut a word that is in pieces. */
static void cut_pieces(const struct text_paragraph *paragraph, const struct item *item,
                       struct breakpoint *breakpoint)
{
    breakpoint->kind = item->cut;
    breakpoint->hyphen = item->drawn;
    if (item->drawn)
        breakpoint->before += paragraph_fine(paragraph, item->span, item->word->style.font,
                                             item->word->style.font->hyphen_advance);
}

static void add_natural(const struct collection *collection, uint32_t last, uint32_t next)
{
    const struct text_paragraph *paragraph = collection->paragraph;
    struct breakpoint breakpoint = {
        .kind = next == last + 1 ? BREAKPOINT_INSIDE : BREAKPOINT_SPACE,
        .short_word = is_short_word(paragraph, last),
        .written = ends_in_hyphen(paragraph, last),
        .point = -1,
    };
    end_with(paragraph, last, &breakpoint);
    start_with(paragraph, next, &breakpoint);
    if (next == last + 1 && paragraph->items[last].cut)
        cut_pieces(paragraph, &paragraph->items[last], &breakpoint);
    add_breakpoint(collection, breakpoint);
}

void breakpoints_collect(const struct text_paragraph *paragraph, size_t first, size_t end,
                         const struct breakpoint_visitor *visitor, struct breakpoints *out)
{
    const struct collection collection = {paragraph, visitor, out};
    const struct item *items = paragraph->items;
    bool started = false, breaks = false;
    uint32_t last = 0;
    out->count = 0;
    if (out->capacity < end - first + 2) {
        out->capacity = end - first + 2;
        out->items = memory_resize(out->items, out->capacity, sizeof *out->items);
    }
    for (uint32_t i = (uint32_t)first; i < end; i++) {
        if (items[i].kind != ITEM_SPACE) {
            if (!started)
                add_start(&collection, i);
            else if (breaks)
                add_natural(&collection, last, i);
            add_points(&collection, i);
            started = true;
            breaks = false;
            last = i;
        }
        breaks |= items[i].breaks;
    }
    if (started)
        add_end(&collection, last);
}

int64_t breakpoint_width(const struct text_paragraph *paragraph, const struct breakpoint *from,
                         const struct breakpoint *to)
{
    if (from->next == to->last && from->point >= 0 && to->point >= 0)
        return piece_width(paragraph, to->last, (size_t)from->point + 1, (size_t)to->point,
                           to->hyphen);
    return to->before - from->after;
}

/* Widens *widest to the item's pieces between its points. *start is the start of the last piece
 * before the item, and becomes the start of the item's own last piece. */
static void widen_to_pieces(const struct text_paragraph *paragraph, uint32_t index, int64_t *start,
                            int64_t *widest)
{
    const struct item *item = &paragraph->items[index];
    const struct hyphens *hyphens = hyphens_of(paragraph, index);
    int64_t before = item->start - *start;
    size_t first = 0;
    for (size_t i = 0; hyphens && i < hyphens->count; i++) {
        if (hyphens->points[i].level < HYPHEN_SYLLABLE && !item->word->style.address)
            continue;
        int64_t width = before + piece_width(paragraph, index, first, i, hyphens->points[i].drawn);
        *widest = MAX(*widest, width);
        before = 0;
        first = i + 1;
    }
    if (first)
        *start =
            item->start + item->width - piece_width(paragraph, index, first, hyphens->count, false);
}

int64_t breakpoint_hyphenated_width(const struct text_paragraph *paragraph,
                                    const struct breakpoint *from, const struct breakpoint *to)
{
    int64_t start = from->after, widest = 0;
    for (uint32_t i = from->next; i <= to->last; i++)
        widen_to_pieces(paragraph, i, &start, &widest);
    return MAX(to->before - start, widest);
}
