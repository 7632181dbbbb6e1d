#include "cli/owner.h"

#include "base/file.h"
#include "followup/followup.h"

#include <string.h>
#include <unistd.h>

bool owner_may_be(const char *path, struct arena *arena, struct answers_folder *found)
{
    const char *folder = file_folder(path, arena);
    if (answers_find_project(folder, arena, found))
        return true;
    *found = (struct answers_folder){.project = folder};
    return answers_has_project(folder, arena);
}

static bool is_named(const struct input_project *project, const char *path, struct arena *arena)
{
    const xmlNode *files = xml_child(xmlDocGetRootElement(project->project->xml), "tiedostot");
    for (const xmlNode *one = files ? files->children : NULL; one; one = one->next) {
        const char *name = one->type == XML_ELEMENT_NODE && xml_knows(one, "polku")
                               ? xml_attribute(one, "polku")
                               : NULL;
        if (name && file_is_same(arena_printf(arena, "%s/%s", project->folder, name), path))
            return true;
    }
    return false;
}

static bool belongs(const struct input_project *project, const char *path, struct arena *arena,
                    struct answers_folder *folder)
{
    if (is_named(project, path, arena)) {
        folder->year = 0;
        return true;
    }
    const xmlNode *answers = followup_folder_element(project);
    return folder->year && followup_is_answers(file_name(path)) && answers &&
           xml_knows(answers, "polku") &&
           answers_is_folder_of(project, file_folder(path, arena), folder->year);
}

static bool project_has(const struct schema *schema, const char *project_file, const char *path,
                        struct arena *arena, struct answers_folder *folder)
{
    if (file_leads_out(project_file, folder->project))
        return false;
    struct diags *diags = diags_new(); /* the project file's check reports its faults */
    struct input_document *document = input_document_load(schema, project_file, diags);
    bool belongs_to_it = false;
    if (document) {
        const struct input_project project = input_project_alone(document);
        belongs_to_it = project.project && !file_leads_out(path, project.folder) &&
                        belongs(&project, path, arena, folder);
    }
    input_document_free(document);
    diags_free(diags);
    return belongs_to_it;
}

bool owner_find(const struct schema *schema, const char *path, struct arena *arena,
                struct answers_folder *found)
{
    if (access(path, F_OK) != 0 || !owner_may_be(path, arena, found))
        return false;
    const char *project_file = arena_printf(arena, "%s/hanke.xml", found->project);
    return !file_is_same(project_file, path) &&
           project_has(schema, project_file, path, arena, found);
}
