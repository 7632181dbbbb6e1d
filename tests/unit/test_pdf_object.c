/* Text strings and UTF-8 as the PDF's objects need them. */
#include "pdf/object.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void text_strings_are_written_in_the_shorter_encoding(void **state)
{
    (void)state;
    static const struct {
        const char *text, *written;
        size_t size;
    } cases[] = {
        {"", "()", 2},
        {"Joutsa 1 (2)\\", "(Joutsa 1 \\(2\\)\\\\)", 18},
        {"Jämsä – 2 €", "(J\xE4ms\xE4 \x85 2 \xA0)", 13},
        {"(š", "(\xFE\xFF\0\\(\x01\x61)", 9},
        {"aþÿ", "(a\xFE\xFF)", 5},
        {"þÿ", "(\xFE\xFF\0\xFE\0\xFF)", 8}, /* would be a byte order mark */
        {"\u00AD", "(\xFE\xFF\0\xAD)", 6},
        {"\n", "(\xFE\xFF\0\n)", 6},
        {"\r", "(\xFE\xFF\0\\r)", 7},
        {"😀", "(\xFE\xFF\xD8\x3D\xDE\0)", 8},
        {"\xFF", "(\xFE\xFF\xFF\xFD)", 6},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf out = {0};
        pdf_write_text(&out, cases[i].text, strlen(cases[i].text));
        assert_int_equal(out.size, cases[i].size);
        assert_memory_equal(out.data, cases[i].written, out.size);
        buf_free(&out);
    }
}

static void broken_utf8_is_replaced_and_never_read_past(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t size;
        uint32_t characters[4];
    } cases[] = {
        {"a", 1, {'a'}},
        {"\xC3\xA4x", 3, {0xE4, 'x'}},
        {"\xE2\x82\xAC", 3, {0x20AC}},
        {"\xF0\x9F\x98\x80", 4, {0x1F600}},
        {"\xC3", 1, {0xFFFD}},             /* cut off */
        {"\xE2\x82", 2, {0xFFFD}},         /* cut off */
        {"\xC3(", 2, {0xFFFD, '('}},       /* not a continuation */
        {"\x80", 1, {0xFFFD}},             /* a lone continuation */
        {"\xC0\xAF", 2, {0xFFFD}},         /* overlong */
        {"\xED\xA0\x80", 3, {0xFFFD}},     /* a surrogate */
        {"\xF4\x90\x80\x80", 4, {0xFFFD}}, /* beyond the last character */
        {"\xFE\xFF", 2, {0xFFFD, 0xFFFD}}, /* never in UTF-8 */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        /* A copy without a NUL, so that a sanitizer sees a read past the end. */
        char *copy = malloc(cases[i].size);
        memcpy(copy, cases[i].bytes, cases[i].size);
        const char *text = copy, *end = copy + cases[i].size;
        size_t n = 0;
        for (; text < end; n++)
            assert_int_equal(pdf_next_character(&text, end), cases[i].characters[n]);
        assert_ptr_equal(text, end);
        assert_true(n == 4 || cases[i].characters[n] == 0);
        free(copy);
    }
}

static void entries_that_are_not_there_are_left_out(void **state)
{
    (void)state;
    struct buf out = {0};
    pdf_write_text_entry(&out, "Lang", NULL);
    assert_int_equal(out.size, 0);
    pdf_write_text_entry(&out, "Lang", "sv");
    assert_string_equal(out.data, "/Lang(sv)");
    buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_strings_are_written_in_the_shorter_encoding),
        cmocka_unit_test(broken_utf8_is_replaced_and_never_read_past),
        cmocka_unit_test(entries_that_are_not_there_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
