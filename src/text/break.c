#include "base/memory.h"
#include "base/minmax.h"
#include "text/fit.h"
#include "text/line.h"
#include "text/paragraph.h"
#include "text/shred.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LOOSE_LINES = 100 }; /* counting takes memory for each line */

/* State of text_paragraph_break. */
struct breaker {
    struct fit *fit;
    const struct text_paragraph *paragraph;
    struct arena *arena;
    const struct text_measure *measure;
    struct text_line *lines;
    size_t count, capacity;
    int64_t cost;
    bool is_shredded;
};

/* Returns the end of a segment: the next forced break, or the paragraph's end. */
static size_t segment_end(const struct text_paragraph *paragraph, size_t first)
{
    while (first < paragraph->count && paragraph->items[first].kind != ITEM_BREAK)
        first++;
    return first;
}

static void add_line(struct breaker *breaker, struct text_line line)
{
    GROW(breaker->lines, breaker->count, breaker->capacity);
    breaker->lines[breaker->count++] = line;
}

/* Returns the width of a few words in the paragraph's first font size. */
static int64_t narrow_measure(const struct text_paragraph *paragraph)
{
    pt64 size = paragraph->span_count ? paragraph->spans[0].font_size : 0;
    return (int64_t)MAX(size, 1) * FIT_NARROW_EMS * FINE;
}

static struct fit_measure fit_measure(const struct breaker *breaker)
{
    const struct text_measure *measure = breaker->measure;
    int64_t indent = breaker->count ? 0 : measure->first_indent;
    return (struct fit_measure){
        .width = (int64_t)measure->width * FINE,
        .first_width = ((int64_t)measure->width - indent) * FINE,
        .narrow = narrow_measure(breaker->paragraph),
        .justified = measure->align == TEXT_JUSTIFIED,
        .hyphenate = measure->hyphenate,
    };
}

/*
 * Chooses line ends first without hyphens; then with them where a line would be left too short or
 * too loose; and at the points of last resort where one would be too wide. Returns false where one
 * still is.
 */
static bool choose_cheapest(const struct breaker *breaker, size_t first, size_t end)
{
    const struct text_paragraph *paragraph = breaker->paragraph;
    const struct fit_measure measure = fit_measure(breaker);
    const enum fit_pass without = measure.hyphenate ? FIT_STRICT : FIT_NATURAL;
    return fit_choose(breaker->fit, paragraph, first, end, &measure, without) ||
           (measure.hyphenate &&
            fit_choose(breaker->fit, paragraph, first, end, &measure, FIT_HYPHENS)) ||
           fit_choose(breaker->fit, paragraph, first, end, &measure, FIT_EMERGENCY);
}

/* Adds the measure's looser to the lines chosen. Returns false where that takes a bad line. */
static bool choose_looser(const struct breaker *breaker, size_t first, size_t end)
{
    const struct text_paragraph *paragraph = breaker->paragraph;
    struct fit_measure measure = fit_measure(breaker);
    int64_t lines = (int64_t)fit_lines(breaker->fit) + breaker->measure->looser;
    if (lines < 1 || lines > MOST_LOOSE_LINES || first > 0 || end < paragraph->count)
        return false;
    measure.lines = (size_t)lines;
    return fit_choose(breaker->fit, paragraph, first, end, &measure, FIT_STRICT) ||
           (measure.hyphenate &&
            fit_choose(breaker->fit, paragraph, first, end, &measure, FIT_HYPHENS));
}

/* Returns false where a word has to be torn to fit. */
static bool choose(struct breaker *breaker, size_t first, size_t end)
{
    if (!choose_cheapest(breaker, first, end) && !breaker->is_shredded)
        return false;
    if (breaker->measure->looser && !breaker->is_shredded && !choose_looser(breaker, first, end))
        choose_cheapest(breaker, first, end);
    breaker->cost += fit_total(breaker->fit);
    return true;
}

static void build_lines(struct breaker *breaker)
{
    const struct text_measure *measure = breaker->measure;
    size_t count = fit_lines(breaker->fit);
    for (size_t i = 1; i <= count; i++) {
        pt64 indent = breaker->count ? 0 : measure->first_indent;
        struct line_room room = {indent, measure->width - indent, measure->align, i == count};
        add_line(breaker,
                 line_build(breaker->paragraph, breaker->arena, fit_end(breaker->fit, i - 1),
                            fit_end(breaker->fit, i), &room));
    }
}

static size_t skip_spaces(const struct text_paragraph *paragraph, size_t first, size_t end)
{
    while (first < end && paragraph->items[first].kind == ITEM_SPACE)
        first++;
    return first;
}

