/* Selection of the papers that the options ask for. */
#ifndef PYKALA_CLI_SELECT_H
#define PYKALA_CLI_SELECT_H

#include "agenda/agenda.h"
#include "base/arena.h"
#include "base/names.h"

#include <stdbool.h>
#include <stddef.h>

/* Adds the names, set apart by commas, in copies that the arena owns. */
void select_add(struct names *names, struct arena *arena, const char *list);

struct select_filter {
    struct names parties, papers; /* empty: all */
};

/* A name that no paper of the agenda has. */
struct select_stranger {
    const char *name;    /* NULL: there is none */
    const char *nearest; /* that the agenda has; NULL: none is near */
    bool is_party;       /* or else a paper */
};

/* Returns the first name of the filter that the agenda doesn't have. */
struct select_stranger select_stranger(const struct agenda *agenda,
                                       const struct select_filter *filter);

/*
 * Puts the indices of the papers that the filter lets through, in the agenda's order, into
 * *papers, which the arena owns, and returns how many they are.
 */
size_t select_papers(const struct agenda *agenda, const struct select_filter *filter,
                     struct arena *arena, size_t **papers);

#endif
