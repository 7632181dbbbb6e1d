/*
 * The shape of a paper: what its template finds in the data of its party, but for the words. What
 * papers of one shape lack, they all lack: of thousands a few need to be tried.
 */
#ifndef PYKALA_CLI_SHAPE_H
#define PYKALA_CLI_SHAPE_H

#include "agenda/agenda.h"

struct shape_finder;

/* Reads the agenda's data, which must outlive the finder. Owned by the caller. */
struct shape_finder *shape_finder_new(const struct agenda *agenda);
void shape_finder_free(struct shape_finder *finder);

struct shape {
    size_t like;   /* the first paper of the same shape */
    bool is_first; /* of its paperi */
};

/* Returns the shape of a paper of the agenda. The papers are asked in their order. */
struct shape shape_find(struct shape_finder *finder, size_t paper);

#endif
