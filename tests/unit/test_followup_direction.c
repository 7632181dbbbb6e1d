/* Protects: which way a status or an answer has gone since the year before. */
#include "followup/direction.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* From a row's status to a column's: better (+), worse (-) or neither (.). */
static const char *const statuses[STATUSES] = {
    /*                       missing, not started, under way, done, halted, not asked */
    [STATUS_MISSING] = "......", [STATUS_NOT_STARTED] = "..++..", [STATUS_UNDER_WAY] = ".-.+-.",
    [STATUS_DONE] = ".--.-.",    [STATUS_HALTED] = "..++..",      [STATUS_NOT_ASKED] = "......",
};

/* An answer before and after, the limits of the target (0: none), and the direction. */
static const struct {
    enum followup_word before, now;
    int then_value, now_value, low, high;
    char direction;
} answers[] = {
    {WORD_NO, WORD_YES, 0, 0, 0, 0, '+'},
    {WORD_YES, WORD_NO, 0, 0, 0, 0, '-'},
    {WORD_YES, WORD_YES, 0, 0, 0, 0, '.'},
    {WORD_NOT_DONE, WORD_DONE, 0, 0, 0, 0, '+'},
    {WORD_IN_PROGRESS, WORD_DONE, 0, 0, 0, 0, '+'},
    {WORD_NOT_DONE, WORD_IN_PROGRESS, 0, 0, 0, 0, '.'},
    {WORD_DONE, WORD_IN_PROGRESS, 0, 0, 0, 0, '-'},
    {WORD_MISSING, WORD_YES, 0, 0, 0, 0, '.'},
    {WORD_YES, WORD_MISSING, 0, 0, 0, 0, '.'},
    {WORD_NOT_APPLICABLE, WORD_NO, 0, 0, 0, 0, '.'},
    {WORD_VALUE, WORD_VALUE, 2, 3, 0, 0, '+'},
    {WORD_VALUE, WORD_VALUE, 3, 2, 0, 0, '-'},
    {WORD_VALUE, WORD_VALUE, 3, 3, 0, 0, '.'},
    {WORD_VALUE, WORD_VALUE, 30, 20, 0, 25, '+'}, /* days of waiting */
    {WORD_VALUE, WORD_VALUE, 20, 30, 0, 25, '-'},
    {WORD_VALUE, WORD_VALUE, 2, 3, 1, 9, '+'}, /* a target with both limits */
    {WORD_VALUE, WORD_VALUE, 2, 3, 1, 0, '+'},
    {WORD_MISSING, WORD_VALUE, 0, 3, 0, 0, '.'},
    {WORD_VALUE, WORD_NOT_APPLICABLE, 3, 0, 0, 0, '.'},
};

static const char signs[DIRECTIONS] = {
    [DIRECTION_NONE] = '.', [DIRECTION_BETTER] = '+', [DIRECTION_WORSE] = '-'};

static void tells_how_statuses_went(void **state)
{
    (void)state;
    for (unsigned before = 0; before < STATUSES; before++)
        for (unsigned now = 0; now < STATUSES; now++)
            assert_int_equal(signs[direction_of_status(before, now)], statuses[before][now]);
}

static struct decimal limit(int value)
{
    return (struct decimal){.is_given = value, .value = value * DECIMAL_UNIT};
}

static void tells_how_answers_went(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        const struct followup_indicator indicator = {.low = limit(answers[i].low),
                                                     .high = limit(answers[i].high)};
        const struct followup_answer before = {.word = answers[i].before,
                                               .value = answers[i].then_value * DECIMAL_UNIT};
        const struct followup_answer now = {.word = answers[i].now,
                                            .value = answers[i].now_value * DECIMAL_UNIT};
        char sign = signs[direction_of_answer(&indicator, &before, &now)];
        if (sign != answers[i].direction)
            fail_msg("answer %zu: %c instead of %c", i, sign, answers[i].direction);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_how_statuses_went),
        cmocka_unit_test(tells_how_answers_went),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
