#include "text_fixture.h"

#include "base/buf.h"
#include "text/library.h"
#include "text/shape.h"

#include <string.h>

static struct word_style style_of(struct fixture *fixture, const char *lang)
{
    return (struct word_style){.font = fixture->font, .lang = library_lang(fixture->library, lang)};
}

static const struct word *shape_in(struct fixture *fixture, struct word_style style,
                                   const char *text)
{
    return shape_word(fixture->library, &style, text, strlen(text));
}

static const struct word *shape(struct fixture *fixture, const char *text)
{
    return shape_in(fixture, style_of(fixture, "fi"), text);
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
    const struct word *other_lang = shape_in(fixture, style_of(fixture, "sv"), "kunta");
    struct word_style bold = style_of(fixture, "fi");
    bold.font = fixture->bold;
    const struct word *other_font = shape_in(fixture, bold, "kunta");
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

/* Else the text of the glyphs after the word would be taken from the wrong place. */
static void a_word_that_shows_nothing_has_a_glyph(void **state)
{
    const struct word *word = shape(*state, "\xC2\xAD\xE2\x80\x8B");
    assert_int_equal(text_bytes(word), 5);
    assert_int_equal(word->advance, 0);
}

/* Writes each glyph's letters, "|" between glyphs. */
static void write_glyphs(const struct word *word, struct buf *out)
{
    size_t at = 0;
    buf_clear(out);
    for (size_t i = 0; i < word->glyph_count; i++) {
        if (i && word->glyphs[i].text_size)
            buf_char(out, '|');
        buf_append(out, word->text + at, word->glyphs[i].text_size);
        at += word->glyphs[i].text_size;
    }
}

static void no_ligature_across_a_compound(void **state)
{
    static const struct {
        const char *text, *glyphs;
    } cases[] = {
        {"kevättie", "k|e|v|ä|t|ti|e"}, /* kevät + tie */
        {"kevätilta", "k|e|v|ä|t|i|l|t|a"},
        {"internettieto", "i|n|t|e|r|n|e|t|ti|e|t|o"},
        {"hallitustieto", "h|a|l|l|i|t|u|s|ti|e|t|o"}, /* ti is within tieto */
        {"golffani", "g|o|l|f|f|a|n|i"},
        {"tavoitteet", "t|a|v|o|i|tt|e|e|t"},
        {"sovittiin", "s|o|v|i|tti|i|n"},
        {"profiili", "p|r|o|fi|i|l|i"},
        {"kevät\u00ADtie", "k|e|v|ä|t\u00AD|ti|e"},
    };
    struct buf glyphs = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_glyphs(shape(*state, cases[i].text), &glyphs);
        assert_string_equal(glyphs.data, cases[i].glyphs);
    }
    buf_free(&glyphs);
}

/* Returns how many starts of words were looked up for the text. */
static size_t look_ups(struct fixture *fixture, const char *text)
{
    size_t before = fixture->library->prefixes.count;
    shape(fixture, text);
    return fixture->library->prefixes.count - before;
}

static void no_part_of_a_compound_is_shorter_than_three_letters(void **state)
{
    assert_int_equal(look_ups(*state, "atina"), 0);
    assert_int_equal(look_ups(*state, "latin"), 0);
    assert_int_equal(look_ups(*state, "kunta-atina"), 0);
    assert_int_equal(look_ups(*state, "latina"), 1);
    assert_int_equal(look_ups(*state, "kunta-ratina"), 1);
}

static void other_languages_keep_ligatures(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(shape_in(fixture, style_of(fixture, "en"), "kevättie")->glyph_count, 6);
}

/* Kerning goes on where a ligature is parted. */
static void a_parted_ligature_is_kerned(void **state)
{
    const struct word *word = shape(*state, "kevättie");
    assert_int_equal(word->joint_count, 1);
    assert_int_equal(word->joints[0], 6);
    int64_t tt = shape(*state, "tt")->advance, t = shape(*state, "t")->advance;
    assert_true(word->advance <= shape(*state, "kevät")->advance + shape(*state, "tie")->advance);
    assert_true(tt <= 2 * t);
}

static void pieces_have_the_words_joints(void **state)
{
    struct fixture *fixture = *state;
    const struct word *word = shape(fixture, "internettietopalvelu");
    const struct word *piece = shape_piece(fixture->library, word, 5, 16);
    struct buf glyphs = {0};
    write_glyphs(piece, &glyphs);
    assert_string_equal(glyphs.data, "n|e|t|ti|e|t|o|p|a|l");
    buf_free(&glyphs);
}

static void assert_same_glyphs(const struct word *a, const struct word *b)
{
    assert_int_equal(a->size, b->size);
    assert_int_equal(a->glyph_count, b->glyph_count);
    assert_int_equal(a->advance, b->advance);
    for (size_t i = 0; i < a->glyph_count; i++) {
        assert_int_equal(a->glyphs[i].id, b->glyphs[i].id);
        assert_int_equal(a->glyphs[i].advance, b->glyphs[i].advance);
        assert_int_equal(a->glyphs[i].text_size, b->glyphs[i].text_size);
    }
}

/* Most pieces are taken from the word's glyphs: they must be as if shaped alone. */
static void a_piece_is_as_if_shaped_alone(void **state)
{
    static const char *const words[] = {
        "LAVATautoTyö", "sovittiinffi", "a\u0308iti\u00ADtyö", "Vesi.Yö,f", "2–3 1\u20442 €",
    };
    struct fixture *fixture = *state;
    struct word_style style = style_of(fixture, "und");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const struct word *word = shape_in(fixture, style, words[i]);
        for (size_t start = 0; start < word->size; start++)
            for (size_t end = start + 1; end <= word->size; end++) {
                if ((words[i][start] & 0xC0) == 0x80 || (words[i][end] & 0xC0) == 0x80)
                    continue;
                const struct word *piece = shape_piece(fixture->library, word, start, end);
                const struct word *alone =
                    shape_word(fixture->library, &style, words[i] + start, end - start);
                assert_same_glyphs(piece, alone);
            }
    }
}

static bool same_advances(const struct word *word)
{
    for (size_t i = 1; i < word->glyph_count; i++)
        if (word->glyphs[i].advance != word->glyphs[0].advance)
            return false;
    return true;
}

static void figures_are_tabular_when_asked(void **state)
{
    struct word_style style = style_of(*state, "fi");
    assert_false(same_advances(shape_in(*state, style, "0123456789")));
    style.tabular = true;
    assert_true(same_advances(shape_in(*state, style, "0123456789")));
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
        cmocka_unit_test(a_word_that_shows_nothing_has_a_glyph),
        cmocka_unit_test(no_ligature_across_a_compound),
        cmocka_unit_test(no_part_of_a_compound_is_shorter_than_three_letters),
        cmocka_unit_test(other_languages_keep_ligatures),
        cmocka_unit_test(a_parted_ligature_is_kerned),
        cmocka_unit_test(pieces_have_the_words_joints),
        cmocka_unit_test(a_piece_is_as_if_shaped_alone),
        cmocka_unit_test(figures_are_tabular_when_asked),
        cmocka_unit_test(glyphs_stand_for_all_bytes),
        cmocka_unit_test(missing_characters_are_found),
        cmocka_unit_test(many_words_stay_apart),
    };
    return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
