#include "cli/shard.h"

#include <string.h>

static bool same_kind(const struct agenda *agenda, size_t a, size_t b)
{
    return strcmp(agenda->papers[a].id, agenda->papers[b].id) == 0;
}

/* Deals the papers out in turn as cards, kind by kind. A kind's papers take about the same time,
 * and the project's long ones stand last: blocks would give one shard all of those, and turns in
 * the agenda's order, where each party has the same papers, could give each shard one kind alone.
 */
static void deal(const struct agenda *agenda, const size_t *papers, size_t count, size_t shards,
                 size_t *shard_of)
{
    size_t dealt = 0;
    for (size_t first = 0; first < count; first++) {
        if (shard_of[first])
            continue;
        for (size_t i = first; i < count; i++)
            if (!shard_of[i] && same_kind(agenda, papers[first], papers[i]))
                shard_of[i] = dealt++ % shards + 1;
    }
}

size_t shard_take(const struct shard *shard, const struct agenda *agenda, size_t *papers,
                  size_t count, struct arena *arena)
{
    if (!shard->count)
        return count;
    size_t *shard_of = arena_array(arena, count, sizeof *shard_of);
    deal(agenda, papers, count, shard->count, shard_of);
    size_t taken = 0;
    for (size_t i = 0; i < count; i++)
        if (shard_of[i] == shard->number)
            papers[taken++] = papers[i];
    return taken;
}
