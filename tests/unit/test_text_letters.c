/* text's letters: finds the characters that papers can't show, as the layout does. */
#include "text_fixture.h"

#include "base/buf.h"
#include "text/letters.h"

#include <string.h>

/* Returns letters that the caller frees. */
static struct text_letters *letters_of(struct fixture *fixture)
{
    struct text_letters *letters = text_letters_new(fixture->library);
    text_letters_add(letters, fixture->font, NULL);
    text_letters_add(letters, fixture->bold, NULL);
    text_letters_add(letters, fixture->font, NULL);
    return letters;
}

static struct text_letters_search search_of(struct text_letters *letters, const char *text)
{
    return (struct text_letters_search){.letters = letters, .text = text, .size = strlen(text)};
}

/* Checks the lacks, written as "U+XXXX at N, …". */
static void assert_lacks(struct fixture *fixture, const char *text, const char *expected)
{
    struct text_lack lack;
    struct buf found = {0};
    struct text_letters *letters = letters_of(fixture);
    struct text_letters_search search = search_of(letters, text);
    buf_string(&found, "");
    while (text_letters_next(&search, &lack))
        buf_printf(&found, "%sU+%04X at %zu", found.size ? ", " : "", (unsigned)lack.codepoint,
                   lack.at);
    assert_string_equal(found.data, expected);
    buf_free(&found);
    text_letters_free(letters);
}

static void what_the_font_has_is_not_lacking(void **state)
{
    assert_lacks(*state, "", "");
    assert_lacks(*state, "Joutsan kunta – 14\u00A0§, €, \u201Dhyvä\u201D", "");
    assert_lacks(*state, "rivi\r\n\toinen\nrivi", "");
}

/* Of what belongs together, the first lacking character stands for all. */
static void each_lacking_character_is_found(void **state)
{
    assert_lacks(*state, "a🇫🇮b 😀😀 🇫", "U+1F1EB at 1, U+1F600 at 11, U+1F600 at 15, U+1F1EB at 20");
    assert_lacks(*state, "一丁丂", "U+4E00 at 0, U+4E01 at 3, U+4E02 at 6");
    assert_lacks(*state, "\xC2\x85", "U+0085 at 0");
}

static void what_is_not_drawn_is_not_lacking(void **state)
{
    assert_lacks(*state, "kunta\u00ADyhtymä \u200B\u200D\u2060\uFE0F\u200E", "");
}

/* The font has the letter that some parts make, and the parts of some letters. */
static void parts_and_wholes(void **state)
{
    assert_lacks(*state, "A\u030A a\u0308 o\u0308\u0304", "");
    assert_lacks(*state, "\u212B \u2126", ""); /* signs that are the letters Å and Ω */
    assert_lacks(*state, "x\u20E3", "U+20E3 at 1");
    assert_lacks(*state, "\u20E3", "U+20E3 at 0");
}

/* The mark is reported, and not the letter below the mark. */
static void the_layout_finds_the_same(void **state)
{
    struct fixture *fixture = *state;
    struct text_letters *letters = letters_of(fixture);
    static const char *const texts[] = {"x\u20E3", "a🇫🇮",      "漢\u0301",
                                        "a\u0308", "\xC2\x85", "\u200B"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct text_lack lack = {0};
        struct text_missing missing;
        struct text_letters_search search = search_of(letters, texts[i]);
        const struct text_span span = {.text = texts[i],
                                       .size = strlen(texts[i]),
                                       .font = fixture->font,
                                       .font_size = PT(11),
                                       .lang = "fi"};
        text_letters_next(&search, &lack);
        text_paragraph_find_missing(text_paragraph_new(fixture->library, fixture->arena, &span, 1),
                                    &missing);
        assert_int_equal(lack.codepoint, missing.codepoint);
        assert_int_equal(lack.at, missing.at);
    }
    text_letters_free(letters);
}

/* A row of marks is looked at a few at a time, so the time grows with the length only. */
static void a_row_of_marks_ends(void **state)
{
    struct buf text = {0};
    buf_char(&text, 'a');
    for (int i = 0; i < 20000; i++)
        buf_string(&text, "\u0489");
    buf_string(&text, "\u20E3");
    assert_lacks(*state, text.data, "U+20E3 at 40001");
    buf_free(&text);
}

static void without_fonts_nothing_lacks(void **state)
{
    struct fixture *fixture = *state;
    struct text_lack lack;
    struct text_letters *letters = text_letters_new(fixture->library);
    struct text_letters_search search = search_of(letters, "😀");
    assert_false(text_letters_next(&search, &lack));
    text_letters_free(letters);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_font_has_is_not_lacking),
        cmocka_unit_test(each_lacking_character_is_found),
        cmocka_unit_test(what_is_not_drawn_is_not_lacking),
        cmocka_unit_test(parts_and_wholes),
        cmocka_unit_test(the_layout_finds_the_same),
        cmocka_unit_test(a_row_of_marks_ends),
        cmocka_unit_test(without_fonts_nothing_lacks),
    };
    return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
