#include "text_fixture.h"

#include "text/library.h"
#include "text/shape.h"

#include <string.h>

static const struct word *shape(struct fixture *fixture, const char *text)
{
    return shape_word(fixture->library, fixture->font, library_lang(fixture->library, "fi"), false,
                      text, strlen(text));
}

static void kerning_is_applied(void **state)
{
    const struct word *pair = shape(*state, "AV");
    int64_t apart = shape(*state, "A")->advance + shape(*state, "V")->advance;
    assert_true(pair->advance < apart);
}

static void same_text_is_shaped_once(void **state)
{
    struct fixture *fixture = *state;
    const struct word *word = shape(fixture, "kunta");
    assert_ptr_equal(shape(fixture, "kunta"), word);
    const struct word *other_lang = shape_word(
        fixture->library, fixture->font, library_lang(fixture->library, "sv"), false, "kunta", 5);
    const struct word *other_font = shape_word(
        fixture->library, fixture->bold, library_lang(fixture->library, "fi"), false, "kunta", 5);
    assert_ptr_not_equal(other_lang, word);
    assert_ptr_not_equal(other_font, word);
    assert_true(other_font->advance != word->advance);
}

static size_t text_bytes(const struct word *word)
{
    size_t bytes = 0;
    for (size_t i = 0; i < word->glyph_count; i++)
        bytes += word->glyphs[i].text_size;
    return bytes;
}

/* Carlito joins t and i. */
static void a_ligature_stands_for_its_letters(void **state)
{
    const struct word *word = shape(*state, "ti");
    assert_int_equal(word->glyph_count, 1);
    assert_int_equal(word->glyphs[0].text_size, 2);
}

static void glyphs_stand_for_all_bytes(void **state)
{
    static const char *const words[] = {"yhteistyö", "a\u0308", "\u00ADyht\u00ADeis\u00AD",
                                        "14\u00A0§", "\u200B",  "\xFF\xC3(",
                                        "toimi\xE4"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const struct word *word = shape(*state, words[i]);
        if (word->glyph_count)
            assert_int_equal(text_bytes(word), strlen(words[i]));
    }
}

static void missing_characters_are_found(void **state)
{
    assert_int_equal(shape(*state, "sopimus")->missing, 0);
    assert_int_equal(shape(*state, "so\u4E00pi")->missing, 0x4E00);
    assert_int_equal(shape(*state, "14\u00A0§")->missing, 0);
    assert_int_equal(shape(*state, "kunta\u00ADyhtymä")->missing, 0);
}

static void many_words_stay_apart(void **state)
{
    struct fixture *fixture = *state;
    const struct word *first = shape(fixture, "w0");
    for (int i = 1; i < 10000; i++)
        shape(fixture, arena_printf(fixture->arena, "w%d", i));
    assert_ptr_equal(shape(fixture, "w0"), first);
    assert_memory_equal(shape(fixture, "w9999")->text, "w9999", 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kerning_is_applied),
        cmocka_unit_test(same_text_is_shaped_once),
        cmocka_unit_test(a_ligature_stands_for_its_letters),
        cmocka_unit_test(glyphs_stand_for_all_bytes),
        cmocka_unit_test(missing_characters_are_found),
        cmocka_unit_test(many_words_stay_apart),
    };
    return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
