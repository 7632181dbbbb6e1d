#include "agenda/versions.h"

#include "base/blank.h"
#include "base/buf.h"
#include "base/message.h"
#include "base/names.h"

#include <string.h>

/* Returns the version that a paper chooses, or a plan has, and its size; or NULL. */
static const char *version_of(const xmlNode *element, size_t *size)
{
    const char *value = element ? xml_attribute(element, "versio") : NULL;
    return value ? blank_trim(value, size) : NULL;
}

const char *agenda_version_name(const xmlNode *element, struct arena *arena)
{
    size_t size = 0;
    const char *name = version_of(element, &size);
    return name ? arena_strndup(arena, name, size) : NULL;
}

/* Appends the versions that the plan has, as a hint which to choose. */
static void write_known(const struct input_project *project, struct arena *arena, struct buf *out)
{
    struct names known = {0};
    for (size_t i = 0; i < project->version_count; i++) {
        const xmlNode *root = input_version_root(&project->versions[i]);
        const char *name = root ? agenda_version_name(root, arena) : NULL;
        if (name)
            names_add(&known, name);
    }
    buf_string(out, known.count ? _("choose one of its versions: ")
                                : _("leave versio out: its versions have no numbers"));
    names_write(&known, false, out);
    names_free(&known);
}

static void report_unknown(const struct input_project *project, const xmlNode *paper,
                           struct diags *diags)
{
    struct arena *arena = arena_new();
    struct buf hint = {0};
    write_known(project, arena, &hint);
    diag_add(diags, RULE_PAPER_VERSION, xml_attribute_place(paper, "versio"), hint.data,
             _("the plan has no version %s"), agenda_version_name(paper, arena));
    buf_free(&hint);
    arena_free(arena);
}

static bool is_named(const struct input_version *version, const char *name, size_t size)
{
    size_t own_size = 0;
    const char *own = version_of(input_version_root(version), &own_size);
    return own && own_size == size && memcmp(own, name, size) == 0;
}

/* Finds the one version that a paper names. Reports that there is none, unless it may be one whose
 * number isn't known. */
static const struct input_version *find_named(const struct input_project *project,
                                              const xmlNode *paper, struct diags *diags)
{
    const struct input_version *found = NULL;
    size_t count = 0, size = 0;
    const char *name = version_of(paper, &size);
    bool are_known = true;
    for (size_t i = 0; i < project->version_count; i++) {
        const struct input_version *version = &project->versions[i];
        const xmlNode *root = input_version_root(version);
        are_known = are_known && root && xml_knows(root, "versio");
        if (!is_named(version, name, size))
            continue;
        found = version;
        count++;
    }
    if (!count && are_known)
        report_unknown(project, paper, diags);
    return count == 1 ? found : NULL;
}

/* Finds the version that a paper names, which only a paper about the plan may do. */
static bool choose(const struct input_project *project, const xmlNode *paper, struct diags *diags,
                   const struct input_version **version)
{
    if (!xml_has(paper, "aihe", "suunnitelma"))
        return diag_add(diags, RULE_PAPER_VERSION, xml_attribute_place(paper, "versio"),
                        _("leave versio out: a paper of a year is made of that year's version"),
                        _("only a paper about the plan chooses its version"));
    *version = find_named(project, paper, diags);
    return *version;
}

bool agenda_find_version(const struct input_project *project, const xmlNode *paper,
                         struct diags *diags, const struct input_version **version)
{
    const char *year = xml_attribute(paper, "vuosi");
    *version = input_newest_version(project);
    if (xml_attribute(paper, "versio"))
        return choose(project, paper, diags, version);
    if (!year || !project->version_count)
        return true;
    *version = input_version_of_year(project, year);
    return *version;
}
