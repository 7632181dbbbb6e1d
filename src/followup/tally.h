/* Adds up the answers to an indicator, or of a measure, in a year. An indicator or measure is one
 * of the year's version of the plan, where nothing else is said. */
#ifndef PYKALA_FOLLOWUP_TALLY_H
#define PYKALA_FOLLOWUP_TALLY_H

#include "followup/followup_private.h"

struct tally {
    /* Parties that were asked, that answered ("not applicable" included), and that did not. */
    size_t expected, answered, not_applicable, missing;
    /* The answers yes and no, or done, not done and in progress. */
    size_t yes, no, in_progress;
    /* The numbers. Without any, least to sum mean nothing. */
    size_t values;
    int64_t least, median, greatest, sum;
    size_t in_target; /* of the values; only when the indicator has a target */
    /* The change from the year before, over the parties that answered in both. */
    size_t compared;
    int64_t change;
};

/* Adds up an indicator's answers of a year that was read. Takes time in proportion to the parties.
 */
struct tally tally_indicator(const struct followup *followup, const struct followup_year *year,
                             const struct followup_indicator *indicator);

/* Groups of parties whose numbers can be compared: tally_groups has their names. */
enum { TALLY_MUNICIPALITIES, TALLY_COUNTIES, TALLY_REGIONAL_COUNCILS, TALLY_GROUPS };
extern const char *const tally_groups[TALLY_GROUPS];

/* Returns the group of a party; that of the municipalities for a kind that has no other. */
size_t tally_group_of(const struct followup *followup, size_t party);

/* Does the same for one group alone; for all parties when group is TALLY_GROUPS. */
struct tally tally_group(const struct followup *followup, const struct followup_year *year,
                         const struct followup_indicator *indicator, size_t group);

/* Returns the one number that stands for a year: how many said yes, the sum of counts, the median
 * of shares and values. Absent when there is none. */
struct decimal tally_figure(const struct tally *tally, enum followup_kind kind);

/* Returns a party's answer, also to an indicator of another version that goes on in the year's; a
 * missing one when nothing was accepted. */
const struct followup_answer *tally_answer(const struct followup *followup,
                                           const struct followup_year *year, size_t party,
                                           const struct followup_indicator *indicator);

/* Returns the year before, when it was read; or NULL. */
const struct followup_year *tally_year_before(const struct followup *followup,
                                              const struct followup_year *year);

enum tally_target { TARGET_NONE, TARGET_BELOW, TARGET_REACHED, TARGET_ABOVE };

/* Returns where a party's value is in relation to the target; none without a value or a target. */
enum tally_target tally_target(const struct followup *followup, const struct followup_year *year,
                               size_t party, const struct followup_indicator *indicator);

/* Returns the change of a party's number from a year before; absent when either is missing. */
struct decimal tally_party_change(const struct followup *followup, const struct followup_year *year,
                                  size_t party, const struct followup_indicator *indicator);

/* Returns the change between yes and no, or done and not done: 1 when a no has become a yes, -1 the
 * other way; absent, with the value 0, when either is another word. */
struct decimal tally_word_change(const struct followup_answer *then,
                                 const struct followup_answer *now);

/* Returns a party's status of a measure. */
enum followup_status tally_status(const struct followup_year *year, size_t party, size_t measure);

struct tally_statuses {
    size_t counts[STATUSES];
    enum followup_status all; /* of the measure as a whole */
};

struct tally_statuses tally_statuses(const struct followup *followup,
                                     const struct followup_year *year, size_t measure);

#endif
