/* text's fallback: what a font lacks is set from the next one that has it. */
#include "text_fixture.h"

#include "base/buf.h"
#include "text/fallback.h"
#include "text/letters.h"
#include "text/loans.h"

#include <string.h>

static struct text_fallback *usual(struct fixture *fixture)
{
    return text_fallback_new(fixture->library, fixture->arena);
}

static struct text_paragraph *paragraph_in(struct fixture *fixture, const struct text_font *font,
                                           struct text_fallback *fallback, const char *text)
{
    const struct text_span span = {.text = text,
                                   .size = strlen(text),
                                   .font = font,
                                   .fallback = fallback,
                                   .font_size = PT(11),
                                   .lang = "fi"};
    return text_paragraph_new(fixture->library, fixture->arena, &span, 1);
}

static struct text_lines lines_of(struct fixture *fixture, const struct text_paragraph *paragraph,
                                  pt64 width)
{
    const struct text_measure measure = {.width = width, .hyphenate = true};
    struct text_lines lines;
    text_paragraph_break(paragraph, fixture->arena, &measure, &lines);
    return lines;
}

/* Checks the runs of the lines, written as "text (font)", lines apart by a stroke. */
static void assert_runs(const struct text_lines *lines, const char *expected)
{
    struct buf runs = {0};
    buf_string(&runs, "");
    for (size_t i = 0; i < lines->count; i++)
        for (size_t k = 0; k < lines->lines[i].run_count; k++) {
            const struct text_run *run = &lines->lines[i].runs[k];
            buf_printf(&runs, "%s%.*s (%s)",
                       !runs.size ? ""
                       : k        ? ", "
                                  : " | ",
                       (int)run->text_size, run->text, text_font_name(run->font));
        }
    assert_string_equal(runs.data, expected);
    buf_free(&runs);
}

static void assert_set(struct fixture *fixture, struct text_fallback *fallback, const char *text,
                       const char *expected)
{
    const struct text_paragraph *paragraph = paragraph_in(fixture, fixture->font, fallback, text);
    struct text_missing missing;
    assert_false(text_paragraph_find_missing(paragraph, &missing));
    const struct text_lines lines = lines_of(fixture, paragraph, PT(400));
    assert_runs(&lines, expected);
}

static void what_the_font_lacks_comes_from_the_next(void **state)
{
    struct fixture *fixture = *state;
    assert_set(fixture, usual(fixture), "rasti ✓ ja",
               "rasti  (Carlito), ✓ (DejaVuSans),  ja (Carlito)");
    assert_set(fixture, usual(fixture), "a✓☐b", "a (Carlito), ✓☐ (DejaVuSans), b (Carlito)");
}

static void a_bold_text_is_lent_a_bold_font(void **state)
{
    struct fixture *fixture = *state;
    const struct text_lines lines =
        lines_of(fixture, paragraph_in(fixture, fixture->bold, usual(fixture), "✓"), PT(400));
    assert_runs(&lines, "✓ (DejaVuSans-Bold)");
}

/* Carlito has no U+0301 for the letter q, which therefore comes with it from the other font. */
static void a_letter_and_its_mark_stay_in_one_font(void **state)
{
    struct fixture *fixture = *state;
    assert_set(fixture, usual(fixture), "aq\u0301b",
               "a (Carlito), q\u0301 (DejaVuSans), b (Carlito)");
    assert_set(fixture, usual(fixture), "e\u0301", "e\u0301 (Carlito)");
}

static void a_theme_s_families_come_first(void **state)
{
    struct fixture *fixture = *state;
    struct text_fallback *fallback = usual(fixture);
    assert_true(text_fallback_add(fallback, "DejaVu Serif", NULL, fixture->diags));
    assert_true(text_fallback_add(fallback, "DejaVu Sans Mono", NULL, fixture->diags));
    assert_set(fixture, fallback, "↣✓", "↣ (DejaVuSerif), ✓ (DejaVuSansMono)");
}

static void a_theme_s_family_that_is_missing_is_told(void **state)
{
    struct fixture *fixture = *state;
    assert_false(
        text_fallback_add(usual(fixture), "No Such Family", "fonts-no-such", fixture->diags));
    assert_int_equal(diags_at(fixture->diags, 0)->rule, RULE_FONT_MISSING);
    assert_non_null(strstr(diags_at(fixture->diags, 0)->hint, "fonts-no-such"));
    diags_clear(fixture->diags);
}

static void what_no_font_has_is_missing_at_its_byte(void **state)
{
    struct fixture *fixture = *state;
    struct text_missing missing;
    assert_true(text_paragraph_find_missing(
        paragraph_in(fixture, fixture->font, usual(fixture), "✓ a✓\U00013000b"), &missing));
    assert_int_equal(missing.codepoint, 0x13000);
    assert_int_equal(missing.at, strlen("✓ a✓"));
}

/* The widths of the runs are of their own fonts, whose units differ: each begins where the one
 * before ends. */
