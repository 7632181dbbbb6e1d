#include "cli/select.h"

#include "base/memory.h"
#include "cli/nearest.h"

#include <stdlib.h>
#include <string.h>

static void append(struct select_names *names, const char *name)
{
    memory_grow((void **)&names->items, names->count, &names->capacity, sizeof *names->items);
    names->items[names->count++] = name;
}

void select_add(struct select_names *names, struct arena *arena, const char *list)
{
    while (*list) {
        size_t size = strcspn(list, ",");
        if (size)
            append(names, arena_strndup(arena, list, size));
        list += size + (list[size] == ',');
    }
}

static bool has(const struct select_names *names, const char *name)
{
    for (size_t i = 0; name && i < names->count; i++)
        if (strcmp(names->items[i], name) == 0)
            return true;
    return false;
}

static bool lets_through(const struct select_filter *filter, const struct agenda_paper *paper)
{
    return (!filter->parties.count || has(&filter->parties, paper->party)) &&
           (!filter->papers.count || has(&filter->papers, paper->id));
}

static struct select_stranger find_stranger(const struct select_names *wanted,
                                            const struct select_names *known, bool is_party)
{
    for (size_t i = 0; i < wanted->count; i++)
        if (!has(known, wanted->items[i]))
            return (struct select_stranger){
                .name = wanted->items[i],
                .nearest = known->count ? nearest_name(wanted->items[i], known->items, known->count)
                                        : NULL,
                .is_party = is_party,
            };
    return (struct select_stranger){0};
}

static void add_once(struct select_names *names, const char *name)
{
    if (name && !has(names, name))
        append(names, name);
}

struct select_stranger select_stranger(const struct agenda *agenda,
                                       const struct select_filter *filter)
{
    struct select_names parties = {0}, papers = {0};
    for (size_t i = 0; i < agenda->count; i++) {
        add_once(&parties, agenda->papers[i].party);
        add_once(&papers, agenda->papers[i].id);
    }
    struct select_stranger stranger = find_stranger(&filter->parties, &parties, true);
    if (!stranger.name)
        stranger = find_stranger(&filter->papers, &papers, false);
    free(parties.items);
    free(papers.items);
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
