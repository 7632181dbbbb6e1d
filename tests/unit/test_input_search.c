/* Searches that many share: each answer is that of a search by itself, in linear time. */
#include "xml/search.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void the_next_mark_is_found_from_any_place(void **state)
{
    static const char text[] = "a --> b -- --> c -->";
    (void)state;
    struct search search = {0};
    for (const char *at = text; *at; at++)
        assert_ptr_equal(search_next(&search, at, "-->"), strstr(at, "-->"));
    for (const char *at = text + strlen(text); at > text; at--)
        assert_ptr_equal(search_next(&search, at, "-->"), strstr(at, "-->"));
}

static void a_mark_that_does_not_come_is_searched_for_once(void **state)
{
    static const char text[] = "<!-- <!-- <!--";
    (void)state;
    struct search search = {0};
    assert_null(search_next(&search, text, "-->"));
    const char *from = search.from;
    for (const char *at = text + 1; *at; at++) {
        assert_null(search_next(&search, at, "-->"));
        assert_ptr_equal(search.from, from); /* it has not been searched for anew */
    }
}

/* Asks about each place of the text where a name stands, forwards, backwards and across. */
static void expect(const char *text, const char *name, const char *answers)
{
    struct tags *tags = tags_find(text);
    size_t count = strlen(answers);
    const char *places[32];
    const char *at = text;
    for (size_t i = 0; i < count; i++, at++)
        places[i] = at = strstr(at, name);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(tags_end_next(tags, places[i]), answers[i] == 'e');
    for (size_t i = count; i-- > 0;)
        assert_int_equal(tags_end_next(tags, places[i]), answers[i] == 'e');
    for (size_t i = 0; i < count; i++)
        assert_int_equal(tags_end_next(tags, places[i * 7 % count]), answers[i * 7 % count] == 'e');
    tags_free(tags);
}

/* e: the next tag of that name is an end tag; anything else: a start tag, or there is none. */
static void the_next_tag_of_a_name_is_known(void **state)
{
    (void)state;
    expect("<nimi>nimi</nimi>", "nimi", "ee.");
    expect("<nimi><nimi/></nimi> nimi", "nimi", ".e..");
    expect("nimi <nimi nimi='' </nimi", "nimi", ".ee.");
    expect("<ni>ni</nimi></ni>", "ni", "ee..");
    expect("< nimi>nimi</ nimi>", "nimi", "...");
    expect("nimi", "nimi", ".");
    expect("<\u00E4\u00E4></\u00E4\u00E4>", "\u00E4\u00E4", "e.");
}

/* So many that the table grows many times; names that begin alike. */
static void many_names_are_told_apart(void **state)
{
    enum { NAMES = 20000, LENGTH = 8 };
    (void)state;
    char *text = calloc(NAMES, 2 * (LENGTH + 3) + 1), *at = text;
    for (int i = 0; i < NAMES; i++)
        at += sprintf(at, "<a%06d>", i);
    const char *ends = at;
    for (int i = 0; i < NAMES; i += 2)
        at += sprintf(at, "</a%06d>", i);
    struct tags *tags = tags_find(text);
    size_t found = 0;
    for (const char *tag = text; tag < ends; tag += strlen("<a000000>"))
        found += tags_end_next(tags, tag + 1) == ((tag[7] - '0') % 2 == 0);
    assert_in_range(found, NAMES * 99 / 100, NAMES); /* some may be left out */
    tags_free(tags);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_next_mark_is_found_from_any_place),
        cmocka_unit_test(a_mark_that_does_not_come_is_searched_for_once),
        cmocka_unit_test(the_next_tag_of_a_name_is_known),
        cmocka_unit_test(many_names_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
