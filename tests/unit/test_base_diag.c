/* Diagnostics: repeats are dropped, the order is total, and packing loses nothing. */
#include "base/buf.h"
#include "base/diag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

static struct diag_place place(const char *file, int line, int column)
{
    return (struct diag_place){.file = file, .line = line, .column = column};
}

static void a_repeat_is_dropped(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    for (int round = 0; round < 3; round++) {
        assert_false(diag_add(diags, RULE_TEMPLATE, place("a.xml", 1, 2), "h", "%s", "m"));
        diag_add(diags, RULE_TEMPLATE, place("a.xml", 1, 2), NULL, "m");
        diag_add(diags, RULE_TEMPLATE, place("a.xml", 1, 2), "", "m");
        diag_add(diags, RULE_TEMPLATE, place(NULL, 1, 2), "h", "m");
        diag_add_as(diags, DIAG_WARNING, RULE_TEMPLATE, place("a.xml", 1, 2), "h", "m");
        diag_add_as(diags, DIAG_ERROR, RULE_SCHEMA, place("a.xml", 1, 2), "h", "m");
        diag_add(diags, RULE_TEMPLATE, place("a.xml", 1, 3), "h", "m");
        diag_add(diags, RULE_TEMPLATE, place("a.xml", 2, 2), "h", "m");
        diag_add(diags, RULE_TEMPLATE, place("a.xml", 1, 2), "h", "n");
        diags_sort(diags);
    }
    assert_int_equal(diags_count(diags), 9);
    assert_int_equal(diags_at_least(diags, DIAG_ERROR), 8);
    assert_int_equal(diags_at_least(diags, DIAG_FAILURE), 0);
    diags_clear(diags);
    assert_int_equal(diags_count(diags), 0);
    diag_add(diags, RULE_TEMPLATE, place("a.xml", 1, 2), "h", "m");
    assert_int_equal(diags_count(diags), 1);
    diags_free(diags);
    diags_free(NULL);
}

static void many_are_kept_apart(void **state)
{
    (void)state;
    enum { MANY = 20000 };
    struct diags *diags = diags_new();
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < MANY; i++)
            diag_add(diags, RULE_TEMPLATE, place("a.xml", i / 10, i % 10), NULL, "number %d", i);
    assert_int_equal(diags_count(diags), MANY);
    diags_free(diags);
}

/* Of a flood the beginning is told, and of each letter all bytes. */
static void long_strings_are_cut(void **state)
{
    (void)state;
    enum { FLOOD = 1000000 };
    static char flood[FLOOD + 1], long_enough[DIAG_LONGEST + 1];
    struct diags *diags = diags_new();
    memset(long_enough, 'a', DIAG_LONGEST);
    for (size_t i = 1; i < FLOOD; i += 2)
        memcpy(flood + i, "ä", 2);
    *flood = 'a';
    flood[FLOOD - 1] = '\0';
    diag_add(diags, RULE_TEMPLATE, place("a.xml", 1, 1), long_enough, "%s", long_enough);
    diag_add(diags, RULE_TEMPLATE, place("a.xml", 2, 1), flood, "%s", flood);
    diag_add(diags, RULE_TEMPLATE, place("a.xml", 2, 1), flood, "%s and more", flood);
    assert_int_equal(diags_count(diags), 2); /* what is cut off makes no difference */
    assert_string_equal(diags_at(diags, 0)->message, long_enough);
    assert_string_equal(diags_at(diags, 0)->hint, long_enough);
    const struct diag *cut = diags_at(diags, 1);
    assert_int_equal(strlen(cut->message), DIAG_LONGEST - 1 + strlen("…"));
    assert_memory_equal(cut->message, flood, DIAG_LONGEST - 1);
    assert_string_equal(cut->message + DIAG_LONGEST - 1, "…");
    assert_string_equal(cut->hint, cut->message);
    diags_free(diags);
}

