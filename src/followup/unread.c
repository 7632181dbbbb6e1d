/* What lies among the answers and is not read: a party has sent something, and nobody would know.
 */
#include "followup/folder.h"
#include "followup/followup_private.h"

#include "base/blank.h"
#include "base/file.h"
#include "base/message.h"

#include <string.h>
#include <strings.h>

/* Returns whether a name is one that programs leave behind, such as hidden files, locks of office
 * programs and copies of editors, or a note to people (README). Nobody has sent those. */
static bool is_litter(const char *name)
{
    static const char *const endings[] = {"~",     ".bak",      ".tmp", ".swp",
                                          ".orig", "Thumbs.db", ".ini"};
    bool is_litter = *name == '.' || strncmp(name, "~$", 2) == 0 || *name == '#' ||
                     strncasecmp(name, "readme", 6) == 0;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        is_litter = is_litter || file_has_ending(name, endings[i]);
    return is_litter;
}

static bool is_unread_in_year(const char *name)
{
    return !is_litter(name) && !followup_is_answers(name) && strcmp(name, FOLLOWUP_EARLIER) != 0;
}

static bool is_unread_among_years(const char *name)
{
    return !is_litter(name) && !followup_is_year(name);
}

/* Returns whether a file is one of answers but for its name: joutsa.XML, laukaa.xml.txt. */
static bool is_misnamed(const char *name)
{
    size_t size = strlen(name);
    return (size > 4 && strcasecmp(name + size - 4, ".xml") == 0) ||
           (size > 8 && strcasecmp(name + size - 8, ".xml.txt") == 0);
}

/* Returns what to do with a thing in a year's folder. */
static const char *hint_in_year(const char *name, const char *id, bool is_folder,
                                struct arena *arena)
{
    if (is_folder)
        return _("move the files of answers out of it, into the year's folder");
    if (id && is_misnamed(name))
        return arena_printf(arena, _("name it %s.xml"), id);
    if (is_misnamed(name))
        return _("name it PARTY.xml, after the party whose answers it holds");
    return id ? arena_printf(
                    arena,
                    _("write the answers into the party's form, %s.xml or %s.xlsx, or move "
                      "the file away"),
                    id, id)
              : _("move it away, or write the answers that it holds into their party's form");
}

static void report_in_year(const struct followup *followup, struct followup_year *year,
                           const char *path, const char *name, struct diags *diags)
{
    struct arena *arena = arena_new();
    ptrdiff_t party = followup_party_of_file(followup, name);
    const char *id = party == LOOKUP_NONE ? NULL : followup->parties[party].id;
    const char *file = arena_printf(arena, "%s/%s", path, name);
    bool is_folder = file_is_folder(file);
    diag_add(diags, RULE_FOLLOWUP_NOT_READ, (struct diag_place){.file = file},
             hint_in_year(name, id, is_folder, arena), "%s%s%s", id ? id : "", id ? ": " : "",
             is_folder ? _("the folder is not read") : _("the file is not read"));
    struct followup_submission *submission = id ? &year->submissions[party] : NULL;
    if (submission && !submission->file) {
        submission->state = FOLLOWUP_UNREAD;
        submission->unread =
            arena_printf(followup->arena, "%s/%s", followup_folder(followup, year->year), name);
    }
    arena_free(arena);
}

void followup_report_unread(const struct followup *followup, struct followup_year *year,
                            const char *path, struct diags *diags)
{
    struct arena *arena = arena_new();
    struct names names = folder_list(path, is_unread_in_year, arena, diags);
    for (size_t i = 0; i < names.count; i++)
        report_in_year(followup, year, path, names.items[i], diags);
    names_free(&names);
    arena_free(arena);
}

/* Returns the first four digits of a name that stand alone: "2026 vastaukset". In the arena; NULL
 * for none. */
static const char *year_in(const char *name, struct arena *arena)
{
    for (const char *at = name; *at; at += strspn(at, DIGITS)) {
        at += strcspn(at, DIGITS);
        if (strspn(at, DIGITS) == 4 && (strncmp(at, "20", 2) == 0 || strncmp(at, "19", 2) == 0))
            return arena_strndup(arena, at, 4);
    }
    return NULL;
}

/* Reports a thing that is no year's folder, beside these or beside their folder. */
static void report_stray(const char *folder, const char *path, struct diags *diags)
{
    struct arena *arena = arena_new();
    const char *year = year_in(file_name(path), arena);
    bool is_folder = file_is_folder(path);
    const char *hint =
        is_folder && year
            ? arena_printf(arena, _("if it holds answers, name it %s/%s"), folder, year)
            : arena_printf(arena,
                           _("if it holds answers, move it to the folder of "
                             "their year, %s/YEAR"),
                           folder);
    diag_add(diags, RULE_FOLLOWUP_NOT_READ, (struct diag_place){.file = path}, hint, "%s",
             is_folder ? _("the folder is not read") : _("the file is not read"));
    arena_free(arena);
}

static bool holds_word(const char *name, const char *word)
{
    while (*name && strncasecmp(name, word, strlen(word)) != 0)
        name++;
    return *name;
}

/* Returns whether a thing in the project's folder looks like answers: a party's file, or a folder
 * of a year's answers. */
static bool looks_like_answers(const struct followup *followup, const char *path)
{
    const char *name = file_name(path);
    struct arena *arena = arena_new();
    bool is_of_year = year_in(name, arena) != NULL;
    arena_free(arena);
    if (!file_is_folder(path))
        return is_misnamed(name) && followup_party_of_file(followup, name) != LOOKUP_NONE;
    return followup_is_year(name) ||
           (is_of_year &&
            (holds_word(name, "vastau") || holds_word(name, "seuran") || holds_word(name, "svar")));
}

static bool is_no_litter(const char *name)
{
    return !is_litter(name);
}

/* Returns whether the project file names a file or folder. */
static bool is_named(const struct input_project *project, const char *name)
{
    const xmlNode *files = xml_child(xmlDocGetRootElement(project->project->xml), "tiedostot");
    for (const xmlNode *one = files ? files->children : NULL; one; one = one->next) {
        const char *path = one->type == XML_ELEMENT_NODE ? xml_attribute(one, "polku") : NULL;
        size_t size = strlen(name);
        if (path && strncmp(path, name, size) == 0 && (!path[size] || path[size] == '/'))
            return true;
    }
    return strcmp(name, "hanke.xml") == 0;
}

void followup_report_strays(const struct followup *followup, const struct input_project *project,
                            struct diags *diags)
{
    struct arena *arena = arena_new();
    const char *folder = folder_join(arena, project->folder, followup->folder);
    if (file_is_same(folder, project->folder)) {
        arena_free(arena);
        return; /* what stands among them is the project's */
    }
    struct names among = folder_list(folder, is_unread_among_years, arena, diags);
    struct names beside = folder_list(project->folder, is_no_litter, arena, diags);
    for (size_t i = 0; i < among.count; i++)
        report_stray(followup->folder, arena_printf(arena, "%s/%s", folder, among.items[i]), diags);
    for (size_t i = 0; i < beside.count; i++) {
        const char *path = folder_join(arena, project->folder, beside.items[i]);
        if (!is_named(project, beside.items[i]) && looks_like_answers(followup, path))
            report_stray(followup->folder, path, diags);
    }
    names_free(&among);
    names_free(&beside);
    arena_free(arena);
}
