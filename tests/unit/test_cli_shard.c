/* How papers are dealt out to shards. */
#include "base/arena.h"
#include "cli/shard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Thirty papers of three kinds, in the agenda's order: each party has one of each. */
enum { KINDS = 3, PAPERS = 30 };
static const char *const kinds[KINDS] = {"selostus", "sopimus-hallitus", "suunnitelma-hallitus"};

static struct agenda new_agenda(struct arena *arena)
{
    struct agenda agenda = {.count = PAPERS};
    agenda.papers = arena_array(arena, PAPERS, sizeof *agenda.papers);
    for (size_t i = 0; i < PAPERS; i++)
        agenda.papers[i].id = kinds[i % KINDS];
    return agenda;
}

static size_t take(const struct agenda *agenda, struct shard shard, size_t *papers,
                   struct arena *arena)
{
    for (size_t i = 0; i < PAPERS; i++)
        papers[i] = i;
    return shard_take(&shard, agenda, papers, PAPERS, arena);
}

/* Checks that a shard has its share of a kind, to one. */
static void check_share(const struct agenda *agenda, const size_t *papers, size_t count,
                        const char *kind, size_t shards)
{
    size_t taken = 0, least = PAPERS / KINDS / shards;
    for (size_t i = 0; i < count; i++)
        taken += strcmp(agenda->papers[papers[i]].id, kind) == 0;
    assert_in_range(taken, least, least + 1);
}

static void check_shards(const struct agenda *agenda, size_t shards, struct arena *arena)
{
    size_t times[PAPERS] = {0};
    for (size_t number = 1; number <= shards; number++) {
        size_t papers[PAPERS];
        size_t count = take(agenda, (struct shard){number, shards}, papers, arena);
        assert_in_range(count, PAPERS / shards, PAPERS / shards + 1);
        for (size_t i = 0; i < KINDS; i++)
            check_share(agenda, papers, count, kinds[i], shards);
        for (size_t i = 0; i < count; i++) {
            times[papers[i]]++;
            assert_true(i == 0 || papers[i - 1] < papers[i]);
        }
    }
    for (size_t i = 0; i < PAPERS; i++)
        assert_int_equal(times[i], 1);
}

static void each_paper_is_in_one_shard(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct agenda agenda = new_agenda(arena);
    for (size_t shards = 1; shards <= PAPERS + 5; shards++)
        check_shards(&agenda, shards, arena);
    arena_free(arena);
}

static void no_shard_is_all(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct agenda agenda = new_agenda(arena);
    size_t papers[PAPERS];
    assert_int_equal(take(&agenda, (struct shard){0}, papers, arena), PAPERS);
    assert_int_equal(papers[PAPERS - 1], PAPERS - 1);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_paper_is_in_one_shard),
        cmocka_unit_test(no_shard_is_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
