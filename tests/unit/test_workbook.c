/* What tests/cli/followup.sh cannot show of a workbook: days, and the most rows of a sheet. */
#include "base/calendar.h"
#include "workbook/sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

static void days_are_counted(void **state)
{
    static const struct {
        const char *text;
        int32_t day; /* as date -d "TEXT UTC" +%s counts them */
    } cases[] = {
        {"1970-01-01", 0},       {"1969-12-31", -1},
        {"2000-02-29", 11016},   {"2000-03-01", 11017},
        {"2027-01-31", 20849},   {"2028-12-31", 21549},
        {"1000-01-01", -354285}, {"1900-03-01", SHEET_FIRST_DAY - SHEET_DAY_OF_1970},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t day = 0;
        assert_true(calendar_read(cases[i].text, &day));
        assert_int_equal(day, cases[i].day);
    }
}

static void what_is_no_day_is_refused(void **state)
{
    static const char *const cases[] = {
        "",           "2027",       "2027-1-31",   "2027-02-29", "1900-02-29", "2027-13-01",
        "2027-00-10", "2027-01-00", "2027-01-31Z", "0000-01-01", "2027-01-3a", "2027/01/31",
    };
    int32_t day;
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (calendar_read(cases[i], &day))
            fail_msg("%s is taken for a day", cases[i]);
}

/* Excel has 1 048 576 rows; the first is the head. */
static void too_many_rows_are_told(void **state)
{
    struct diags *diags = diags_new();
    const struct table *table = table_find("trendi");
    (void)state;
    assert_true(sheet_has_room(table, 1048575, diags));
    assert_int_equal(diags_count(diags), 0);
    assert_false(sheet_has_room(table, 1048576, diags));
    assert_int_equal(diags_count(diags), 1);
    assert_int_equal(diags_at(diags, 0)->rule, RULE_WORKBOOK_LIMIT);
    assert_non_null(strstr(diags_at(diags, 0)->message, "trendi has 1048576 rows"));
    diags_free(diags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_counted),
        cmocka_unit_test(what_is_no_day_is_refused),
        cmocka_unit_test(too_many_rows_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
