#include "agenda/versions.h"

#include "base/blank.h"
#include "base/buf.h"
#include "base/message.h"
#include "base/names.h"

#include <string.h>

static const char *name_of(const xmlNode *element, struct arena *arena)
{
    size_t size = 0;
    const char *value = xml_attribute(element, "versio");
    const char *trimmed = value ? blank_trim(value, &size) : NULL;
    return trimmed ? arena_strndup(arena, trimmed, size) : NULL;
}

const char *agenda_version_name(const xmlNode *paper, struct arena *arena)
{
    return name_of(paper, arena);
}

/* Reports a version that the plan doesn't have; known are those that it has. */
static void report_unknown(const xmlNode *paper, const char *name, const struct names *known,
                           struct diags *diags)
{
    struct buf hint = {0};
    buf_string(&hint, _("choose one of its versions: "));
    names_write(known, false, &hint);
    diag_add(diags, RULE_PAPER_VERSION, xml_attribute_place(paper, "versio"),
             known->count ? hint.data : _("leave versio out: its versions have no numbers"),
             _("the plan has no version %s"), name);
    buf_free(&hint);
}

/* Finds the one version of that name. Reports that there is none, unless it may be one that can't
 * be read. */
static const struct input_version *find_named(const struct input_project *project,
                                              const xmlNode *paper, const char *name,
                                              struct arena *arena, struct diags *diags)
{
    struct names known = {0};
    const struct input_version *found = NULL;
    size_t count = 0;
    bool are_known = true;
    for (size_t i = 0; i < project->version_count; i++) {
        const xmlNode *root = input_version_root(&project->versions[i]);
        const char *own = root ? name_of(root, arena) : NULL;
        are_known = are_known && root && xml_is_sound(root);
        if (own)
            names_add(&known, own);
        if (!own || strcmp(own, name) != 0)
            continue;
        found = &project->versions[i];
        count++;
    }
    if (!count && are_known)
        report_unknown(paper, name, &known, diags);
    names_free(&known);
    return count == 1 ? found : NULL;
}

static bool choose(const struct input_project *project, const xmlNode *paper, const char *name,
                   struct arena *arena, struct diags *diags, const struct input_version **version)
{
    if (!xml_has(paper, "aihe", "suunnitelma"))
        return diag_add(diags, RULE_PAPER_VERSION, xml_attribute_place(paper, "versio"),
                        _("leave versio out: a paper of a year is made of that year's version"),
                        _("only a paper about the plan chooses its version"));
    *version = find_named(project, paper, name, arena, diags);
    return *version;
}

bool agenda_find_version(const struct input_project *project, const xmlNode *paper,
                         struct diags *diags, const struct input_version **version)
{
    struct arena *arena = arena_new();
    const char *name = name_of(paper, arena), *year = xml_attribute(paper, "vuosi");
    bool is_found = true;
    *version = input_newest_version(project);
    if (name)
        is_found = choose(project, paper, name, arena, diags, version);
    else if (year && project->version_count)
        is_found = (*version = input_version_of_year(project, year));
    arena_free(arena);
    return is_found;
}
