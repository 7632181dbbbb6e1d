/*
 * Certain corrections: the changes that diagnostics carry and say to be no guess, made in a file's
 * bytes. All other bytes stay.
 */
#ifndef PYKALA_BASE_CORRECTION_H
#define PYKALA_BASE_CORRECTION_H

#include "base/buf.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

/* A change that has been made. Its place is that in the bytes as they were before its round; one
 * without a line is that of the whole file from the encoding was to UTF-8. */
struct correction {
    int round; /* from 1: a round begins with the result of the one before */
    enum rule rule;
    int line, column, end_line, end_column;
    const char *was, *now;
    const char *message; /* of the diagnostic */
};

/* The changes of a file, in the order of rounds and places. */
struct corrections {
    struct arena *arena; /* of their strings */
    struct correction *items;
    size_t count, capacity;
};

/* Returns an empty list, owned by the caller (corrections_free). */
struct corrections corrections_new(void);
void corrections_free(struct corrections *corrections);

/* Adds a change. Its strings are copied. */
void corrections_add(struct corrections *corrections, struct correction correction);

/* Returns whether a diagnostic can be corrected for certain: in the file of that name. */
bool correction_is_of(const struct diag *diag, const char *file);

/*
 * Makes the certain changes of the diagnostics about the file of that name, which are sorted, in
 * its bytes: appends the result to out, and the changes to made as those of a round. The changes of
 * one diagnostic are made all or none; of two that overlap the one that begins first is made. A
 * file that is not in UTF-8 becomes UTF-8, when a diagnostic says for certain what it is in; else
 * nothing is changed. Returns whether anything is.
 */
bool correction_make(const struct buf *bytes, const char *file, const struct diags *diags,
                     int round, struct buf *out, struct corrections *made);

#endif
