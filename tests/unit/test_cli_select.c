/* Which papers the options ask for, and what a mistyped name is taken for. */
#include "base/arena.h"
#include "cli/select.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static struct agenda_paper papers[] = {
    {.party = "joutsa", .id = "sopimus-hallitus"},
    {.party = "joutsa", .id = "selostus"},
    {.party = "luhanka", .id = "sopimus-hallitus"},
    {.party = "luhanka", .id = "selostus"},
    {.party = NULL, .id = "sopimus"},
};
static const struct agenda agenda = {.papers = papers, .count = sizeof papers / sizeof *papers};

static void parties_and_papers_select_the_papers(void **state)
{
    (void)state;
    static const struct {
        const char *parties, *papers;
        size_t count, first;
    } cases[] = {
        {"", "", 5, 0},
        {"luhanka", "", 2, 2},
        {"luhanka,joutsa", "", 4, 0},
        {",joutsa,,", "", 2, 0},
        {"", "sopimus", 1, 4},
        {"", "selostus,sopimus", 3, 1},
        {"luhanka", "selostus", 1, 3},
        {"joutsa", "sopimus", 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = arena_new();
        struct select_filter filter = {0};
        select_add(&filter.parties, arena, cases[i].parties);
        select_add(&filter.papers, arena, cases[i].papers);
        size_t *wanted;
        assert_int_equal(select_papers(&agenda, &filter, arena, &wanted), cases[i].count);
        if (cases[i].count)
            assert_int_equal(wanted[0], cases[i].first);
        assert_null(select_stranger(&agenda, &filter).name);
        names_free(&filter.parties);
        names_free(&filter.papers);
        arena_free(arena);
    }
}

static void strangers_get_a_name_that_is_near(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct select_filter filter = {0};
    select_add(&filter.papers, arena, "selostus,sopimus-halitus");
    struct select_stranger paper = select_stranger(&agenda, &filter);
    assert_string_equal(paper.name, "sopimus-halitus");
    assert_string_equal(paper.nearest, "sopimus-hallitus");
    assert_false(paper.is_party);
    select_add(&filter.parties, arena, "jousta");
    struct select_stranger party = select_stranger(&agenda, &filter);
    assert_string_equal(party.nearest, "joutsa");
    assert_true(party.is_party);
    filter.parties.items[0] = "nobody";
    assert_string_equal(select_stranger(&agenda, &filter).name, "nobody");
    assert_null(select_stranger(&agenda, &filter).nearest);
    const struct agenda nothing = {0};
    assert_null(select_stranger(&nothing, &filter).nearest);
    names_free(&filter.parties);
    names_free(&filter.papers);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parties_and_papers_select_the_papers),
        cmocka_unit_test(strangers_get_a_name_that_is_near),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