static void runs_follow_each_other(void **state)
{
    struct fixture *fixture = *state;
    const struct text_lines lines = lines_of(
        fixture, paragraph_in(fixture, fixture->font, usual(fixture), "kunta ✓ja ☐kunta"), PT(400));
    const struct text_line *line = &lines.lines[0];
    assert_int_equal(line->run_count, 5);
    for (size_t i = 0; i + 1 < line->run_count; i++) {
        const struct text_run *run = &line->runs[i];
        int64_t units = 0;
        for (size_t k = 0; k < run->glyph_count; k++)
            units += run->glyphs[k].advance;
        assert_in_range(run->width, text_font_scale(run->font, units, PT(11)) - 1,
                        text_font_scale(run->font, units, PT(11)) + 1);
        assert_int_equal(run->x + run->width, line->runs[i + 1].x);
    }
}

/* A sign from another font is no letter: the word beside it is hyphenated as without it. */
static void words_beside_are_hyphenated(void **state)
{
    struct fixture *fixture = *state;
    const struct text_lines lines = lines_of(
        fixture, paragraph_in(fixture, fixture->font, usual(fixture), "☐ yhteistyösopimus☐"),
        PT(80));
    assert_int_equal(lines.count, 2);
    assert_true(lines.lines[0].hyphenated);
    assert_false(lines.lines[1].overfull);
}

/* What check asks of a text's bytes and what the layout sets agree. */
static void letters_know_who_lends(void **state)
{
    struct fixture *fixture = *state;
    struct text_letters *letters = text_letters_new(fixture->library);
    text_letters_add(letters, fixture->font, text_fallback_new(fixture->library, fixture->arena));
    const char *text = "a ✓ q\u0301 \U00013000";
    struct text_letters_search search = {.letters = letters, .text = text, .size = strlen(text)};
    struct text_lack lack;
    assert_true(text_letters_next(&search, &lack));
    assert_string_equal(text_font_name(lack.lender), "DejaVuSans");
    assert_int_equal(lack.at, 2);
    assert_int_equal(lack.size, strlen("✓"));
    assert_true(text_letters_next(&search, &lack));
    assert_string_equal(text_font_name(lack.lender), "DejaVuSans");
    assert_int_equal(lack.size, strlen("q\u0301"));
    assert_true(text_letters_next(&search, &lack));
    assert_null(lack.lender);
    assert_int_equal(lack.codepoint, 0x13000);
    assert_false(text_letters_next(&search, &lack));
    text_letters_free(letters);
}

/* --- The remark --- */

static void a_remark_names_each_loan_once(void **state)
{
    struct fixture *fixture = *state;
    struct text_loans *loans = text_loans_new(fixture->arena);
    const struct diag_place place = {.file = "a.xhtml", .line = 7};
    text_loans_tell(loans, NULL, fixture->diags);
    assert_int_equal(diags_count(fixture->diags), 0);
    text_loans_add(loans, fixture->bold, "✓☐", strlen("✓☐"), place);
    text_loans_add(loans, fixture->font, "☐", strlen("☐"), (struct diag_place){.file = "b.xhtml"});
    assert_true(text_loans_have(loans, fixture->bold, "☐", strlen("☐")));
    assert_false(text_loans_have(loans, fixture->bold, "☐☑", strlen("☐☑")));
    text_loans_tell(loans, NULL, fixture->diags);
    assert_int_equal(diags_count(fixture->diags), 1);
    const struct diag *diag = diags_at(fixture->diags, 0);
    assert_int_equal(diag->severity, DIAG_INFO);
    assert_int_equal(diag->place.line, 7);
    assert_non_null(strstr(diag->message, ": \"✓\" \"☐\" (Carlito)"));
    diags_clear(fixture->diags);
}

static void a_remark_leaves_out_what_is_known(void **state)
{
    struct fixture *fixture = *state;
    struct text_loans *loans = text_loans_new(fixture->arena);
    struct text_loans *known = text_loans_new(fixture->arena);
    text_loans_add(known, fixture->font, "✓", strlen("✓"), (struct diag_place){0});
    text_loans_add_all(loans, known);
    text_loans_tell(loans, known, fixture->diags);
    assert_int_equal(diags_count(fixture->diags), 0);
    text_loans_add(loans, fixture->font, "☐", strlen("☐"), (struct diag_place){.line = 3});
    text_loans_tell(loans, known, fixture->diags);
    assert_int_equal(diags_count(fixture->diags), 1);
    assert_int_equal(diags_at(fixture->diags, 0)->place.line, 3);
    assert_null(strstr(diags_at(fixture->diags, 0)->message, "✓"));
    diags_clear(fixture->diags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_font_lacks_comes_from_the_next),
        cmocka_unit_test(a_bold_text_is_lent_a_bold_font),
        cmocka_unit_test(a_letter_and_its_mark_stay_in_one_font),
        cmocka_unit_test(a_theme_s_families_come_first),
        cmocka_unit_test(a_theme_s_family_that_is_missing_is_told),
        cmocka_unit_test(what_no_font_has_is_missing_at_its_byte),
        cmocka_unit_test(runs_follow_each_other),
        cmocka_unit_test(words_beside_are_hyphenated),
        cmocka_unit_test(letters_know_who_lends),
        cmocka_unit_test(a_remark_names_each_loan_once),
        cmocka_unit_test(a_remark_leaves_out_what_is_known),
    };
    return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
