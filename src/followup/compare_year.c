#include "followup/compare.h"

static struct check *new_checks(const struct followup *followup, const struct followup_year *year,
                                struct arena *arena, struct diags *diags)
{
    struct check *checks = arena_array(arena, followup->party_count, sizeof *checks);
    for (size_t i = 0; i < followup->party_count; i++)
        checks[i] = (struct check){
            .followup = followup,
            .year = year,
            .arena = arena,
            .diags = diags,
            .party_id = followup->parties[i].id,
        };
    return checks;
}

/* Gives a party's answers the verdict that the findings ask for. */
static void settle(struct followup_submission *submission, const struct check *check)
{
    if (check->errors)
        followup_reject(submission, submission->file);
    else if (check->warnings && submission->state == FOLLOWUP_ACCEPTED)
        submission->state = FOLLOWUP_REMARKS;
}

void compare_year(struct followup *followup, struct followup_year *year,
                  const struct followup_year *before, struct diags *diags)
{
    struct arena *arena = arena_new();
    const struct comparison comparison = {
        .followup = followup,
        .year = year,
        .before = before,
        .arena = arena,
        .checks = new_checks(followup, year, arena, diags),
    };
    compare_copies(&comparison);
    compare_numbers(&comparison);
    compare_states(&comparison);
    for (size_t i = 0; i < followup->party_count; i++)
        settle(&year->submissions[i], &comparison.checks[i]);
    arena_free(arena);
}
