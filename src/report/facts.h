/* What a receipt says in words, whatever its form: what was received, and the answers. */
#ifndef PYKALA_REPORT_FACTS_H
#define PYKALA_REPORT_FACTS_H

#include "base/arena.h"
#include "report/receipts.h"

struct fact {
    const char *name;
    const char *value; /* NULL: it isn't known, and not to be shown */
};

/* Gives what is known of a file that was received, whose strings are in the arena or the receipt's.
 * Returns how many facts it has written. */
enum { FACTS = 9 };
size_t facts_of(const struct report_receipts *receipts, const struct receipt *receipt,
                struct arena *arena, struct fact facts[FACTS]);

/* Returns whether a receipt is of a party's answers, and not of a file of the project. */
bool facts_are_of_answers(const struct receipt *receipt);

/* Returns the questions that have, or lack, an answer that counts; NULL when that isn't known. */
const struct report_answers *facts_answers(const struct receipt *receipt);

/* Returns an answer in words, with the day of what was done; NULL: not answered. */
const char *facts_answer(const struct report_question *question, struct arena *arena);

/* Returns where a number comes from and what the party has remarked, in words; or NULL. */
const char *facts_remark(const struct report_question *question, struct arena *arena);

/* Returns where a diagnostic is, in words. */
const char *facts_place(const struct diag *diag, struct arena *arena);

/* Returns how many diagnostics are neither errors nor warnings. */
size_t facts_others(const struct receipt *receipt);

/* Appends how many errors, warnings and others there are, in words. */
void facts_count(size_t errors, size_t warnings, size_t others, struct buf *out);

/* Returns a day, written 2027-01-31, as people write it in the language of the report. */
const char *facts_day(const char *date, struct arena *arena);

#endif
