/*
 * Text against what is known of it: a published paragraph and its best lines, Finnish words and
 * where they may be cut, and what must never be cut.
 *
 * usage: golden_text FOLDER    With PYKALA_GOLDEN_UPDATE=1 the lines are written anew instead.
 *        golden_text --used     Reads words cut by "|" and tells what the points are.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "text/fit.h"
#include "text/hyphenate.h"
#include "text/paragraph.h"

static const char *folder;

struct fixture {
    struct diags *diags;
    struct text_library *library;
    struct arena *arena;
    const struct text_font *font;
};

static int open_fixture(void **state)
{
    struct fixture *fixture = test_calloc(1, sizeof *fixture);
    fixture->diags = diags_new();
    fixture->arena = arena_new();
    fixture->library = text_library_new(NULL, fixture->diags);
    assert_non_null(fixture->library);
    fixture->font = text_font_find(fixture->library, "Carlito", false, false, NULL, fixture->diags);
    assert_non_null(fixture->font);
    *state = fixture;
    return 0;
}

static int close_fixture(void **state)
{
    struct fixture *fixture = *state;
    text_library_free(fixture->library);
    arena_free(fixture->arena);
    diags_free(fixture->diags);
    test_free(fixture);
    return 0;
}

static const char *path_of(const struct fixture *fixture, const char *name)
{
    return arena_printf(fixture->arena, "%s/%s", folder, name);
}

static struct buf read_text(const struct fixture *fixture, const char *name)
{
    struct buf text = {0};
    assert_true(file_read(path_of(fixture, name), 1 << 20, fixture->diags, &text));
    return text;
}

/* --- The frog king: the paragraph on which Knuth and Plass show their total fit (1981) --- */

/* A paragraph, the way it is to be set, and the search for its cheapest lines. */
struct search {
    const struct text_paragraph *paragraph;
    const struct fit_measure *measure;
    const struct breakpoints *breakpoints;
    const int64_t *line; /* a square of them: the cost of each line, -1 where there can be none */
    const enum fitness *fitness;
    int64_t best;
};

/* The line that a way has come to. */
struct reached {
    size_t end, lines;
    bool ladder; /* it and the one before end in hyphens */
    enum fitness fitness;
    int64_t cost; /* of all so far */
};

static struct reached follow(const struct search *search, const struct reached *above, size_t to)
{
    const struct breakpoint *breakpoints = search->breakpoints->items;
    size_t line = above->end * search->breakpoints->count + to;
    bool ladder = breakpoints[above->end].hyphen && breakpoints[to].hyphen;
    struct reached next = {to, above->lines + 1, ladder, search->fitness[line], above->cost};
    next.cost += search->line[line] + fit_ladder_cost(search->measure, ladder, above->ladder) +
                 fit_fitness_cost(above->fitness, next.fitness);
    return next;
}

/* Goes through all ways to set the rest, but those that are dearer than one already found. */
static void try_all(struct search *search, struct reached above)
{
    size_t wanted = search->measure->lines;
    if (above.cost >= search->best || (wanted && above.lines > wanted))
        return;
    size_t count = search->breakpoints->count;
    if (above.end + 1 == count) {
        if (!wanted || above.lines == wanted)
            search->best = above.cost;
        return;
    }
    for (size_t to = count; --to > above.end;)
        if (search->line[above.end * count + to] >= 0)
            try_all(search, follow(search, &above, to));
}

/* The least cost of all ways; INT64_MAX where there is none. */
static int64_t exhaustive(struct fixture *fixture, const struct text_paragraph *paragraph,
                          const struct breakpoints *breakpoints, const struct fit_measure *measure,
                          enum fit_pass pass)
{
    const size_t count = breakpoints->count;
    const struct breakpoint *items = breakpoints->items;
    int64_t *line = arena_array(fixture->arena, count * count, sizeof *line);
    enum fitness *fitness = arena_array(fixture->arena, count * count, sizeof *fitness);
    for (size_t from = 0; from < count; from++)
        for (size_t to = from + 1; to < count; to++) {
            size_t at = from * count + to;
            line[at] = fit_line_cost(paragraph, measure, pass, &items[from], &items[to]);
            fitness[at] = fit_line_fitness(paragraph, measure, &items[from], &items[to]);
        }
    struct search search = {paragraph, measure, breakpoints, line, fitness, INT64_MAX};
    try_all(&search, (struct reached){.fitness = FITNESS_DECENT});
    return search.best;
}

static bool wants_all(void *context, uint32_t atom)
{
    (void)context;
    (void)atom;
    return true;
}

