/* Compares the files of a year with each other and with those of the year before: what is probably
 * copied, and which numbers are probably slips. A file by itself shows neither. */
#ifndef PYKALA_FOLLOWUP_COMPARE_H
#define PYKALA_FOLLOWUP_COMPARE_H

#include "followup/check.h"

/* A year that is compared. */
struct comparison {
    const struct followup *followup;
    const struct followup_year *year, *before; /* before: the year before; NULL: was not read */
    struct arena *arena;
    struct check *checks; /* one a party, to report with */
};

/* Reports what is the same as in other files, and numbers that are unlike others, of a year whose
 * files have been read; before is NULL, or the year before. The verdict of each party is then of
 * these findings, too. */
void compare_year(struct followup *followup, struct followup_year *year,
                  const struct followup_year *before, struct diags *diags);

/* Run the rules answer-copied and answer-repeated; and answer-fraction, answer-jump and
 * answer-outlier. */
void compare_copies(const struct comparison *comparison);
void compare_numbers(const struct comparison *comparison);

/* Runs the rules answer-back and answer-presupposed. */
void compare_states(const struct comparison *comparison);

/* Returns what was noted of a party's file in a year; never NULL. */
const struct trace *compare_trace(const struct followup_year *year, size_t party);

/* Returns the number of the year before for the same indicator of the same party; NULL for none. */
const struct trace_number *compare_earlier(const struct comparison *comparison, size_t party,
                                           const struct trace_number *number);

/* Returns the check to report a finding of a rule with, about a measure and indicator of a party.
 */
struct check *compare_check(const struct comparison *comparison, size_t party, enum rule rule,
                            const char *measure, const char *indicator);

/* Returns the same about a number. */
struct check *compare_check_number(const struct comparison *comparison, size_t party,
                                   enum rule rule, const struct trace_number *number);

#endif
