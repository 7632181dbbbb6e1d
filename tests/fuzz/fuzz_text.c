/*
 * Any bytes as the text of a paragraph in any language, font, size and width: every line's runs are
 * bytes of their spans in order, and what no run shows is space or a soft hyphen.
 */
#include "fuzz.h"

#include "text/fallback.h"
#include "text/text.h"

#include <string.h>

enum { SPANS_MAX = 24, LIBRARY_LIFE = 5000 };

static struct text_library *kept;

static void free_library(void)
{
    text_library_free(kept);
    kept = NULL;
}

/* Made anew from time to time: it keeps every word it has seen. */
static struct text_library *library(void)
{
    static int uses;
    if (uses++ % LIBRARY_LIFE == 0) {
        struct diags *diags = diags_new();
        if (kept)
            free_library();
        else
            atexit(free_library);
        kept = text_library_new(NULL, diags);
        fuzz_require(kept != NULL, "there are dictionaries");
        diags_free(diags);
    }
    return kept;
}

static const struct text_font *font(bool bold, bool italic)
{
    struct diags *diags = diags_new();
    const struct text_font *found = text_font_find(kept, "Carlito", bold, italic, NULL, diags);
    fuzz_require(found != NULL, "Carlito is installed");
    diags_free(diags);
    return found;
}

static struct text_span make_span(struct fuzz *fuzz, struct text_fallback *fallback)
{
    static const char *const langs[] = {"fi", "sv", "en", "se", "", "x-odd", NULL};
    unsigned style = fuzz_byte(fuzz);
    return (struct text_span){
        .font = font(style & 1, style & 2),
        .fallback = style & 64 ? fallback : NULL,
        .no_break = (style & 12) == 12,
        .no_hyphens = style & 16,
        .tabular = style & 32,
        .lang = FUZZ_PICK(fuzz, langs),
        .font_size = (pt64)(PT(1) / 4 + fuzz_below(fuzz, 6000)),
    };
}

/* Each span has a byte for its kind or its size; the last ones take what is left. */
static size_t make_spans(struct fuzz *fuzz, struct text_fallback *fallback, struct text_span *spans)
{
    size_t count = 0;
    while (count < SPANS_MAX && fuzz->left) {
        struct text_span span = make_span(fuzz, fallback);
        unsigned size = fuzz_byte(fuzz);
        if (size == 254)
            span.kind = TEXT_SPAN_BREAK;
        if (size == 253) {
            span.kind = TEXT_SPAN_FILL;
            span.width = (pt64)fuzz_below(fuzz, 60000);
        }
        if (span.kind == TEXT_SPAN_TEXT) {
            span.text = (const char *)fuzz->at;
            span.size = size == 255 || size > fuzz->left ? fuzz->left : size;
            fuzz->at += span.size;
            fuzz->left -= span.size;
        }
        spans[count++] = span;
    }
    return count;
}

static bool is_unseen(const char *bytes, size_t size)
{
    for (size_t i = 0; i < size;) {
        if (strchr(" \t\n\r", bytes[i])) /* NUL, too */
            i++;
        else if (size - i >= 2 && memcmp(bytes + i, "\xC2\xAD", 2) == 0)
            i += 2;
        else
            return false;
    }
    return true;
}

struct reading {
    const struct text_span *spans;
    size_t span, at;
};

/* Moves to a place in a span; all that is skipped must be unseen. */
static void move(struct reading *reading, size_t span, size_t at)
{
    fuzz_require(span >= reading->span, "runs are in the order of their spans");
    for (; reading->span < span; reading->span++, reading->at = 0) {
        const struct text_span *left = &reading->spans[reading->span];
        if (left->kind == TEXT_SPAN_TEXT)
            fuzz_require(is_unseen(left->text + reading->at, left->size - reading->at),
                         "no text is lost at a span's end");
    }
    if (!at)
        return;
    fuzz_require(at >= reading->at, "runs are in the order of their text");
    fuzz_require(is_unseen(reading->spans[span].text + reading->at, at - reading->at),
                 "no text is lost between runs");
    reading->at = at;
}

static void read_run(struct reading *reading, const struct text_run *run)
{
    size_t summed = 0;
    if (run->soft_hyphen || run->fill)
        return;
    const struct text_span *span = &reading->spans[run->span];
    size_t at = (size_t)(run->text - span->text);
    fuzz_require(at <= span->size && run->text_size <= span->size - at,
                 "a run's text is its span's");
    move(reading, run->span, at);
    reading->at = at + run->text_size;
    for (size_t i = 0; i < run->glyph_count; i++)
        summed += run->glyphs[i].text_size;
    fuzz_require(summed == run->text_size, "glyphs stand for all of the run's text");
}

static void require_all_text(const struct text_span *spans, size_t count,
                             const struct text_lines *lines)
{
    struct reading reading = {.spans = spans};
    fuzz_require(lines->count > 0, "there is a line");
    for (size_t i = 0; i < lines->count; i++)
        for (size_t j = 0; j < lines->lines[i].run_count; j++)
            read_run(&reading, &lines->lines[i].runs[j]);
    move(&reading, count, 0);
}

static bool is_hyphenated(const struct text_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        if (lines->lines[i].hyphenated)
            return true;
    return false;
}

/* Lines more or fewer are exactly those asked for, or none; nothing is cheaper than the cheapest,
 * unless it has hyphens, which a paragraph that is good enough without never gets. */
static void require_looseness(const struct text_paragraph *paragraph, struct arena *arena,
                              struct text_measure measure, const struct text_lines *lines)
{
    struct text_lines cheapest = {0};
    int looser = measure.looser;
    measure.looser = 0;
    text_paragraph_break(paragraph, arena, &measure, &cheapest);
    int more = (int)lines->count - (int)cheapest.count;
    fuzz_require(more == 0 || more == looser, "as many lines more as were asked for, or none");
    fuzz_require(lines->cost >= cheapest.cost ||
                     (is_hyphenated(lines) && !is_hyphenated(&cheapest)),
                 "the cheapest lines are the cheapest");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct fuzz fuzz = {bytes, size};
    struct text_span spans[SPANS_MAX];
    struct text_measure measure = {
        .width = (pt64)fuzz_below(&fuzz, 40000),
        .first_indent = (pt64)fuzz_below(&fuzz, 10000) - 5000,
        .align = (enum text_align)fuzz_below(&fuzz, TEXT_CENTRED + 1),
    };
    unsigned ways = fuzz_below(&fuzz, 10);
    measure.hyphenate = ways & 1;
    measure.looser = (int)(ways >> 1) - 2;
    struct text_library *words = library();
    struct arena *arena = arena_new();
    struct text_lines lines = {0};
    struct text_missing missing;
    size_t count = make_spans(&fuzz, text_fallback_new(words, arena), spans);
    const struct text_paragraph *paragraph = text_paragraph_new(words, arena, spans, count);
    if (text_paragraph_find_missing(paragraph, &missing))
        fuzz_require(missing.span < count && missing.at < spans[missing.span].size,
                     "what is missing is in the text");
    pt64 least = text_paragraph_min_width(paragraph, measure.hyphenate);
    /* A piece with its hyphen may be wider than the word. */
    fuzz_require(measure.hyphenate || least <= text_paragraph_max_width(paragraph),
                 "the least width is the least");
    text_paragraph_break(paragraph, arena, &measure, &lines);
    require_all_text(spans, count, &lines);
    require_looseness(paragraph, arena, measure, &lines);
    arena_free(arena);
    return 0;
}