static void ignore(void *context)
{
    (void)context;
}

/* The file's text with its points (\-) as soft hyphens, or without them. */
static struct text_span frog_king(struct fixture *fixture, bool points)
{
    struct buf text = read_text(fixture, "frog-king.txt"), clean = {0};
    for (size_t i = 0; i < text.size && text.data[i] != '\n'; i++) {
        if (text.data[i] != '\\')
            buf_char(&clean, text.data[i]);
        else if (text.data[++i] == '-' && points)
            buf_string(&clean, "\u00AD");
    }
    struct text_span span = {.text = arena_strndup(fixture->arena, clean.data, clean.size),
                             .size = clean.size,
                             .font = fixture->font,
                             .font_size = PT(11),
                             .lang = "en"};
    buf_free(&text);
    buf_free(&clean);
    return span;
}

static void write_line(const struct text_line *line, struct buf *out)
{
    for (size_t i = 0; i < line->run_count; i++) {
        const struct text_run *run = &line->runs[i];
        for (size_t k = 0; k < run->text_size; k++)
            if ((unsigned char)run->text[k] == 0xC2 && (unsigned char)run->text[k + 1] == 0xAD)
                k++;
            else
                buf_char(out, run->text[k]);
        if (run->soft_hyphen)
            buf_char(out, '-');
    }
    buf_char(out, '\n');
}

/* Set in a number of lines that is not the cheapest, it is set at least cost, too, or not at all.
 */
static void check_count(struct fixture *fixture, const struct text_paragraph *paragraph,
                        const struct fit_measure *measure)
{
    struct fit *fit = fit_new();
    for (enum fit_pass pass = FIT_STRICT; pass <= FIT_HYPHENS; pass += FIT_HYPHENS - FIT_STRICT) {
        bool chosen = fit_choose(fit, paragraph, 0, paragraph->count, measure, pass);
        int64_t least = exhaustive(fixture, paragraph, fit_breakpoints(fit), measure, pass);
        assert_int_equal(chosen, least < INT64_MAX);
        if (!chosen)
            continue;
        assert_int_equal(fit_total(fit), least);
        assert_int_equal(fit_lines(fit), measure->lines);
    }
    fit_free(fit);
}

/* Chooses at least cost. Returns the number of lines. */
static size_t check_choice(struct fixture *fixture, const struct text_paragraph *paragraph,
                           const struct fit_measure *measure, enum fit_pass *pass, int64_t *total)
{
    struct fit *fit = fit_new();
    *pass = FIT_STRICT;
    if (!fit_choose(fit, paragraph, 0, paragraph->count, measure, *pass))
        assert_true(fit_choose(fit, paragraph, 0, paragraph->count, measure, *pass = FIT_HYPHENS));
    *total = fit_total(fit);
    assert_int_equal(exhaustive(fixture, paragraph, fit_breakpoints(fit), measure, *pass), *total);
    if (*pass == FIT_HYPHENS) { /* nor was anything lost by not looking at every point */
        const struct breakpoint_visitor all = {HYPHEN_SYLLABLE, wants_all, ignore, NULL};
        struct breakpoints points = {0};
        breakpoints_collect(paragraph, 0, paragraph->count, &all, &points);
        assert_int_equal(exhaustive(fixture, paragraph, &points, measure, *pass), *total);
        free(points.items);
    }
    size_t lines = fit_lines(fit);
    fit_free(fit);
    return lines;
}

static void set_frog_king(struct fixture *fixture, struct text_measure measure, struct buf *out)
{
    struct text_span span = frog_king(fixture, measure.hyphenate);
    struct text_paragraph *paragraph =
        text_paragraph_new(fixture->library, fixture->arena, &span, 1);
    struct fit_measure fit = {.width = (int64_t)measure.width * FINE,
                              .first_width = (int64_t)measure.width * FINE,
                              .narrow = (int64_t)FIT_NARROW_EMS * PT(11) * FINE,
                              .justified = measure.align == TEXT_JUSTIFIED,
                              .hyphenate = measure.hyphenate};
    enum fit_pass pass;
    int64_t total;
    size_t chosen = check_choice(fixture, paragraph, &fit, &pass, &total);
    for (int more = -1; more <= 1; more += 2) {
        fit.lines = (size_t)((int)chosen + more);
        check_count(fixture, paragraph, &fit);
    }
    struct text_lines lines;
    text_paragraph_break(paragraph, fixture->arena, &measure, &lines);
    buf_printf(out, "%s %d pt, %s: %zu lines, %lld\n", fit.justified ? "justified" : "ragged",
               (int)(measure.width / 64), pass == FIT_STRICT ? "whole words" : "with hyphens",
               lines.count, (long long)total);
    for (size_t i = 0; i < lines.count; i++)
        write_line(&lines.lines[i], out);
    buf_char(out, '\n');
}

