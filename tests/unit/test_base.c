/* arena, blank, buf, decimal, memory and wire. */
#include "base/arena.h"
#include "base/blank.h"
#include "base/buf.h"
#include "base/decimal.h"
#include "base/memory.h"
#include "base/units.h"
#include "base/wire.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void arena_memory_is_zeroed_and_aligned(void **state)
{
    (void)state;
    static const size_t sizes[] = {0, 1, 3, 16, 17, 1000, 20000, 65536, 65537, 1000000, 1};
    struct arena *arena = arena_new();
    for (size_t round = 0; round < 20; round++) {
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            unsigned char *bytes = arena_alloc(arena, sizes[i]);
            assert_int_equal((uintptr_t)bytes % alignof(max_align_t), 0);
            for (size_t at = 0; at < sizes[i]; at++)
                assert_int_equal(bytes[at], 0);
            memset(bytes, 0xFF, sizes[i]);
        }
    }
    arena_free(arena);
    arena_free(NULL);
}

static void arena_takes_over_what_another_holds(void **state)
{
    (void)state;
    struct arena *arena = arena_new(), *other = arena_new();
    arena_take(arena, other);
    other = arena_new();
    const char *own = arena_strdup(arena, "own"), *taken = arena_strdup(other, "taken");
    arena_alloc(other, 1000000);
    arena_take(arena, other);
    const char *later = arena_strdup(arena, "later");
    assert_string_equal(own, "own");
    assert_string_equal(taken, "taken");
    assert_string_equal(later, "later");
    arena_free(arena);
}

static void arena_pieces_do_not_overlap(void **state)
{
    (void)state;
    enum { PIECES = 500 };
    struct arena *arena = arena_new();
    char *pieces[PIECES];
    for (size_t i = 0; i < PIECES; i++)
        pieces[i] = arena_printf(arena, "%zu:%0*d", i, (int)(i * 37 % 900), 0);
    for (size_t i = 0; i < PIECES; i++)
        assert_int_equal(strtoul(pieces[i], NULL, 10), i);
    arena_free(arena);
}

static void arena_copies_strings(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(arena_strdup(arena, "Äänekoski"), "Äänekoski");
    assert_string_equal(arena_strdup(arena, ""), "");
    assert_string_equal(arena_strndup(arena, "Joutsa", 3), "Jou");
    assert_string_equal(arena_strndup(arena, "", 0), "");
    int *numbers = arena_array(arena, 100, sizeof *numbers);
    assert_int_equal(numbers[99], 0);
    arena_free(arena);
}

static void buf_is_always_a_string(void **state)
{
    (void)state;
    struct buf buf = {0};
    buf_append(&buf, "", 0);
    assert_string_equal(buf.data, "");
    for (int i = 0; i < 1000; i++) {
        buf_char(&buf, 'x');
        assert_int_equal(strlen(buf.data), buf.size);
    }
    buf_clear(&buf);
    assert_string_equal(buf.data, "");
    buf_string(&buf, "a");
    buf_printf(&buf, "-%s-%d", "b", 42);
    assert_string_equal(buf.data, "a-b-42");
    buf_append(&buf, "\0z", 2);
    assert_int_equal(buf.size, 8);
    buf_free(&buf);
    assert_null(buf.data);
    buf_free(&buf);
}

