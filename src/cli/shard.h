/* One part of the papers, where several processes or machines make them together. */
#ifndef PYKALA_CLI_SHARD_H
#define PYKALA_CLI_SHARD_H

#include "agenda/agenda.h"
#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

struct shard {
    size_t number, count; /* the number-th of count, from 1; both 0: all papers */
};

/* Keeps in the list (indices into the agenda) the papers of the shard, in their order, and returns
 * how many they are: possibly none. Each paper is in one shard of the same list; the shards differ
 * by one at most in their papers, and in those of a kind. */
size_t shard_take(const struct shard *shard, const struct agenda *agenda, size_t *papers,
                  size_t count, struct arena *arena);

#endif
