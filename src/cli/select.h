/* Which papers of the agenda the options ask for. */
#ifndef PYKALA_CLI_SELECT_H
#define PYKALA_CLI_SELECT_H

#include "agenda/agenda.h"
#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* Names given with an option, in the order given. */
struct select_names {
    const char **items;
    size_t count, capacity;
};

/* Adds the names, set apart by commas, in copies that the arena owns. Free items at the end. */
void select_add(struct select_names *names, struct arena *arena, const char *list);

struct select_filter {
    struct select_names parties, papers; /* empty: all */
};

/* A name that no paper of the agenda has. */
struct select_stranger {
    const char *name, *nearest; /* NULL: there is none */
    bool is_party;              /* or else a paper */
};

/* The first name of the filter that the agenda doesn't have, with the nearest that it has. */
struct select_stranger select_stranger(const struct agenda *agenda,
                                       const struct select_filter *filter);

/*
 * Puts the indices of the papers that the filter lets through, in the agenda's order, into
 * *papers, which the arena owns, and returns how many they are.
 */
size_t select_papers(const struct agenda *agenda, const struct select_filter *filter,
                     struct arena *arena, size_t **papers);

#endif
