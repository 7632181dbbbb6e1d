#include "base/memory.h"
#include "base/minmax.h"
#include "text/fit.h"
#include "text/line.h"
#include "text/paragraph.h"

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
 * too loose; and at the points of last resort where one would be too wide.
 */
static void choose_cheapest(const struct breaker *breaker, size_t first, size_t end)
{
    const struct text_paragraph *paragraph = breaker->paragraph;
    const struct fit_measure measure = fit_measure(breaker);
    const enum fit_pass without = measure.hyphenate ? FIT_STRICT : FIT_NATURAL;
    if (!fit_choose(breaker->fit, paragraph, first, end, &measure, without) &&
        !(measure.hyphenate &&
          fit_choose(breaker->fit, paragraph, first, end, &measure, FIT_HYPHENS)))
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

static void choose(struct breaker *breaker, size_t first, size_t end)
{
    choose_cheapest(breaker, first, end);
    if (breaker->measure->looser && !choose_looser(breaker, first, end))
        choose_cheapest(breaker, first, end);
    breaker->cost += fit_total(breaker->fit);
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

/* Has a space stand at the end of the last line: what is behind a forced break is another word. */
static void part_words(const struct breaker *breaker)
{
    const struct text_line *line = &breaker->lines[breaker->count - 1];
    line->runs[line->run_count - 1].space_after = true;
}

/* Sets all segments. A forced break at the very end makes no further line, as in HTML. */
static void break_segments(struct breaker *breaker)
{
    const struct text_paragraph *paragraph = breaker->paragraph;
    size_t first = 0;
    do {
        size_t end = segment_end(paragraph, first);
        if (skip_spaces(paragraph, first, end) < end) {
            choose(breaker, first, end);
            build_lines(breaker);
            if (end < paragraph->count)
                part_words(breaker);
        } else if (end < paragraph->count || !breaker->count) {
            add_line(breaker, (struct text_line){0});
        }
        first = end + 1;
    } while (first <= paragraph->count);
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
    break_segments(&breaker);
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
                            const struct breakpoints *segment, bool hyphenate, int64_t *widest)
{
    for (size_t i = 1; i < segment->count; i++) {
        const struct breakpoint *from = &segment->items[i - 1], *to = from + 1;
        int64_t width = breakpoint_width(paragraph, from, to);
        if (width > *widest && hyphenate) /* only now, as hyphenation is slow */
            width = breakpoint_hyphenated_width(paragraph, from, to);
        *widest = MAX(*widest, width);
    }
}

static pt64 round_up(int64_t fine)
{
    return paragraph_floor(fine + FINE - 1);
}

pt64 text_paragraph_min_width_over(const struct text_paragraph *paragraph, bool hyphenate,
                                   pt64 known)
{
    struct breakpoints segment = {0};
    int64_t widest = (int64_t)known * FINE;
    for (size_t first = 0, end; first < paragraph->count; first = end + 1) {
        end = segment_end(paragraph, first);
        breakpoints_collect(paragraph, first, end, NULL, &segment);
        widen_to_pieces(paragraph, &segment, hyphenate, &widest);
    }
    free(segment.items);
    return round_up(widest);
}

pt64 text_paragraph_min_width(const struct text_paragraph *paragraph, bool hyphenate)
{
    return text_paragraph_min_width_over(paragraph, hyphenate, 0);
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
