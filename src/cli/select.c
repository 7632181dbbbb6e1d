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

static const char *name_of(const struct agenda_paper *paper, bool is_party)
{
    return is_party ? paper->party : paper->id;
}

static bool is_known(const struct agenda *agenda, const char *name, bool is_party)
{
    for (size_t i = 0; i < agenda->count; i++) {
        const char *known = name_of(&agenda->papers[i], is_party);
        if (known && strcmp(known, name) == 0)
            return true;
    }
    return false;
}

static const char *nearest(const struct agenda *agenda, const char *name, bool is_party)
{
    struct names known = {0};
    for (size_t i = 0; i < agenda->count; i++)
        if (name_of(&agenda->papers[i], is_party))
            names_add(&known, name_of(&agenda->papers[i], is_party));
    const char *found = names_nearest(&known, name);
    names_free(&known);
    return found;
}

static struct select_stranger find_stranger(const struct agenda *agenda, const struct names *wanted,
                                            bool is_party)
{
    for (size_t i = 0; i < wanted->count; i++)
        if (!is_known(agenda, wanted->items[i], is_party))
            return (struct select_stranger){
                .name = wanted->items[i],
                .nearest = nearest(agenda, wanted->items[i], is_party),
                .is_party = is_party,
            };
    return (struct select_stranger){0};
}

struct select_stranger select_stranger(const struct agenda *agenda,
                                       const struct select_filter *filter)
{
    struct select_stranger stranger = find_stranger(agenda, &filter->parties, true);
    return stranger.name ? stranger : find_stranger(agenda, &filter->papers, false);
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
