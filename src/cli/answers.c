#include "cli/answers.h"

#include "base/clean.h"
#include "base/file.h"
#include "base/message.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* How many folders above a folder of answers are searched for the project file. */
enum { MOST_LEVELS = 4 };

/* Returns the folder above one, as a name from where the user stands. */
static const char *above(const char *folder, struct arena *arena)
{
    folder = file_without_slashes(folder, arena);
    const char *name = file_name(folder);
    bool is_step = strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
    return is_step ? arena_printf(arena, "%s/..", folder) : file_folder(folder, arena);
}

bool answers_has_project(const char *folder, struct arena *arena)
{
    return access(arena_printf(arena, "%s/hanke.xml", folder), F_OK) == 0;
}

/* Returns the year that a folder is named after, or 0. */
static int year_of(const char *folder)
{
    char *real = realpath(folder, NULL);
    const char *name = real ? file_name(real) : "";
    int year = followup_is_year(name) ? atoi(name) : 0;
    free(real);
    return year;
}

bool answers_find_project(const char *folder, struct arena *arena, struct answers_folder *found)
{
    if (answers_has_project(folder, arena))
        return false;
    found->year = year_of(folder);
    found->project = folder;
    for (int level = 0; level < MOST_LEVELS; level++) {
        found->project = above(found->project, arena);
        if (answers_has_project(found->project, arena))
            return true;
    }
    return false;
}

bool answers_is_folder_of(const struct input_project *project, const char *folder, int year)
{
    const xmlNode *answers = followup_folder_element(project);
    const char *name = answers ? xml_attribute(answers, "polku") : NULL;
    struct arena *arena = arena_new();
    bool is_one = false;
    if (name && year)
        is_one =
            file_is_same(arena_printf(arena, "%s/%s/%04d", project->folder, name, year), folder);
    else if (name)
        is_one = file_is_same(arena_printf(arena, "%s/%s", project->folder, name), folder);
    arena_free(arena);
    return is_one;
}

static const char *state_word(enum followup_state state)
{
    switch (state) {
    case FOLLOWUP_MISSING:
        return _("missing");
    case FOLLOWUP_UNREAD:
        return _("not read");
    case FOLLOWUP_REJECTED:
        return _("rejected");
    case FOLLOWUP_REMARKS:
        return _("accepted with remarks");
    case FOLLOWUP_ACCEPTED:
        return _("accepted");
    }
    return "";
}

static void write_counts(const size_t counts[], struct buf *out)
{
    const char *separator = "";
    for (int state = FOLLOWUP_ACCEPTED; state >= FOLLOWUP_MISSING; state--) {
        if (!counts[state])
            continue;
        buf_string(out, separator);
        buf_printf(out, _("%zu %s"), counts[state], state_word((enum followup_state)state));
        separator = ", ";
    }
    buf_char(out, '\n');
}

bool answers_concern(const struct followup_party *party)
{
    return party->is_asked || party->file;
}

static void write_year(const struct followup *followup, int year, struct buf *out)
{
    size_t counts[FOLLOWUP_ACCEPTED + 1] = {0}, files = 0;
    int width = 0;
    for (size_t i = 0; i < followup_party_count(followup); i++) {
        struct followup_party party = followup_party_at(followup, year, i);
        counts[party.state] += answers_concern(&party);
        files += party.file || party.unread;
        width = (int)strlen(party.id) > width ? (int)strlen(party.id) : width;
    }
    buf_printf(out, _("Answers for %d: "), year);
    write_counts(counts, out);
    for (size_t i = 0; i < followup_party_count(followup) && files; i++) {
        struct followup_party party = followup_party_at(followup, year, i);
        if (!answers_concern(&party))
            continue;
        clean_printf(out, "  %-*s  %s", width, party.id, state_word(party.state));
        if (party.state == FOLLOWUP_UNREAD)
            clean_printf(out, ": %s", party.unread);
        buf_char(out, '\n');
    }
}

void answers_write_states(const struct followup *followup, struct buf *out)
{
    for (size_t i = 0; i < followup_year_count(followup); i++)
        write_year(followup, followup_year_at(followup, i), out);
}

bool answers_has_year(const struct followup *followup, const struct input_project *project,
                      int year, struct diags *diags)
{
    const xmlNode *root = xmlDocGetRootElement(project->project->xml);
    const xmlNode *years = xml_child(root, "seurantavuodet");
    if (followup_has_year(followup, year))
        return true;
    return diag_add(diags, RULE_FOLLOWUP_YEAR, xml_place(years ? years : root),
                    _("add the year to seurantavuodet in the project file"),
                    _("the project doesn't follow up the year %d"), year);
}
