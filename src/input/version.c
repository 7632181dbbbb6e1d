/* The versions of a plan: which is in force on which day. Days are written year-month-day, so the
 * order of the texts is the order of the days; an empty one is before all. */
#include "input/input.h"

#include "base/blank.h"

#include <stdio.h>
#include <string.h>

const struct input_version *input_newest_version(const struct input_project *project)
{
    return project->version_count ? &project->versions[project->version_count - 1] : NULL;
}

const xmlNode *input_version_root(const struct input_version *version)
{
    const struct input_document *document = version ? version->document : NULL;
    return document ? xmlDocGetRootElement(document->xml) : NULL;
}

/* Returns the last version that has begun by a day, or NULL. */
static const struct input_version *last_begun(const struct input_project *project, const char *day)
{
    for (size_t i = project->version_count; i > 0; i--)
        if (strcmp(project->versions[i - 1].begins, day) <= 0)
            return &project->versions[i - 1];
    return NULL;
}

/* Returns whether a version that is followed by another is in force on a day. A version without a
 * last day gives way to the next, unless the next should stand before it. */
static bool is_in_force(const struct input_version *version, const char *day)
{
    const struct input_version *next = version + 1;
    if (strcmp(version->begins, day) > 0)
        return false;
    if (*version->ends)
        return strcmp(day, version->ends) <= 0;
    return strcmp(next->begins, version->begins) <= 0 || strcmp(day, next->begins) < 0;
}

const struct input_version *input_version_on(const struct input_project *project, const char *day)
{
    const struct input_version *last = last_begun(project, day);
    if (!last || (*last->ends && strcmp(last->ends, day) < 0))
        return NULL;
    for (const struct input_version *version = project->versions; version < last; version++)
        if (is_in_force(version, day))
            return NULL;
    return last;
}

const struct input_version *input_version_of_year(const struct input_project *project,
                                                  const char *year)
{
    char day[INPUT_DAY];
    size_t size = 0;
    snprintf(day, sizeof day, "%.4s-12-31", blank_trim(year, &size));
    return input_version_on(project, day);
}
