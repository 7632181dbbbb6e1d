/*
 * Questions: what a party is asked in a year, in the order of the plan, with the answers that were
 * accepted, for whoever shows it to people: forms, workbooks, receipts. Words are Finnish, as those
 * of the plan are.
 */
#ifndef PYKALA_FOLLOWUP_QUESTIONS_H
#define PYKALA_FOLLOWUP_QUESTIONS_H

#include "base/arena.h"
#include "followup/followup.h"

/* mittari/@laji, in the order of followup_kinds. */
enum followup_kind { KIND_YES_NO, KIND_DONE, KIND_COUNT, KIND_SHARE, KIND_VALUE, KIND_TEXT, KINDS };

/* Returns the kind's name in the vocabulary. */
const char *followup_kind_name(enum followup_kind kind);

/* What of a measure is asked: who is responsible, its status, or one of its indicators. */
enum question_about { QUESTION_OFFICERS, QUESTION_STATUS, QUESTION_INDICATOR };

/* An answer. All is NULL where nothing was answered. */
struct question_answer {
    /* In words: "kyllä", "ei koske: <why>", "52,3 pistettä", "rakennustarkastaja, kunnanjohtaja".
     */
    const char *words;
    /* As the vocabulary has it: vastaus and tila of docs/followup.md's tree; NULL of officers. */
    const char *value;
    const char *remark, *date, *last_date, *source, *source_year;
    bool is_remark_secret;
    int line;         /* of the file of answers; 0 without one, and in a workbook */
    const char *cell; /* of the workbook, in XML that was made of one, too */
};

/* A question. What a question hasn't is NULL. */
struct followup_question {
    enum question_about about;
    const char *measure, *measure_number, *measure_name; /* measure is its id */

    /* Of an indicator. */
    const char *indicator; /* its id */
    const char *text;      /* the question itself */
    enum followup_kind kind;
    const char *unit, *source, *deadline;
    const char *target; /* "vähintään 3 kpl valtuustokaudella" */

    struct question_answer answer, previous; /* of the year, and of the year before */
};

struct followup_questions {
    const struct followup_question *items;
    size_t count;
};

/* Returns a question in words: the plan's own, or what is asked of every measure, in the program's
 * language. */
const char *followup_question_words(const struct followup_question *question);

/* Returns what a party is asked in a year: of each measure first the officers and the status, where
 * the party is asked for these, then the indicators. The strings live as long as the follow-up or
 * the arena. A year that wasn't read has no answers. */
struct followup_questions followup_questions(const struct followup *followup, int year,
                                             size_t party, struct arena *arena);

#endif