static void buf_writes_decimals(void **state)
{
    (void)state;
    static const struct {
        int64_t value, unit;
        int places;
        const char *text;
    } cases[] = {
        {96, 64, 3, "1.5"},
        {-96, 64, 3, "-1.5"},
        {0, 64, 3, "0"},
        {-1, 64, 0, "0"},
        {32, 64, 0, "1"},
        {-32, 64, 0, "-1"},
        {1, 64, 2, "0.02"},
        {1, 64, 6, "0.015625"},
        {-1, 1000, 2, "0"},
        {-5, 1000, 2, "-0.01"},
        {4, 1000, 2, "0"},
        {999, 1000, 2, "1"},
        {995, 1000, 2, "1"},
        {994, 1000, 2, "0.99"},
        {1, 3, 9, "0.333333333"},
        {2, 3, 9, "0.666666667"},
        {100, 1, 9, "100"},
        {1005, 100, 1, "10.1"},
        {1004, 100, 1, "10"},
        {INT64_MAX, 1, 2, "9223372036854775807"},
        {INT64_MIN, 1, 2, "-9223372036854775808"},
        {INT64_MAX, 1000000000000000000, 9, "9.223372037"},
        {999999999999999999, 1000000000000000000, 9, "1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf buf = {0};
        buf_decimal(&buf, cases[i].value, cases[i].unit, cases[i].places);
        assert_string_equal(buf.data, cases[i].text);
        buf_free(&buf);
    }
}

static void buf_writes_utf8(void **state)
{
    (void)state;
    static const struct {
        uint32_t codepoint;
        const char *text;
    } cases[] = {
        {'A', "A"},
        {0x7F, "\x7F"},
        {0x80, "\xC2\x80"},
        {0xE4, "ä"},
        {0x7FF, "\xDF\xBF"},
        {0x800, "\xE0\xA0\x80"},
        {0x20AC, "€"},
        {0xFFFF, "\xEF\xBF\xBF"},
        {0x10000, "\xF0\x90\x80\x80"},
        {0x1F600, "😀"},
        {0x10FFFF, "\xF4\x8F\xBF\xBF"},
        {0xD800, "\xEF\xBF\xBD"},
        {0xDFFF, "\xEF\xBF\xBD"},
        {0x110000, "\xEF\xBF\xBD"},
        {UINT32_MAX, "\xEF\xBF\xBD"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf buf = {0};
        buf_codepoint(&buf, cases[i].codepoint);
        assert_string_equal(buf.data, cases[i].text);
        buf_free(&buf);
    }
}

static void vectors_grow(void **state)
{
    (void)state;
    int *items = NULL;
    size_t capacity = 0;
    for (size_t used = 0; used < 1000; used++) {
        memory_grow((void **)&items, used, &capacity, sizeof *items);
        assert_true(capacity > used);
        items[used] = (int)used;
    }
    for (int i = 0; i < 1000; i++)
        assert_int_equal(items[i], i);
    free(items);
}

static void lengths_are_whole_64ths(void **state)
{
    (void)state;
    assert_int_equal(PT(11), 704);
    assert_int_equal(PT(0.5), 32);
    assert_int_equal(MM(25.4), 72 * 64);
    assert_int_equal(MM(210), 38098);
}

static void decimals_are_read_exactly(void **state)
{
    (void)state;
    static const struct {
        const char *text, *expected; /* NULL: not a number */
    } cases[] = {
        {"0", "0"},
        {"-0", "0"},
        {"62.5", "62.5"},
        {" 7.125\n", "7.125"},
        {"+3", "3"},
        {".5", "0.5"},
        {"5.", "5"},
        {"007.50", "7.5"},
        {"-1.25", "-1.25"},
        {"1.23456", "1.2345"},
        {"999999999.999", "999999999.999"},
        {"", NULL},
        {".", NULL},
        {"-", NULL},
        {"1,5", NULL},
        {"1e3", NULL},
        {"12 3", NULL},
        {NULL, NULL},
        {"9999999999999999", NULL},
        {"99999999999999999999999999999999999999", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct decimal decimal = decimal_read(cases[i].text);
        struct buf text = {0};
        assert_int_equal(decimal.is_given, cases[i].expected != NULL);
        decimal_write(decimal.value, &text);
        if (cases[i].expected)
            assert_string_equal(text.data, cases[i].expected);
        buf_free(&text);
    }
}

static void shares_are_rounded_half_up(void **state)
{
    (void)state;
    static const struct {
        size_t part, whole;
        const char *expected;
    } cases[] = {
        {0, 3, "0"},    {1, 3, "33.3"}, {2, 3, "66.7"},   {3, 3, "100"},
        {1, 8, "12.5"}, {1, 16, "6.3"}, {1, 2000, "0.1"}, {1, 2001, "0"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf text = {0};
        decimal_write(decimal_percent(cases[i].part, cases[i].whole), &text);
        assert_string_equal(text.data, cases[i].expected);
        buf_free(&text);
    }
}

/* Cut short anywhere, the form is broken, and nothing beyond its end is read. */
static void a_wire_that_is_cut_short_is_broken(void **state)
{
    (void)state;
    struct buf out = {0}, piece = {.data = (char[]){"abc"}, .size = 3};
    wire_put_number(&out, -7);
    wire_put_string(&out, NULL);
    wire_put_string(&out, "x");
    wire_put_bytes(&out, &piece);
    for (size_t size = 0; size <= out.size; size++) {
        struct wire wire = wire_begin(out.data, size);
        size_t read;
        int64_t number = wire_number(&wire);
        const char *none = wire_string(&wire), *string = wire_string(&wire);
        const char *bytes = wire_bytes(&wire, &read);
        assert_int_equal(wire.is_broken, size < out.size);
        assert_int_equal(bytes ? read : 3, 3);
        assert_null(none);
        if (!wire.is_broken) {
            assert_int_equal(number, -7);
            assert_string_equal(string, "x");
            assert_memory_equal(bytes, "abc", 3);
        }
    }
    buf_free(&out);
}

static void blanks_are_trimmed_and_collapsed(void **state)
{
    (void)state;
    char text[] = " \n a\t\r b ", blank[] = "\n ";
    size_t size;
    assert_ptr_equal(blank_trim(text, &size), text + 3);
    assert_int_equal(size, strlen("a\t\r b"));
    assert_int_equal(blank_collapse(text), 3);
    assert_string_equal(text, "a b");
    assert_int_equal(blank_collapse(blank), 0);
    assert_string_equal(blank, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_memory_is_zeroed_and_aligned),
        cmocka_unit_test(arena_takes_over_what_another_holds),
        cmocka_unit_test(arena_pieces_do_not_overlap),
        cmocka_unit_test(arena_copies_strings),
        cmocka_unit_test(buf_is_always_a_string),
        cmocka_unit_test(buf_writes_decimals),
        cmocka_unit_test(buf_writes_utf8),
        cmocka_unit_test(vectors_grow),
        cmocka_unit_test(lengths_are_whole_64ths),
        cmocka_unit_test(decimals_are_read_exactly),
        cmocka_unit_test(a_wire_that_is_cut_short_is_broken),
        cmocka_unit_test(blanks_are_trimmed_and_collapsed),
        cmocka_unit_test(shares_are_rounded_half_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
