/* What tells of a person is found, and what only looks like it isn't. The identity codes are those
 * that the authority has made up for tests (dvv.fi/hetu-uudistus). */
#include "followup/personal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static const struct {
    const char *text, *found; /* NULL: nothing */
    enum personal kind;
} texts[] = {
    {"Asukas 131052-308T sai.", "131052-308T", PERSONAL_IDENTITY},
    {"010594Y9032", "010594Y9032", PERSONAL_IDENTITY},
    {"020594X903P", "020594X903P", PERSONAL_IDENTITY},
    {"030594W903B", "030594W903B", PERSONAL_IDENTITY},
    {"040594V9030", "040594V9030", PERSONAL_IDENTITY},
    {"050594U903M", "050594U903M", PERSONAL_IDENTITY},
    {"010516B903X", "010516B903X", PERSONAL_IDENTITY},
    {"020503F9037", "020503F9037", PERSONAL_IDENTITY},
    {"131052-308U", NULL, PERSONAL_NONE},
    {"131052Z308T", NULL, PERSONAL_NONE},
    {"1131052-308T", NULL, PERSONAL_NONE},
    {"131052-308TT", NULL, PERSONAL_NONE},
    {"tili FI21 1234 5600 0007 85.", "FI21 1234 5600 0007 85", PERSONAL_ACCOUNT},
    {"FI2112345600000785", "FI2112345600000785", PERSONAL_ACCOUNT},
    {"SE45 5000 0000 0583 9825 7466", "SE45 5000 0000 0583 9825 7466", PERSONAL_ACCOUNT},
    {"FI22 1234 5600 0007 85", NULL, PERSONAL_NONE},
    {"AB12 on tunnus", NULL, PERSONAL_NONE},
    {"kysy: maija.m@example.org.", "maija.m@example.org", PERSONAL_EMAIL},
    {"kirjaamo@example.org", NULL, PERSONAL_NONE},
    {"a@b, x@", NULL, PERSONAL_NONE},
    {"p. 040 000 0000", "040 000 0000", PERSONAL_TELEPHONE},
    {"050-0000000 iltaisin", "050-0000000", PERSONAL_TELEPHONE},
    {"+358 40 000 0000", "+358 40 000 0000", PERSONAL_TELEPHONE},
    {"(014) 000", NULL, PERSONAL_NONE},
    {"00100 Helsinki", NULL, PERSONAL_NONE},
    {"01.02.2026 ja 0,627 %", NULL, PERSONAL_NONE},
    {"asia 123/00.01.01/2026", NULL, PERSONAL_NONE},
    {"2025-2026, 1 000 000 000", NULL, PERSONAL_NONE},
};

static void finds_what_is_personal(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t at = 0, size = 0;
        assert_int_equal(personal_next(texts[i].text, &at, &size), texts[i].kind);
        if (!texts[i].found)
            continue;
        assert_int_equal(size, strlen(texts[i].found));
        assert_memory_equal(texts[i].text + at, texts[i].found, size);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(finds_what_is_personal)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