static void a_limit_is_of_each_rule(void **state)
{
    (void)state;
    struct diags *diags = diags_new(), *from = diags_new();
    diags_limit(diags, 3);
    for (int round = 0; round < 2; round++)
        for (int i = 1; i < 9; i++) {
            diag_add(diags, RULE_TEMPLATE_MESSAGE, place("a.xml", i, 1), "h", "number %d", i);
            diag_add(from, RULE_TEMPLATE_MESSAGE, place("b.xml", i, 1), "h", "number %d", i);
        }
    diag_add(diags, RULE_TEMPLATE, place("a.xml", 9, 1), "h", "this is told");
    diags_add_all(diags, from);
    assert_int_equal(diags_count(diags), 5);
    assert_string_equal(diags_at(diags, 2)->message, "number 3");
    const struct diag *more = diags_at(diags, 3);
    assert_int_equal(more->severity, DIAG_WARNING);
    assert_int_equal(more->rule, RULE_TEMPLATE_MESSAGE);
    assert_int_equal(more->place.line, 4);
    assert_string_equal(more->message, "more than 3 findings; the others are not told");
    assert_null(more->hint);
    assert_int_equal(diags_at(diags, 4)->rule, RULE_TEMPLATE);
    diags_clear(diags);
    diags_add_all(diags, from);
    assert_int_equal(diags_count(diags), 4);
    diags_free(from);
    diags_free(diags);
}

static void strings_are_copied(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    char text[] = "text";
    diag_add(diags, RULE_TEMPLATE, place(text, 1, 1), text, "%s", text);
    memset(text, 'x', sizeof text - 1);
    const struct diag *diag = diags_at(diags, 0);
    assert_string_equal(diag->place.file, "text");
    assert_string_equal(diag->hint, "text");
    assert_string_equal(diag->message, "text");
    diags_free(diags);
}

static void sorting_goes_by_file_line_and_column(void **state)
{
    (void)state;
    static const struct {
        const char *file;
        int line, column;
        enum rule rule;
        const char *message;
    } sorted[] = {
        {NULL, 0, 0, RULE_TEMPLATE, "a"},     {"a.xml", 0, 0, RULE_TEMPLATE, "a"},
        {"a.xml", 2, 1, RULE_TEMPLATE, "a"},  {"a.xml", 2, 9, RULE_TEMPLATE, "a"},
        {"a.xml", 2, 10, RULE_SCHEMA, "z"},   {"a.xml", 2, 10, RULE_TEMPLATE, "a"},
        {"a.xml", 2, 10, RULE_TEMPLATE, "b"}, {"a.xml", 10, 1, RULE_TEMPLATE, "a"},
        {"b.xml", 1, 1, RULE_TEMPLATE, "a"},
    };
    enum { COUNT = sizeof sorted / sizeof *sorted };
    struct diags *diags = diags_new();
    for (size_t i = 0; i < COUNT; i++) {
        size_t k = i * 5 % COUNT;
        diag_add(diags, sorted[k].rule, place(sorted[k].file, sorted[k].line, sorted[k].column),
                 NULL, "%s", sorted[k].message);
    }
    diags_sort(diags);
    for (size_t i = 0; i < COUNT; i++) {
        const struct diag *diag = diags_at(diags, i);
        assert_int_equal(diag->place.line, sorted[i].line);
        assert_int_equal(diag->place.column, sorted[i].column);
        assert_int_equal(diag->rule, sorted[i].rule);
        assert_string_equal(diag->message, sorted[i].message);
    }
    diags_free(diags);
}

