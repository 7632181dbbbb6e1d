/* The versions of a plan: which is asked about when, and what goes on from one to another. */
#include "followup/followup_private.h"

#include <string.h>

/* Returns whether two values are equal, or both absent. */
static bool are_equal(const char *one, const char *other)
{
    return one && other ? strcmp(one, other) == 0 : one == other;
}

/* Returns whether the answers to two indicators can be compared. A count's unit is only a word. The
 * rule indicator-changed reports those that can't. */
static bool are_comparable(const struct followup_indicator *one,
                           const struct followup_indicator *other)
{
    return one->kind == other->kind && one->is_regional == other->is_regional &&
           (one->kind != KIND_VALUE || are_equal(one->unit, other->unit));
}

static const struct followup_indicator *find(const struct followup_version *version,
                                             const struct followup_indicator *indicator)
{
    ptrdiff_t index = lookup_find(&version->indicator_index, indicator->id);
    if (index == LOOKUP_NONE || !are_comparable(indicator, &version->indicators[index]))
        return NULL;
    return &version->indicators[index];
}

/* Finds what the indicators of one version go on as in another, which may be the same. */
static void link_versions(struct followup_version *from, const struct followup_version *to)
{
    for (size_t i = 0; i < from->indicator_count; i++)
        from->indicators[i].in_versions[to->index] =
            from == to ? &from->indicators[i] : find(to, &from->indicators[i]);
}

static void make_room(struct followup *followup, struct followup_version *version)
{
    for (size_t i = 0; i < version->indicator_count; i++)
        version->indicators[i].in_versions = arena_array(
            followup->arena, followup->version_count, sizeof *version->indicators[i].in_versions);
}

static bool is_told_apart(const struct followup *followup, const struct followup_version *version)
{
    for (size_t i = 0; i < followup->version_count; i++)
        if (i != version->index &&
            (!version->name || are_equal(version->name, followup->versions[i].name)))
            return false;
    return true;
}

void followup_link_versions(struct followup *followup)
{
    for (size_t from = 0; from < followup->version_count; from++) {
        make_room(followup, &followup->versions[from]);
        followup->versions[from].is_told_apart = is_told_apart(followup, &followup->versions[from]);
        for (size_t to = 0; to < followup->version_count; to++)
            link_versions(&followup->versions[from], &followup->versions[to]);
    }
}

const struct followup_version *followup_version_of(const struct followup *followup, int year)
{
    for (size_t i = followup->version_count; i > 1; i--)
        if (followup->versions[i - 1].first_year <= year)
            return &followup->versions[i - 1];
    return followup->versions;
}

const struct followup_indicator *followup_indicator_in(const struct followup_indicator *indicator,
                                                       const struct followup_year *year)
{
    return indicator->in_versions[year->version->index];
}
