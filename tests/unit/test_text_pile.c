/* text's piles: a letter is measured with its marks, and no glyph stands for more. */
#include "text_fixture.h"

#include "base/buf.h"
#include "text/pile.h"
#include "text/shape.h"

#include <string.h>

/* Returns the size of the largest pile of a text. */
static size_t largest(const char *text)
{
    struct text_pile pile = {0};
    size_t most = 0;
    while (*text) {
        text += text_pile_add(&pile, text);
        most = pile.size > most ? pile.size : most;
    }
    return most;
}

static void a_letter_has_what_stands_around_it(void **state)
{
    (void)state;
    assert_int_equal(largest(""), 0);
    assert_int_equal(largest("abc"), 1);
    assert_int_equal(largest("a\u0308b"), 3);
    assert_int_equal(largest("a\u00AD\u00ADb"), 5);
    assert_int_equal(largest("a\u00AD b\u00AD\u00AD"), 5);
    assert_int_equal(largest("\u200Ba\u200B"), 7);
    assert_int_equal(largest("\u200B\n\u200B\t\u200B a"), 3);
}

/* Joined letters are one pile, however long. */
static void joined_letters_are_one(void **state)
{
    (void)state;
    assert_int_equal(largest("👩🏽\u200D🚀x"), 15);
    assert_int_equal(largest("\u0915\u094D\u0915\u094D\u0915"), 15);
    assert_int_equal(largest("🇫🇮"), 8);
}

/* Returns the most text of a glyph in the words of a text, from each byte on. */
static size_t largest_shaped(struct fixture *fixture, const char *text)
{
    size_t most = 0, size = strlen(text);
    const struct word_style style = {.font = fixture->font,
                                     .lang = library_lang(fixture->library, "fi")};
    for (size_t from = 0; from < size; from++) {
        if (((unsigned char)text[from] & 0xC0) == 0x80)
            continue;
        struct word *word = shape_word(fixture->library, &style, text + from, size - from);
        for (size_t i = 0; i < word->glyph_count; i++)
            most = word->glyphs[i].text_size > most ? word->glyphs[i].text_size : most;
    }
    return most;
}

static void no_glyph_stands_for_more(void **state)
{
    static const char *const around[] = {"\u00AD",     "\u034F",     "\u180E", "\u200B",
                                         "\u200C",     "\u200D",     "\u2060", "\uFE0F",
                                         "\U000E0041", "\U000E0100", "\u0308", "\u0301\u200D"};
    for (size_t i = 0; i < sizeof around / sizeof *around; i++) {
        struct buf text = {0};
        buf_string(&text, "ka");
        for (int k = 0; k < 20; k++)
            buf_string(&text, around[i]);
        buf_string(&text, "u");
        for (int k = 0; k < 7; k++)
            buf_string(&text, around[i]);
        buf_string(&text, "nta");
        size_t shaped = largest_shaped(*state, text.data), pile = largest(text.data);
        assert_true(shaped > strlen(around[i]));
        assert_true(shaped <= pile);
        buf_free(&text);
    }
}

/* A row without end is measured, though not kept. */
static void a_long_row_is_measured(void **state)
{
    (void)state;
    struct buf text = {0};
    for (int i = 0; i < 100000; i++)
        buf_string(&text, "\u200D");
    buf_string(&text, "ab");
    assert_int_equal(largest(text.data), 300001);
    buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_letter_has_what_stands_around_it),
        cmocka_unit_test(joined_letters_are_one),
        cmocka_unit_test(no_glyph_stands_for_more),
        cmocka_unit_test(a_long_row_is_measured),
    };
    return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
