/* Names in messages, the name that was meant, and reading UTF-8. */
#include "base/names.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

static void fill(struct names *names, const char *const *items)
{
    for (; *items; items++)
        names_add_new(names, *items);
}

static void lists_read_well(void **state)
{
    (void)state;
    static const struct {
        const char *items[13], *plain, *bracketed;
    } cases[] = {
        {{NULL}, "", ""},
        {{"a"}, "a", "<a>"},
        {{"a", "b"}, "a or b", "<a> or <b>"},
        {{"a", "b", "a", "c"}, "a, b or c", "<a>, <b> or <c>"},
        {{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"},
         "a, b, c, d, e, f, g, h, i or j",
         "<a>, <b>, <c>, <d>, <e>, <f>, <g>, <h>, <i> or <j>"},
        {{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"},
         "a, b, c, d, e, f, g, h, i, j, …",
         "<a>, <b>, <c>, <d>, <e>, <f>, <g>, <h>, <i>, <j>, …"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct names names = {0};
        struct buf text = {0};
        fill(&names, cases[i].items);
        buf_string(&text, "");
        names_write(&names, false, &text);
        assert_string_equal(text.data, cases[i].plain);
        buf_clear(&text);
        names_write(&names, true, &text);
        assert_string_equal(text.data, cases[i].bracketed);
        buf_free(&text);
        names_free(&names);
    }
}

static void the_nearest_name_is_found(void **state)
{
    (void)state;
    static const char *const known[] = {"nimi", "otsikko", "paivays", "valtuusto",
                                        "osa",  "a",       NULL};
    static const struct {
        const char *wrong, *meant;
    } cases[] = {
        {"nim", "nimi"},
        {"nimmi", "nimi"},
        {"inmi", "nimi"},
        {"nii", "nimi"},
        {"namu", NULL},
        {"otsiko", "otsikko"},
        {"Otsikko", "otsikko"},
        {"päiväys", "paivays"},
        {"PÄIVÄYS", "paivays"},
        {"paivamaara", NULL},
        {"valtusto", "valtuusto"},
        {"hallitus", NULL},
        {"ösa", "osa"},
        {"öså", "osa"},
        {"", NULL},
        {"A", "a"},
        {"b", NULL},
        {"x\xC3", NULL},
        {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", NULL},
    };
    struct names names = {0};
    fill(&names, known);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *meant = names_nearest(&names, cases[i].wrong);
        if (cases[i].meant) {
            assert_non_null(meant);
            assert_string_equal(meant, cases[i].meant);
        } else {
            assert_null(meant);
        }
    }
    names_free(&names);
}

static void a_part_of_a_name_is_found(void **state)
{
    (void)state;
    static const char *const known[] = {"hallitus", "tilastovuosi", "yla",
                                        "alaraja",  "ylaraja",      NULL};
    static const struct {
        const char *word, *meant;
    } cases[] = {
        {"kunnanhallitus", "hallitus"},
        {"vuosi", "tilastovuosi"},
        {"VUOSI", "tilastovuosi"},
        {"yläreuna", "yla"},
        {"raja", NULL}, /* of two */
        {"ala", NULL},  /* short */
        {"", NULL},
    };
    struct names names = {0};
    fill(&names, known);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *meant = names_within(&names, cases[i].word);
        assert_int_equal(meant != NULL, cases[i].meant != NULL);
        if (meant)
            assert_string_equal(meant, cases[i].meant);
    }
    names_free(&names);
}

static void utf8_is_read_and_checked(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t size;
        uint32_t codepoint;
    } cases[] = {
        {"", 1, 0},
        {"A", 1, 'A'},
        {"\x7F", 1, 0x7F},
        {"\xC2\x80", 2, 0x80},
        {"ä", 2, 0xE4},
        {"\xE0\xA0\x80", 3, 0x800},
        {"\xEF\xBF\xBF", 3, 0xFFFF},
        {"\xF0\x90\x80\x80", 4, 0x10000},
        {"\xF4\x8F\xBF\xBF", 4, 0x10FFFF},
        {"\x80", 0, 0},
        {"\xC1\xBF", 0, 0},
        {"\xC3", 0, 0},
        {"\xC3(", 0, 0},
        {"\xE0\x9F\xBF", 0, 0},
        {"\xE2\x82", 0, 0},
        {"\xED\xA0\x80", 0, 0},
        {"\xF0\x8F\xBF\xBF", 0, 0},
        {"\xF4\x90\x80\x80", 0, 0},
        {"\xF5\x80\x80\x80", 0, 0},
        {"\xFF", 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t codepoint;
        assert_int_equal(utf8_read(cases[i].bytes, &codepoint), cases[i].size);
        if (cases[i].size)
            assert_int_equal(codepoint, cases[i].codepoint);
    }
}

static void no_character_is_read_beyond_a_limit(void **state)
{
    (void)state;
    static const char bytes[] = "a\xE2\x82\xAC";
    uint32_t codepoint;
    assert_int_equal(utf8_read_within(bytes, 1, &codepoint), 1);
    assert_int_equal(utf8_read_within(bytes + 1, 2, &codepoint), 0);
    assert_int_equal(utf8_read_within(bytes + 1, 3, &codepoint), 3);
    assert_int_equal(codepoint, 0x20AC);
    assert_int_equal(utf8_count(bytes, 3), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_read_well),
        cmocka_unit_test(the_nearest_name_is_found),
        cmocka_unit_test(a_part_of_a_name_is_found),
        cmocka_unit_test(utf8_is_read_and_checked),
        cmocka_unit_test(no_character_is_read_beyond_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
