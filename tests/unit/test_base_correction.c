/* Certain corrections: which changes are made, where, and that all other bytes stay. */
#include "base/correction.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static struct diag_place between(int line, int column, int end_line, int end_column)
{
    return (struct diag_place){.file = "a.xml",
                               .line = line,
                               .column = column,
                               .end_line = end_line,
                               .end_column = end_column};
}

static void add(struct diags *diags, struct diag_place place, const char *text)
{
    diag_add(diags, RULE_XSD_TYPE, place, NULL, "%d:%d is wrong", place.line, place.column);
    diag_edit(diags, place, text);
    diag_certain(diags);
}

/* Corrects a text once. Returns the result, to be freed; an empty one when nothing was corrected.
 */
static struct buf corrected(const char *text, size_t size, struct diags *diags,
                            struct corrections *made)
{
    struct buf bytes = {0}, out = {0};
    buf_append(&bytes, text, size);
    diags_sort(diags);
    if (!correction_make(&bytes, "a.xml", diags, 1, &out, made))
        buf_free(&out);
    buf_free(&bytes);
    return out;
}

static void becomes(const char *text, struct diags *diags, const char *wanted, size_t count)
{
    struct corrections made = corrections_new();
    struct buf out = corrected(text, strlen(text), diags, &made);
    assert_string_equal(out.data ? out.data : "", wanted);
    assert_int_equal(made.count, count);
    corrections_free(&made);
    buf_free(&out);
    diags_free(diags);
}

static void makes_changes_at_their_places(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    add(diags, between(2, 3, 2, 4), "o");
    add(diags, between(1, 2, 1, 3), "");
    add(diags, between(4, 1, 4, 1), "x");
    add(diags, between(3, 1, 3, 3), "ÄÄÄ");
    /* Columns are characters; lines end with LF, CR LF and CR; a mark at the head is no column. */
    becomes("\xEF\xBB\xBF\xC3\xA4\xC3\xB6\xC3\xA5\r\nab\xE2\x82\xAC\rcd\n", diags,
            "\xEF\xBB\xBF\xC3\xA4\xC3\xA5\r\nabo\rÄÄÄ\nx", 4);
}

static void tells_what_it_has_changed(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    struct corrections made = corrections_new();
    add(diags, between(1, 2, 1, 5), "52.3");
    struct buf out = corrected("\"1,2\"", 5, diags, &made);
    assert_string_equal(out.data, "\"52.3\"");
    assert_int_equal(made.count, 1);
    assert_string_equal(made.items[0].was, "1,2");
    assert_string_equal(made.items[0].now, "52.3");
    assert_string_equal(made.items[0].message, "1:2 is wrong");
    assert_int_equal(made.items[0].line, 1);
    assert_int_equal(made.items[0].end_column, 5);
    corrections_free(&made);
    buf_free(&out);
    diags_free(diags);
}

static void leaves_what_is_not_certain(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    diag_add(diags, RULE_XSD_TYPE, between(1, 1, 1, 2), NULL, "a guess");
    diag_replace(diags, "x");
    diag_add(diags, RULE_XSD_TYPE, between(1, 2, 1, 3), NULL, "without a change");
    diag_certain(diags);
    becomes("abc", diags, "", 0);
}

static void makes_the_first_of_two_that_overlap(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    add(diags, between(1, 1, 1, 4), "X");
    add(diags, between(1, 3, 1, 5), "Y");
    add(diags, between(1, 4, 1, 5), "Z"); /* begins where the first ends */
    becomes("abcde", diags, "XZe", 2);
}

static void makes_all_or_none_of_a_diagnostic(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    add(diags, between(1, 4, 1, 6), "Y");
    add(diags, between(1, 1, 1, 2), "X"); /* its other change is in the way of the one above */
    diag_edit(diags, between(1, 5, 1, 7), "X");
    diag_certain(diags);
    becomes("abcdefg", diags, "abcYfg", 1);
}

static void leaves_places_that_are_not_there(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    add(diags, between(1, 9, 1, 10), "x");
    add(diags, between(7, 1, 7, 2), "x");
    add(diags, between(1, 3, 1, 2), "x");
    add(diags, between(1, 1, 1, 4), "abc"); /* changes nothing */
    becomes("abc\nd", diags, "", 0);
}

static void say_encoding(struct diags *diags, bool is_certain)
{
    diag_add(diags, RULE_XML_ENCODING, between(1, 2, 0, 0), NULL, "not in UTF-8");
    if (is_certain)
        diag_certain(diags);
}

static void makes_utf8_of_what_is_known(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    say_encoding(diags, true);
    add(diags, between(1, 3, 1, 4), "x"); /* a place in the text as it was read */
    becomes("j\xE4"
            "a",
            diags, "j\xC3\xA4x", 2);
}

static void leaves_an_encoding_that_is_a_guess(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    say_encoding(diags, false);
    add(diags, between(1, 3, 1, 4), "x");
    becomes("j\xE4"
            "a",
            diags, "", 0);
}

static void drops_the_mark_of_utf16(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    struct corrections made = corrections_new();
    say_encoding(diags, true);
    struct buf out = corrected("\xFF\xFE<\0a\0>\0", 8, diags, &made);
    assert_string_equal(out.data, "<a>");
    assert_string_equal(made.items[0].was, "UTF-16");
    assert_int_equal(made.items[0].line, 0);
    corrections_free(&made);
    buf_free(&out);
    diags_free(diags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_changes_at_their_places),
        cmocka_unit_test(tells_what_it_has_changed),
        cmocka_unit_test(leaves_what_is_not_certain),
        cmocka_unit_test(makes_the_first_of_two_that_overlap),
        cmocka_unit_test(makes_all_or_none_of_a_diagnostic),
        cmocka_unit_test(leaves_places_that_are_not_there),
        cmocka_unit_test(makes_utf8_of_what_is_known),
        cmocka_unit_test(leaves_an_encoding_that_is_a_guess),
        cmocka_unit_test(drops_the_mark_of_utf16),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