/* A workbook's cells stand sheet by sheet and row by row: F9 before F12, and Z before AA. */
static void cells_are_sorted_as_they_stand(void **state)
{
    (void)state;
    static const char *const sorted[] = {NULL,
                                         "Ohje!A1",
                                         "Vastaukset!F9",
                                         "Vastaukset!F12",
                                         "Vastaukset!Z12",
                                         "Vastaukset!AA12",
                                         "Vastaukset!A100"};
    enum { COUNT = sizeof sorted / sizeof *sorted };
    struct diags *diags = diags_new();
    for (size_t i = 0; i < COUNT; i++)
        diag_add(diags, RULE_TEMPLATE,
                 (struct diag_place){.file = "a.xlsx", .cell = sorted[i * 3 % COUNT]}, NULL, "m");
    diags_sort(diags);
    assert_int_equal(diags_count(diags), COUNT);
    assert_null(diags_at(diags, 0)->place.cell);
    for (size_t i = 1; i < COUNT; i++)
        assert_string_equal(diags_at(diags, i)->place.cell, sorted[i]);
    diags_free(diags);
}

static void fill(struct diags *diags)
{
    diag_add_as(diags, DIAG_INFO, RULE_TEMPLATE, place(NULL, 0, 0), NULL, "no place");
    diag_add(diags, RULE_FILE_WRITE, place("ä/ö.pdf", -1, 7), "hint\nmore", "täynnä");
    diag_add_as(diags, DIAG_WARNING, RULE_LAYOUT_TORN, place("", 1, 1), "", "%s", "");
    diag_add(diags, RULE_TEMPLATE, (struct diag_place){.file = "a.xlsx", .cell = "A!B2"}, NULL,
             "m");
}

static void packing_loses_nothing(void **state)
{
    (void)state;
    struct diags *sent = diags_new(), *received = diags_new();
    struct buf bytes = {0}, again = {0};
    fill(sent);
    diags_pack(sent, &bytes);
    assert_true(diags_unpack(received, bytes.data, bytes.size));
    assert_int_equal(diags_count(received), 4);
    assert_null(diags_at(received, 0)->place.file);
    assert_null(diags_at(received, 0)->hint);
    assert_string_equal(diags_at(received, 1)->hint, "hint\nmore");
    assert_int_equal(diags_at(received, 1)->severity, DIAG_FAILURE);
    assert_string_equal(diags_at(received, 3)->place.cell, "A!B2");
    diags_pack(received, &again);
    assert_int_equal(bytes.size, again.size);
    assert_memory_equal(bytes.data, again.data, bytes.size);
    assert_true(diags_unpack(received, NULL, 0));
    buf_free(&bytes);
    buf_free(&again);
    diags_free(sent);
    diags_free(received);
}

/* Cut short at any byte the form is broken, unless the cut falls between two diagnostics. */
static void a_broken_form_is_refused(void **state)
{
    (void)state;
    struct diags *sent = diags_new();
    struct buf bytes = {0};
    fill(sent);
    diags_pack(sent, &bytes);
    size_t accepted = 0;
    for (size_t size = 0; size < bytes.size; size++) {
        struct diags *received = diags_new();
        accepted += diags_unpack(received, bytes.data, size);
        assert_true(diags_count(received) <= 4);
        diags_free(received);
    }
    assert_int_equal(accepted, 4);
    for (size_t at = 0; at < bytes.size; at++) {
        struct diags *received = diags_new();
        bytes.data[at] ^= 0x55;
        diags_unpack(received, bytes.data, bytes.size);
        for (size_t i = 0; i < diags_count(received); i++) {
            assert_in_range(diags_at(received, i)->rule, 0, RULE_COUNT - 1);
            assert_non_null(diags_at(received, i)->message);
        }
        bytes.data[at] ^= 0x55;
        diags_free(received);
    }
    buf_free(&bytes);
    diags_free(sent);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_repeat_is_dropped),
        cmocka_unit_test(many_are_kept_apart),
        cmocka_unit_test(long_strings_are_cut),
        cmocka_unit_test(a_limit_is_of_each_rule),
        cmocka_unit_test(strings_are_copied),
        cmocka_unit_test(sorting_goes_by_file_line_and_column),
        cmocka_unit_test(cells_are_sorted_as_they_stand),
        cmocka_unit_test(packing_loses_nothing),
        cmocka_unit_test(a_broken_form_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
