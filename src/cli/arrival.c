#include "cli/arrival.h"

#include "base/file.h"
#include "cli/project.h"
#include "followup/followup.h"

#include <stdio.h>
#include <string.h>

/* Returns whether a file begins as one of Office does: in a ZIP archive, or in the older format. */
static bool begins_like_office(const char *path)
{
    char bytes[4] = "";
    FILE *file = fopen(path, "rb");
    size_t size = file ? fread(bytes, 1, sizeof bytes, file) : 0;
    if (file)
        fclose(file);
    return size == sizeof bytes &&
           (memcmp(bytes, "PK\3\4", size) == 0 || memcmp(bytes, "\xD0\xCF\x11\xE0", size) == 0);
}

struct arrival arrival_of(const char *path, const char *name)
{
    bool is_workbook = followup_is_workbook(name) || begins_like_office(path);
    return (struct arrival){.path = path, .name = name, .is_workbook = is_workbook};
}

static const char *known(const struct input_project *project, const char *id)
{
    return id && project->parties && project_find_party(project, id) ? id : NULL;
}

/* Returns the name of a file without its ending. */
static const char *stem_of(const char *name, struct arena *arena)
{
    const char *last = file_name(name), *end = strrchr(last, '.');
    return arena_strndup(arena, last, end ? (size_t)(end - last) : strlen(last));
}

/* Returns the last year that the project follows up, or NULL. */
static const char *last_year(const struct input_project *project)
{
    const xmlNode *years = xml_child(xmlDocGetRootElement(project->project->xml), "seurantavuodet");
    const char *last = NULL;
    for (xmlNodePtr one = years ? xml_child(years, "seurantavuosi") : NULL; one;
         one = xml_next(one, "seurantavuosi")) {
        const char *year = xml_attribute(one, "vuosi");
        if (year && followup_is_year(year) && (!last || strcmp(year, last) > 0))
            last = year;
    }
    return last;
}

/* What a file says of itself. NULL: nothing. */
struct words {
    const char *party, *year;
};

static struct words words_of_xml(const struct session *session, const char *path,
                                 struct arena *arena)
{
    struct diags *told = diags_new(); /* the checks report what is wrong */
    struct input_document *document = input_document_load(session->schema, path, told);
    const xmlNode *root = document ? xmlDocGetRootElement(document->xml) : NULL;
    const char *party = root ? xml_attribute(root, "osapuoli") : NULL;
    const char *year = root ? xml_attribute(root, "vuosi") : NULL;
    const struct words words = {.party = party ? arena_strdup(arena, party) : NULL,
                                .year = year ? arena_strdup(arena, year) : NULL};
    input_document_free(document);
    diags_free(told);
    return words;
}

static struct words words_of(const struct session *session, const struct arrival *arrival,
                             struct arena *arena)
{
    struct words words = {0};
    if (!arrival->is_workbook)
        return words_of_xml(session, arrival->path, arena);
    followup_book_owner(arrival->path, arena, &words.party, &words.year);
    return words;
}

/* Returns the party that a file is named after, or NULL. */
static const char *party_named(const struct input_project *project, const char *name,
                               struct arena *arena)
{
    if (followup_has(project) && followup_can_compare(project))
        return followup_party_named(project, file_name(name), arena);
    return known(project, stem_of(name, arena));
}

static const char *place_of(const struct input_project *project, const struct words *words,
                            const struct arrival *arrival, struct arena *arena, bool *is_guess)
{
    const xmlNode *folder = followup_folder_element(project);
    const char *answers = folder ? xml_attribute(folder, "polku") : NULL;
    const char *party = party_named(project, arrival->name, arena);
    const char *year = arrival->year ? arrival->year : words->year;
    if (!party)
        party = known(project, words->party);
    *is_guess = !year || !followup_is_year(year);
    if (*is_guess)
        year = last_year(project);
    if (!answers || !party || !year)
        return NULL;
    return arena_printf(arena, "%s/%s/%s%s", file_without_slashes(answers, arena), year, party,
                        arrival->is_workbook ? ".xlsx" : ".xml");
}

const char *arrival_place(const struct session *session, const char *project_path,
                          const struct arrival *arrival, struct arena *arena, bool *is_guess)
{
    struct diags *told = diags_new(); /* the checks report what is wrong */
    struct input_project *project = input_project_load(session->schema, project_path, told);
    const struct words words = words_of(session, arrival, arena);
    const char *place = project ? place_of(project, &words, arrival, arena, is_guess) : NULL;
    input_project_free(project);
    diags_free(told);
    return place;
}
