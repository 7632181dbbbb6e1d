#include "followup/direction.h"

#include "followup/tally.h"

static enum direction between(int64_t before, int64_t now)
{
    if (before == now)
        return DIRECTION_NONE;
    return now > before ? DIRECTION_BETTER : DIRECTION_WORSE;
}

/* Returns how far a measure is; 0 when that isn't known. */
static int64_t progress(enum followup_status status)
{
    switch (status) {
    case STATUS_NOT_STARTED:
    case STATUS_HALTED:
        return 1;
    case STATUS_UNDER_WAY:
        return 2;
    case STATUS_DONE:
        return 3;
    default:
        return 0;
    }
}

enum direction direction_of_status(enum followup_status before, enum followup_status now)
{
    if (!progress(before) || !progress(now))
        return DIRECTION_NONE;
    return between(progress(before), progress(now));
}

enum direction direction_of_answer(const struct followup_indicator *indicator,
                                   const struct followup_answer *before,
                                   const struct followup_answer *now)
{
    bool less_is_better = indicator->high.is_given && !indicator->low.is_given;
    if (before->word == WORD_VALUE && now->word == WORD_VALUE)
        return less_is_better ? between(now->value, before->value)
                              : between(before->value, now->value);
    return between(0, tally_word_change(before, now).value);
}
