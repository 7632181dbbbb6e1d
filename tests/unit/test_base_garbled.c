/* Garbled texts are found, and what was meant is known; right ones are left alone. */
#include "base/garbled.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static const struct {
    const char *text, *found, *meant;
    enum garbled kind;
} garbled[] = {
    {"jÃ¤rjestÃ¤", "Ã¤", "ä", GARBLED_ENCODING},
    {"Ã…land", "Ã…", "Å", GARBLED_ENCODING},
    {"2025 â€“ 2026", "â€“", "–", GARBLED_ENCODING},
    {"14Â\u00A0§", "Â\u00A0", "\u00A0", GARBLED_ENCODING},
    {"nimet=C3=A4än", "=C3=A4", "ä", GARBLED_QUOTED},
    {"v=E4ki", "=E4", "ä", GARBLED_QUOTED},
    {"äänest\xC3\xA4=E4", "=E4", "ä", GARBLED_QUOTED},
    {"A &amp; B", "&amp;", "&", GARBLED_ENTITY},
    {"A &amp;auml; B", "&amp;auml;", "ä", GARBLED_ENTITY},
    {"&#228;iti", "&#228;", "ä", GARBLED_ENTITY},
    {"t\uFFFDm\uFFFD", "\uFFFD", "", GARBLED_LOST},
    {"kokouks?ssa", "?", "", GARBLED_LOST},
};

static const char *const right[] = {
    "Äänekoski & Öland", "”PÄÄTÄ”", "Miksi? koska.",  "https://a.fi/b?c=d",  "a = 5, b=C3, c=20",
    "R&D; M&M’s",        "Mitä?",   "São Paulo, Âge", "&#5; &#xD800; &a b;", "5 °C, 14 §½",
};

static void finds_what_is_garbled(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof garbled / sizeof *garbled; i++) {
        struct buf meant = {0};
        size_t at = 0, size = 0;
        assert_int_equal(garbled_next(garbled[i].text, &at, &size, &meant), garbled[i].kind);
        assert_int_equal(size, strlen(garbled[i].found));
        assert_memory_equal(garbled[i].text + at, garbled[i].found, size);
        assert_string_equal(meant.data ? meant.data : "", garbled[i].meant);
        buf_free(&meant);
    }
}

static void leaves_what_is_right(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        struct buf meant = {0};
        size_t at = 0, size = 0;
        assert_int_equal(garbled_next(right[i], &at, &size, &meant), GARBLED_NONE);
        buf_free(&meant);
    }
}

static void knows_what_is_certain(void **state)
{
    (void)state;
    assert_true(garbled_is_certain(GARBLED_ENCODING, "Ã¤", 0, 4));
    assert_true(garbled_is_certain(GARBLED_QUOTED, "=C3=A4", 0, 6));
    assert_true(garbled_is_certain(GARBLED_QUOTED, "v=E4ki", 1, 3));
    assert_true(garbled_is_certain(GARBLED_QUOTED, "v=E4=E4", 1, 3));
    assert_false(garbled_is_certain(GARBLED_QUOTED, "luokka=E4.", 6, 3));
    assert_false(garbled_is_certain(GARBLED_LOST, "k?s", 1, 1));
    assert_false(garbled_is_certain(GARBLED_NONE, "", 0, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(finds_what_is_garbled),
                                       cmocka_unit_test(knows_what_is_certain),
                                       cmocka_unit_test(leaves_what_is_right)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
