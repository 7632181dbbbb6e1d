/* The parties' yearly answers, as the commands need them: their folder, their state, a year. */
#ifndef PYKALA_CLI_ANSWERS_H
#define PYKALA_CLI_ANSWERS_H

#include "base/arena.h"
#include "base/buf.h"
#include "followup/followup.h"

#include <stdbool.h>

/* A folder of answers, and the project it belongs to. */
struct answers_folder {
    const char *project;
    int year; /* 0: of all years */
};

/* Looks for the project file in the folders above the given one. Returns false when none is there,
 * or when the folder holds a project file itself. The result lives in the arena. */
bool answers_find_project(const char *folder, struct arena *arena, struct answers_folder *found);

/* Returns whether a project file stands in the folder. */
bool answers_has_project(const char *folder, struct arena *arena);

/* Returns whether a folder is the project's folder of answers, or for a year, of that year's. */
bool answers_is_folder_of(const struct input_project *project, const char *folder, int year);

/* Returns whether there is anything to tell of a party's answers in a year: it is asked, or it has
 * answered all the same. */
bool answers_concern(const struct followup_party *party);

/* Appends what has become of each party's answers, year by year. */
void answers_write_states(const struct followup *followup, struct buf *out);

/* Returns whether the project follows up the year; adds an error when not. */
bool answers_has_year(const struct followup *followup, const struct input_project *project,
                      int year, struct diags *diags);

#endif
