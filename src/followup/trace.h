/* What of a file of answers is compared with other files, once those are read: its long texts, its
 * numbers, statuses and words. It outlives the file, in the follow-up's memory. */
#ifndef PYKALA_FOLLOWUP_TRACE_H
#define PYKALA_FOLLOWUP_TRACE_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct trace_text {
    const char *plain;               /* without blanks, capitals and differences of Unicode form */
    uint32_t hash;                   /* of plain */
    const char *measure, *indicator; /* ids of what it is about; NULL for the whole */
    bool is_proposal;
    struct diag_place place;
};

struct trace_number {
    size_t indicator; /* in the year's version of the plan */
    int64_t value;    /* DECIMAL_UNIT is 1 */
    const char *year; /* of the statistic, or NULL */
    struct diag_place place;
};

/* A status of a measure, or a yes or no to an indicator. */
struct trace_word {
    size_t index; /* of the measure or indicator, in the year's version of the plan */
    int word;     /* enum followup_status, or enum followup_word */
    struct diag_place place;
};

struct trace {
    struct trace_word *words, *statuses;
    size_t word_count, word_capacity, status_count, status_capacity;
    struct trace_text *texts;
    struct trace_number *numbers; /* one an indicator, in their order (trace_sort) */
    size_t text_count, text_capacity, number_count, number_capacity;
};

struct check;

/* Notes the text, or the number of the answer, in hand. A number that can't be is left out: that is
 * told by itself. */
void trace_text(struct check *check);
void trace_number(struct check *check);

/* Notes the status of the measure, or the yes or no of the answer, in hand. */
void trace_status(struct check *check);
void trace_word(struct check *check);

/* Puts the numbers into the order of their indicators. */
void trace_sort(struct trace *trace);

#endif
