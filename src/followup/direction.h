/* Which way a party's status or answer has gone since the year before. */
#ifndef PYKALA_FOLLOWUP_DIRECTION_H
#define PYKALA_FOLLOWUP_DIRECTION_H

#include "followup/followup_private.h"

enum direction { DIRECTION_NONE, DIRECTION_BETTER, DIRECTION_WORSE, DIRECTIONS };

/* Returns the direction between two statuses of a measure. A measure that isn't under way has not
 * been started or has been halted: neither is better than the other. */
enum direction direction_of_status(enum followup_status before, enum followup_status now);

/* Returns the direction between two answers to an indicator. A greater number is better, unless
 * the target is only an upper limit, as of a waiting time. What is in progress is not done. */
enum direction direction_of_answer(const struct followup_indicator *indicator,
                                   const struct followup_answer *before,
                                   const struct followup_answer *now);

#endif