/* Sets all segments. Returns false where a word has to be torn. A forced break at the very end
 * makes no further line, as in HTML. */
static bool break_segments(struct breaker *breaker)
{
    const struct text_paragraph *paragraph = breaker->paragraph;
    size_t first = 0;
    do {
        size_t end = segment_end(paragraph, first);
        if (skip_spaces(paragraph, first, end) < end) {
            if (!choose(breaker, first, end))
                return false;
            build_lines(breaker);
        } else if (end < paragraph->count || !breaker->count) {
            add_line(breaker, (struct text_line){0});
        }
        first = end + 1;
    } while (first <= paragraph->count);
    return true;
}

/* Breaks the paragraph with the words in pieces that are wider than its lines. */
static void break_shreds(struct breaker *breaker)
{
    breaker->paragraph =
        shred(breaker->paragraph, (int64_t)breaker->measure->width * FINE, breaker->arena);
    breaker->is_shredded = true;
    breaker->count = 0;
    breaker->cost = 0;
    break_segments(breaker);
}

void text_paragraph_break(const struct text_paragraph *paragraph, struct arena *arena,
                          const struct text_measure *measure, struct text_lines *out)
{
    struct text_measure held = *measure;
    held.width = paragraph_clamp(measure->width, -PARAGRAPH_WIDTH_MAX, PARAGRAPH_WIDTH_MAX);
    held.first_indent =
        paragraph_clamp(measure->first_indent, -PARAGRAPH_WIDTH_MAX, PARAGRAPH_WIDTH_MAX);
    struct breaker breaker = {
        .fit = fit_new(), .paragraph = paragraph, .arena = arena, .measure = &held};
    if (!break_segments(&breaker))
        break_shreds(&breaker);
    assert(breaker.lines); /* an empty paragraph, too, has one */
    out->count = breaker.count;
    out->cost = breaker.cost;
    out->lines = arena_array(arena, breaker.count, sizeof *out->lines);
    memcpy(out->lines, breaker.lines, breaker.count * sizeof *out->lines);
    free(breaker.lines);
    fit_free(breaker.fit);
}

/* Widens *widest to the segment's widest piece. */
static void widen_to_pieces(const struct text_paragraph *paragraph,
                            const struct breakpoints *segment, enum text_cuts cuts, int64_t *widest)
{
    const struct breakpoint *from = segment->items;
    for (size_t i = 1; i < segment->count; i++) {
        const struct breakpoint *to = &segment->items[i];
        if (to->written && cuts == TEXT_CUT_NONE)
            continue;
        int64_t width = breakpoint_width(paragraph, from, to);
        if (width > *widest && cuts == TEXT_CUT_WORDS) /* only now, as hyphenation is slow */
            width = breakpoint_hyphenated_width(paragraph, from, to);
        *widest = MAX(*widest, width);
        from = to;
    }
}

static pt64 round_up(int64_t fine)
{
    return paragraph_floor(fine + FINE - 1);
}

pt64 text_paragraph_min_width_over(const struct text_paragraph *paragraph, enum text_cuts cuts,
                                   pt64 known)
{
    struct breakpoints segment = {0};
    int64_t widest = (int64_t)known * FINE;
    for (size_t first = 0, end; first < paragraph->count; first = end + 1) {
        end = segment_end(paragraph, first);
        breakpoints_collect(paragraph, first, end, NULL, &segment);
        widen_to_pieces(paragraph, &segment, cuts, &widest);
    }
    free(segment.items);
    return round_up(widest);
}

pt64 text_paragraph_min_width(const struct text_paragraph *paragraph, enum text_cuts cuts)
{
    return text_paragraph_min_width_over(paragraph, cuts, 0);
}

/* Returns the fine width of the items from first up to end on one line, without outer spaces. */
static int64_t segment_width(const struct text_paragraph *paragraph, size_t first, size_t end)
{
    const struct item *items = paragraph->items;
    first = skip_spaces(paragraph, first, end);
    while (end > first && items[end - 1].kind == ITEM_SPACE)
        end--;
    return first < end ? items[end - 1].start + items[end - 1].width - items[first].start : 0;
}

pt64 text_paragraph_max_width(const struct text_paragraph *paragraph)
{
    int64_t widest = 0;
    for (size_t first = 0, end; first < paragraph->count; first = end + 1) {
        end = segment_end(paragraph, first);
        int64_t width = segment_width(paragraph, first, end);
        widest = MAX(widest, width);
    }
    return round_up(widest);
}