static void the_frog_king_is_set_at_least_cost(void **state)
{
    static const int widths[] = {160, 180, 200, 240, 280, 320, 360, 400};
    struct fixture *fixture = *state;
    struct buf made = {0};
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
        for (int way = 0; way < 2; way++)
            set_frog_king(fixture,
                          (struct text_measure){.width = PT(widths[i]),
                                                .align = way ? TEXT_RAGGED : TEXT_JUSTIFIED,
                                                .hyphenate = true},
                          &made);
    if (getenv("PYKALA_GOLDEN_UPDATE"))
        assert_true(
            file_write(path_of(fixture, "frog-king.lines"), made.data, made.size, fixture->diags));
    struct buf kept = read_text(fixture, "frog-king.lines");
    assert_string_equal(made.data, kept.data);
    buf_free(&kept);
    buf_free(&made);
}

/* --- Finnish words and where they may be cut --- */

/* A line of words.txt: the word, and "|" or "-" before the byte where it may be cut. */
struct listed {
    char word[128], marks[128];
    size_t size;
};

static struct listed read_listed(const char *line, size_t size)
{
    struct listed listed = {.size = 0};
    assert_in_range(size, 1, sizeof listed.word - 2);
    for (size_t i = 0; i < size; i++)
        if (line[i] == '|' || line[i] == '-')
            listed.marks[listed.size] = line[i];
        else
            listed.word[listed.size++] = line[i];
    return listed;
}

/* How many points there are in the list, and how many of them are made. */
struct coverage {
    int words, points, points_made, joints, joints_made, joints_wrong;
};

static const struct hyphens *hyphens_of(struct fixture *fixture, const char *text, size_t size)
{
    const struct word_style style = {.font = fixture->font,
                                     .lang = library_lang(fixture->library, "fi")};
    struct word *word = shape_word(fixture->library, &style, text, size);
    return hyphenate_word(fixture->library, word);
}

static void check_listed(struct fixture *fixture, const struct listed *listed,
                         struct coverage *coverage)
{
    const struct hyphens *hyphens = hyphens_of(fixture, listed->word, listed->size);
    coverage->words++;
    for (size_t i = 0; i < listed->size; i++) {
        coverage->points += listed->marks[i] != 0;
        coverage->joints += listed->marks[i] == '|';
    }
    for (size_t i = 0; i < hyphens->count; i++) {
        const struct hyphen_point *point = &hyphens->points[i];
        char mark = listed->marks[point->end];
        bool joint = point->level == HYPHEN_COMPOUND;
        if (!mark)
            fail_msg("%s is cut before byte %d", listed->word, point->end);
        coverage->points_made++;
        coverage->joints_made += joint && mark == '|';
        coverage->joints_wrong += joint && mark != '|';
    }
}

/* Calls for each line of the file that is no comment. */
static void each_line(struct fixture *fixture, const char *name, void *context,
                      void (*call)(struct fixture *, const char *, size_t, void *))
{
    struct buf text = read_text(fixture, name);
    for (size_t at = 0; at < text.size;) {
        size_t size = strcspn(text.data + at, "\n");
        if (size && text.data[at] != '#')
            call(fixture, text.data + at, size, context);
        at += size + 1;
    }
    buf_free(&text);
}

static void check_word_line(struct fixture *fixture, const char *line, size_t size, void *context)
{
    struct listed listed = read_listed(line, size);
    check_listed(fixture, &listed, context);
}

static void no_word_is_cut_wrongly(void **state)
{
    struct coverage coverage = {0};
    each_line(*state, "words.txt", &coverage, check_word_line);
    print_message("%d words: %d of %d points, %d of %d between parts of compounds\n",
                  coverage.words, coverage.points_made, coverage.points, coverage.joints_made,
                  coverage.joints);
    assert_true(coverage.words >= 500);
    assert_true(coverage.points_made * 100 >= coverage.points * 90);
    assert_true(coverage.joints_made * 100 >= coverage.joints * 95);
    /* The dictionary reads voimassa and voimaan as compounds with voi, butter. */
    assert_true(coverage.joints_wrong <= 3);
}

/* --- What is not plain words --- */

/* Whether a line may end before a byte of the text. */
struct loose {
    char text[512];
    bool may_end[512], ends[512];
    size_t size;
};

