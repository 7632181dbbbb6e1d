/* What was understood of a party's answers: the questions in their own words, each with its answer,
 * and which part of the file is about which. */
#ifndef PYKALA_CLI_UNDERSTOOD_H
#define PYKALA_CLI_UNDERSTOOD_H

#include "base/arena.h"
#include "cli/session.h"
#include "followup/followup.h"
#include "report/report.h"

/* The answers of a year. */
struct understood_year {
    const struct session *session;
    const struct followup *followup; /* which has read the year */
    const struct input_project *project;
    int year;
    struct arena *arena; /* of all that is returned, with the follow-up */
};

/* Returns what was understood of a party's answers (index in the register). path is the file's;
 * NULL when the answers are missing. */
const struct report_answers *understood_of(const struct understood_year *year, size_t party,
                                           const char *path);

/* Fills in the size and the digest of the file at path, when it can be read. The digest is in the
 * arena. */
void understood_identify(const char *path, struct arena *arena, struct report_file *file);

#endif
