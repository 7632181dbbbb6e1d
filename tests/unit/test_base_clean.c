/* Nothing that comes from outside steers a terminal, whatever form it is shown in. */
#include "base/clean.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#define CSI "\xC2\x9B"
#define NEL "\xC2\x85"
#define RLO "\xE2\x80\xAE"
#define LRM "\xE2\x80\x8E"
#define ALM "\xD8\x9C"
#define PDI "\xE2\x81\xA9"
#define LINE "\xE2\x80\xA8"
#define SHY "\xC2\xAD"
#define ZWJ "\xE2\x80\x8D"
#define UNKNOWN "\xEF\xBF\xBD"

static const char hostile[] = "a\x1B[2J" CSI "1m\x7F\r\n\t" NEL LINE RLO LRM ALM PDI "b\xFF\xC3";

static void steering_is_what_terminals_obey(void **state)
{
    (void)state;
    static const uint32_t bidi[] = {0x61C,  0x200E, 0x200F, 0x202A, 0x202B, 0x202C,
                                    0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069};
    size_t found = 0;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        bool is_bidi = false;
        for (size_t i = 0; i < sizeof bidi / sizeof *bidi; i++)
            is_bidi |= bidi[i] == c;
        bool is_control = c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
        assert_int_equal(clean_steers(c), is_bidi || is_control);
        found += clean_steers(c);
    }
    assert_int_equal(found, 32 + 33 + 2 + 12);
}

/* Fails when there is anything in the text that steers, but for what is said to be meant. */
static void assert_harmless(const char *text, const char *meant)
{
    while (*text) {
        uint32_t codepoint;
        size_t size = utf8_read(text, &codepoint);
        assert_true(size > 0);
        if (clean_steers(codepoint) && !(codepoint < 0x80 && strchr(meant, (int)codepoint)))
            fail_msg("U+%04X is left in the text", (unsigned)codepoint);
        text += size;
    }
}

static void what_people_read_is_one_line(void **state)
{
    (void)state;
    struct buf out = {0};
    clean_shown(hostile, &out);
    assert_harmless(out.data, "");
    assert_string_equal(out.data,
                        "a [2J 1m      " UNKNOWN UNKNOWN UNKNOWN UNKNOWN "b" UNKNOWN UNKNOWN);
    buf_clear(&out);
    clean_printf(&out, "%s: %d\n", "ä" RLO SHY, 5);
    assert_string_equal(out.data, "ä" UNKNOWN UNKNOWN ": 5 ");
    buf_free(&out);
}

static void what_programs_read_on_keeps_its_words(void **state)
{
    (void)state;
    struct buf out = {0};
    clean_value(hostile, &out);
    assert_harmless(out.data, "");
    assert_string_equal(out.data, "a [2J 1m      b" UNKNOWN UNKNOWN);
    buf_clear(&out);
    clean_value("työ" SHY "ryhmä " ZWJ "é", &out);
    assert_string_equal(out.data, "työ" SHY "ryhmä " ZWJ "é");
    buf_free(&out);
}

static void dumps_escape_it(void **state)
{
    (void)state;
    struct buf out = {0};
    clean_quoted("\x1B" CSI "\n\"\\" RLO SHY "ä and more", strlen("\x1B" CSI "\n\"\\" RLO SHY "ä"),
                 &out);
    assert_string_equal(out.data, "\"\\x1b\\x9b\\x0a\\\"\\\\\\u202e" SHY "ä\"");
    buf_free(&out);
}

static void json_escapes_it(void **state)
{
    (void)state;
    struct buf out = {0};
    clean_json("{\n  \"a\": \"" CSI "\x7F" RLO SHY "\xF3\xA0\x81\xA1 ä\"\n}", &out);
    assert_string_equal(out.data,
                        "{\n  \"a\": \"\\u009b\\u007f\\u202e\\u00ad\\udb40\\udc61 ä\"\n}");
    buf_free(&out);
}

static void xml_refers_to_it(void **state)
{
    static const struct {
        const char *xml, *clean;
    } cases[] = {
        {"<a>\n\t" CSI "ä" SHY "</a>", "<a>\n\t&#x9B;ä" SHY "</a>"},
        {"<a b=\"" RLO "'>" CSI "\" c='\"" LINE "'/>",
         "<a b=\"&#x202E;'>&#x9B;\" c='\"&#x2028;'/>"},
        {"<!-- " CSI "-" RLO "- --><a>\x7F</a>", "<!--  -" UNKNOWN "- --><a>&#x7F;</a>"},
        {"<?a " NEL "?" ALM "> ?><a>" NEL "</a>", "<?a  ?" UNKNOWN "> ?><a>&#x85;</a>"},
        {"<a><![CDATA[<" CSI "]]>" CSI "</a>", "<a><![CDATA[<]]>&#x9B;<![CDATA[]]>&#x9B;</a>"},
        {"<a" ALM "/>", "<a" UNKNOWN "/>"},
        {"<" ALM "></" ALM ">", "<" UNKNOWN "></" UNKNOWN ">"},
        {"<a>\r</a>", "<a>&#xD;</a>"},
        {"<!-->" CSI, "<!--> "},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf out = {0};
        buf_string(&out, "");
        clean_xml(cases[i].xml, &out);
        assert_string_equal(out.data, cases[i].clean);
        assert_harmless(out.data, "\n\t");
        buf_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steering_is_what_terminals_obey),
        cmocka_unit_test(what_people_read_is_one_line),
        cmocka_unit_test(what_programs_read_on_keeps_its_words),
        cmocka_unit_test(dumps_escape_it),
        cmocka_unit_test(json_escapes_it),
        cmocka_unit_test(xml_refers_to_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
