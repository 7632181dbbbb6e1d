#include "cli/select.h"

#include <string.h>

void select_add(struct names *names, struct arena *arena, const char *list)
{
    while (*list) {
        size_t size = strcspn(list, ",");
        if (size)
            names_add(names, arena_strndup(arena, list, size));
        list += size + (list[size] == ',');
    }
}

static bool lets_through(const struct select_filter *filter, const struct agenda_paper *paper)
{
    return (!filter->parties.count ||
            (paper->party && names_contain(&filter->parties, paper->party))) &&
           (!filter->papers.count || names_contain(&filter->papers, paper->id));
}

static struct select_stranger find_stranger(const struct names *wanted, const struct names *known,
                                            bool is_party)
{
    for (size_t i = 0; i < wanted->count; i++)
        if (!names_contain(known, wanted->items[i]))
            return (struct select_stranger){
                .name = wanted->items[i],
                .nearest = names_nearest(known, wanted->items[i]),
                .is_party = is_party,
            };
    return (struct select_stranger){0};
}

struct select_stranger select_stranger(const struct agenda *agenda,
                                       const struct select_filter *filter)
{
    struct names parties = {0}, papers = {0};
    for (size_t i = 0; i < agenda->count; i++) {
        if (agenda->papers[i].party)
            names_add_new(&parties, agenda->papers[i].party);
        names_add_new(&papers, agenda->papers[i].id);
    }
    struct select_stranger stranger = find_stranger(&filter->parties, &parties, true);
    if (!stranger.name)
        stranger = find_stranger(&filter->papers, &papers, false);
    names_free(&parties);
    names_free(&papers);
    return stranger;
}

size_t select_papers(const struct agenda *agenda, const struct select_filter *filter,
                     struct arena *arena, size_t **papers)
{
    size_t count = 0;
    *papers = arena_array(arena, agenda->count, sizeof **papers);
    for (size_t i = 0; i < agenda->count; i++)
        if (lets_through(filter, &agenda->papers[i]))
            (*papers)[count++] = i;
    return count;
}