static struct loose read_loose(const char *line, size_t size)
{
    static const char mark[] = "¦";
    struct loose loose = {.size = 0};
    assert_in_range(size, 1, sizeof loose.text - 1);
    for (size_t i = 0; i < size;)
        if (strncmp(line + i, mark, sizeof mark - 1) == 0) {
            loose.may_end[loose.size] = true;
            i += sizeof mark - 1;
        } else {
            loose.text[loose.size++] = line[i++];
        }
    return loose;
}

static void note_ends(struct fixture *fixture, struct loose *loose,
                      const struct text_paragraph *paragraph, pt64 width)
{
    struct text_lines lines;
    text_paragraph_break(paragraph, fixture->arena,
                         &(struct text_measure){.width = width, .hyphenate = true}, &lines);
    for (size_t i = 0; i + 1 < lines.count; i++) {
        const struct text_line *line = &lines.lines[i];
        const struct text_run *last = &line->runs[line->run_count - 1];
        if (last->space_after || last->soft_hyphen) /* words are tested above */
            continue;
        size_t end = (size_t)(last->text + last->text_size - loose->text);
        if (!loose->may_end[end])
            fail_msg("%s is cut at \"%s\"", loose->text, loose->text + end);
        loose->ends[end] = true;
    }
}

static void check_loose_line(struct fixture *fixture, const char *line, size_t size, void *context)
{
    struct loose loose = read_loose(line, size);
    struct text_span span = {.text = loose.text,
                             .size = loose.size,
                             .font = fixture->font,
                             .font_size = PT(11),
                             .lang = "fi"};
    struct text_paragraph *paragraph =
        text_paragraph_new(fixture->library, fixture->arena, &span, 1);
    pt64 most = text_paragraph_max_width(paragraph);
    for (pt64 width = text_paragraph_min_width(paragraph, TEXT_CUT_WRITTEN); width < most;
         width += PT(2))
        note_ends(fixture, &loose, paragraph, width);
    /* Behind a written hyphen a line ends as a last resort alone. */
    for (size_t i = 1; i < loose.size; i++)
        if (loose.may_end[i] && !loose.ends[i] && loose.text[i - 1] != '-' &&
            strncmp(loose.text + i - 2, "- ", 2) != 0)
            fail_msg("%s is never cut at \"%s\"", loose.text, loose.text + i);
    ++*(int *)context;
}

static void what_is_no_word_stays_whole(void **state)
{
    int lines = 0;
    each_line(*state, "loose.txt", &lines, check_loose_line);
    assert_true(lines >= 10);
}

/* --- Where the words of papers are cut (hyphens_used.sh) --- */

/* The level of the point at which a word of a paper was cut. */
static enum hyphen_level used_level(struct fixture *fixture, const char *line, size_t size)
{
    const char *cut = memchr(line, '|', size);
    assert_non_null(cut);
    size_t before = (size_t)(cut - line);
    const char *word = arena_printf(fixture->arena, "%.*s%.*s", (int)before, line,
                                    (int)(size - before - 1), cut + 1);
    const struct hyphens *hyphens = hyphens_of(fixture, word, size - 1);
    for (size_t i = 0; i < hyphens->count; i++)
        if (hyphens->points[i].end == before)
            return hyphens->points[i].level;
    return HYPHEN_NONE;
}

static void words_of_papers_are_cut_well(void **state)
{
    int used[HYPHEN_COMPOUND + 1] = {0};
    char line[512];
    while (fgets(line, sizeof line, stdin)) {
        enum hyphen_level level = used_level(*state, line, strcspn(line, "\n"));
        if (level < HYPHEN_SYLLABLE)
            print_message("not by the dictionary: %s", line);
        used[level]++;
    }
    print_message("%d words are cut between parts of a compound, %d between other syllables\n",
                  used[HYPHEN_COMPOUND], used[HYPHEN_SYLLABLE]);
    assert_int_equal(used[HYPHEN_NONE] + used[HYPHEN_EMERGENCY], 0);
    assert_true(used[HYPHEN_COMPOUND] > used[HYPHEN_SYLLABLE]);
}

static int test_used(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(words_of_papers_are_cut_well)};
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}

int main(int count, char **arguments)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_frog_king_is_set_at_least_cost),
        cmocka_unit_test(no_word_is_cut_wrongly),
        cmocka_unit_test(what_is_no_word_stays_whole),
    };
    if (count > 1 && strcmp(arguments[1], "--used") == 0)
        return test_used();
    folder = count > 1 ? arguments[1] : "tests/golden/text";
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
