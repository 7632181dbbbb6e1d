/* Units that people take for the same. */
#include "followup/followup_private.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void case_spaces_and_forms_of_letters_make_no_other_unit(void **state)
{
    (void)state;
    assert_true(followup_same_unit("pistettä", "pistetta\xCC\x88"));
    assert_true(followup_same_unit("Pistettä ", "pistettä"));
    assert_true(followup_same_unit("€\xC2\xA0/ asukas", "€/asukas"));
    assert_false(followup_same_unit("pistettä", "pisteitä"));
}

/* Letters of several bytes after a space are moved to the left by one byte. */
static void letters_after_a_space_are_read_whole(void **state)
{
    (void)state;
    assert_true(followup_same_unit("a €€€€€€", "a€€€€€€"));
    assert_true(followup_same_unit(" \xF0\x9F\x98\x80\xF0\x9F\x98\x80",
                                   "\xF0\x9F\x98\x80\xF0\x9F\x98\x80"));
    assert_false(followup_same_unit("a €€€€€€", "a€€€€€"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_spaces_and_forms_of_letters_make_no_other_unit),
        cmocka_unit_test(letters_after_a_space_are_read_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
