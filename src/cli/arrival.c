#include "cli/arrival.h"

#include "base/file.h"
#include "cli/project.h"
#include "followup/followup.h"

#include <string.h>

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

static const char *place_of(const struct input_project *project,
                            const struct input_document *document, const char *name,
                            struct arena *arena)
{
    const xmlNode *folder = followup_folder_element(project);
    const xmlNode *root = document ? xmlDocGetRootElement(document->xml) : NULL;
    const char *answers = folder ? xml_attribute(folder, "polku") : NULL;
    const char *party = known(project, stem_of(name, arena));
    const char *year = root ? xml_attribute(root, "vuosi") : NULL;
    if (!party && root)
        party = known(project, xml_attribute(root, "osapuoli"));
    if (!year || !followup_is_year(year))
        year = last_year(project);
    if (!answers || !party || !year)
        return NULL;
    return arena_printf(arena, "%s/%s/%s.xml", file_without_slashes(answers, arena), year, party);
}

const char *arrival_place(const struct session *session, const char *project_path, const char *path,
                          const char *name, struct arena *arena)
{
    struct diags *told = diags_new(); /* the checks report what is wrong */
    struct input_project *project = input_project_load(session->schema, project_path, told);
    struct input_document *document = input_document_load(session->schema, path, told);
    const char *place = project ? place_of(project, document, name, arena) : NULL;
    input_document_free(document);
    input_project_free(project);
    diags_free(told);
    return place;
}
