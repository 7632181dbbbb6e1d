#include "base/memory.h"
#include "text/fit.h"
#include "text/line.h"
#include "text/paragraph.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LOOSE_LINES = 100 }; /* to count lines takes memory for each */

/* Work of text_paragraph_break. */
struct breaker {
    const struct text_paragraph *paragraph;
    struct arena *arena;
    const struct text_measure *measure;
    struct text_line *lines;
    size_t count, capacity;
    int64_t cost;
};

/* The atoms of a segment end where a forced break or the paragraph does. */
static size_t segment_end(const struct text_paragraph *paragraph, size_t first)
{
    while (first < paragraph->count && paragraph->atoms[first].kind != ATOM_BREAK)
        first++;
    return first;
}

static void add_line(struct breaker *breaker, struct text_line line)
{
    memory_grow((void **)&breaker->lines, breaker->count, &breaker->capacity,
                sizeof *breaker->lines);
    breaker->lines[breaker->count++] = line;
}

/* A few words of the paragraph's first font size. */
static int64_t narrow_measure(const struct text_paragraph *paragraph)
{
    pt64 size = paragraph->span_count ? paragraph->spans[0].font_size : 0;
    return (int64_t)(size > 0 ? size : 1) * FIT_NARROW_EMS * FINE;
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
 * First without hyphens; then with them where a line would be left too short or too loose; and at
 * the points of last resort where one would be too wide.
 */
static void choose_cheapest(const struct breaker *breaker, size_t first, size_t end)
{
    const struct text_paragraph *paragraph = breaker->paragraph;
    const struct fit_measure measure = fit_measure(breaker);
    const bool hyphenate = measure.hyphenate;
    if (fit_choose(paragraph, first, end, &measure, hyphenate ? FIT_STRICT : FIT_NATURAL))
        return;
    if (hyphenate && fit_choose(paragraph, first, end, &measure, FIT_HYPHENS))
        return;
    fit_choose(paragraph, first, end, &measure, FIT_EMERGENCY);
}

/* With so many lines more than were chosen; false where that takes a bad line. */
static bool choose_looser(const struct breaker *breaker, size_t first, size_t end)
{
    const struct text_paragraph *paragraph = breaker->paragraph;
    struct fit_measure measure = fit_measure(breaker);
    int64_t lines = (int64_t)paragraph->library->scratch.chosen_count + breaker->measure->looser;
    if (lines < 1 || lines > MOST_LOOSE_LINES || first > 0 || end < paragraph->count)
        return false;
    measure.lines = (size_t)lines;
    return fit_choose(paragraph, first, end, &measure, FIT_STRICT) ||
           (measure.hyphenate && fit_choose(paragraph, first, end, &measure, FIT_HYPHENS));
}

static void choose(struct breaker *breaker, size_t first, size_t end)
{
    choose_cheapest(breaker, first, end);
    if (breaker->measure->looser && !choose_looser(breaker, first, end))
        choose_cheapest(breaker, first, end);
    breaker->cost += fit_total(breaker->paragraph);
}

static void build_lines(struct breaker *breaker)
{
    const struct fit_scratch *scratch = &breaker->paragraph->library->scratch;
    const struct text_measure *measure = breaker->measure;
    size_t from = 0;
    for (size_t i = 0; i < scratch->chosen_count; i++) {
        pt64 indent = breaker->count ? 0 : measure->first_indent;
        size_t to = scratch->chosen[i];
        struct line_frame frame = {indent, measure->width - indent, measure->align,
                                   i + 1 == scratch->chosen_count};
        add_line(breaker, line_build(breaker->paragraph, breaker->arena, &scratch->candidates[from],
                                     &scratch->candidates[to], &frame));
        from = to;
    }
}

static bool is_blank(const struct text_paragraph *paragraph, size_t first, size_t end)
{
    while (first < end && paragraph->atoms[first].kind == ATOM_SPACE)
        first++;
    return first == end;
}

/* A forced break at the very end makes no further line, as in HTML. */
static void break_segments(struct breaker *breaker)
{
    const struct text_paragraph *paragraph = breaker->paragraph;
    size_t first = 0;
    do {
        size_t end = segment_end(paragraph, first);
        if (!is_blank(paragraph, first, end)) {
            choose(breaker, first, end);
            build_lines(breaker);
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
    struct breaker breaker = {.paragraph = paragraph, .arena = arena, .measure = &held};
    break_segments(&breaker);
    assert(breaker.lines); /* an empty paragraph, too, has one */
    out->count = breaker.count;
    out->cost = breaker.cost;
    out->lines = arena_array(arena, breaker.count, sizeof *out->lines);
    memcpy(out->lines, breaker.lines, breaker.count * sizeof *out->lines);
    free(breaker.lines);
}

/* The fine width of the segment's widest piece. */
static int64_t widest_piece(const struct text_paragraph *paragraph, size_t first, size_t end,
                            bool hyphenate, int64_t widest)
{
    const struct fit_scratch *scratch = &paragraph->library->scratch;
    candidates_collect(paragraph, first, end, NULL);
    for (size_t i = 1; i < scratch->count; i++) {
        const struct candidate *from = &scratch->candidates[i - 1], *to = from + 1;
        int64_t width = candidate_width(paragraph, from, to);
        if (width > widest && hyphenate) /* only now, as hyphenation is slow */
            width = candidate_hyphenated_width(paragraph, from, to);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static pt64 round_up(int64_t fine)
{
    return paragraph_floor(fine + FINE - 1);
}

pt64 text_paragraph_min_width_over(const struct text_paragraph *paragraph, bool hyphenate,
                                   pt64 known)
{
    int64_t widest = (int64_t)known * FINE;
    for (size_t first = 0; first < paragraph->count;) {
        size_t end = segment_end(paragraph, first);
        widest = widest_piece(paragraph, first, end, hyphenate, widest);
        first = end + 1;
    }
    return round_up(widest);
}

pt64 text_paragraph_min_width(const struct text_paragraph *paragraph, bool hyphenate)
{
    return text_paragraph_min_width_over(paragraph, hyphenate, 0);
}

pt64 text_paragraph_max_width(const struct text_paragraph *paragraph)
{
    const struct fit_scratch *scratch = &paragraph->library->scratch;
    int64_t widest = 0;
    for (size_t first = 0; first < paragraph->count;) {
        size_t end = segment_end(paragraph, first);
        candidates_collect(paragraph, first, end, NULL);
        if (scratch->count) {
            int64_t width = candidate_width(paragraph, &scratch->candidates[0],
                                            &scratch->candidates[scratch->count - 1]);
            widest = width > widest ? width : widest;
        }
        first = end + 1;
    }
    return round_up(widest);
}
