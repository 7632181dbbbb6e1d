#include "input/input.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/message.h"
#include "input/day.h"
#include "input/document.h"
#include "xml/source.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The files that a project names once: the element of the project, and the root element of the
 * file. */
static const struct part {
    const char *element, *root;
    size_t offset; /* of the document in struct input_project */
} parts[] = {
    {"osapuoletTiedosto", "osapuolet", offsetof(struct input_project, parties)},
    {"sopimusTiedosto", "sopimus", offsetof(struct input_project, agreement)},
    {"kokouksetTiedosto", "kokoukset", offsetof(struct input_project, meetings)},
    {"teemaTiedosto", "teema", offsetof(struct input_project, theme)},
    {"saadoksetTiedosto", "saadokset", offsetof(struct input_project, statutes)},
};

enum { PARTS = sizeof parts / sizeof *parts };

static struct input_document **part_of(struct input_project *project, const struct part *part)
{
    return (struct input_document **)(void *)((char *)project + part->offset);
}

/* Returns whether a name stays in the project's folder: it is relative and has no step up. */
static bool stays_inside(const char *name)
{
    if (*name == '/')
        return false;
    for (const char *step = name; *step;) {
        size_t size = strcspn(step, "/");
        if (size == 2 && strncmp(step, "..", 2) == 0)
            return false;
        step += size;
        step += *step == '/';
    }
    return true;
}

static bool check_exists(const char *path, const xmlNode *reference, const char *name,
                         struct diags *diags)
{
    struct stat status;
    if (stat(path, &status) == 0 || (errno != ENOENT && errno != ENOTDIR))
        return true;
    if (!xml_knows(reference, "polku")) /* the XSD has reported the wrong name */
        return false;
    return diag_add(diags, RULE_PROJECT_FILE, xml_attribute_place(reference, "polku"),
                    _("check the name; names are relative to the project file's folder"),
                    _("the file %s does not exist"), name);
}

/* Loads a file and drops it when its root isn't the expected one, which has been reported. */
static struct input_document *load_as(const struct schema *schema, const char *path,
                                      const char *root, struct diags *diags)
{
    struct input_document *document = document_load(schema, path, root, diags);
    if (!document || document_has_root(document, root))
        return document;
    input_document_free(document);
    return NULL;
}

static bool check_name(const xmlNode *reference, const char *name, struct diags *diags)
{
    if (name && *name && stays_inside(name))
        return true;
    if (xml_knows(reference, "polku")) /* else the XSD has reported the name */
        diag_add(diags, RULE_PROJECT_PATH, xml_attribute_place(reference, "polku"),
                 _("move the file into the project's folder and name it from there"),
                 _("%s leads out of the project's folder"), name ? name : "");
    return false;
}

static bool check_links(const struct input_project *project, const char *path,
                        const xmlNode *reference, const char *name, struct diags *diags)
{
    return !file_leads_out(path, project->folder) ||
           diag_add(diags, RULE_PROJECT_PATH, xml_attribute_place(reference, "polku"),
                    _("move the file into the project's folder and name it from there"),
                    _("%s is a link that leads out of the project's folder"), name);
}

static const char *path_in(const struct input_project *project, const char *name,
                           struct arena *arena)
{
    return strcmp(project->folder, ".") == 0 ? name
                                             : arena_printf(arena, "%s/%s", project->folder, name);
}

static struct input_document *load_part(const struct schema *schema,
                                        const struct input_project *project,
                                        const xmlNode *reference, const char *root,
                                        struct diags *diags)
{
    const char *name = xml_attribute(reference, "polku");
    if (!check_name(reference, name, diags))
        return NULL;
    struct arena *arena = arena_new();
    struct input_document *document = NULL;
    const char *path = path_in(project, name, arena);
    if (check_links(project, path, reference, name, diags) &&
        check_exists(path, reference, name, diags))
        document = load_as(schema, path, root, diags);
    arena_free(arena);
    return document;
}

static size_t count_versions(const xmlNode *files)
{
    size_t count = 0;
    const xmlNode *reference = xml_child(files, "suunnitelmaTiedosto");
    for (; reference; reference = xml_next(reference, "suunnitelmaTiedosto"))
        count++;
    return count;
}

static struct input_version *new_versions(struct input_project *project, size_t count)
{
    const struct source *source = project->project->xml->_private;
    return arena_array(source->arena, count, sizeof *project->versions);
}

/* Returns whether a version before one names the same file, which the XSD has reported. */
static bool is_named_again(const struct input_project *project, const char *name)
{
    for (size_t i = 0; name && i < project->version_count; i++)
        if (xml_has(project->versions[i].reference, "polku", name))
            return true;
    return false;
}

static void load_versions(const struct schema *schema, struct input_project *project,
                          const xmlNode *files, struct diags *diags)
{
    const xmlNode *reference = xml_child(files, "suunnitelmaTiedosto");
    project->versions = new_versions(project, count_versions(files));
    for (; reference; reference = xml_next(reference, "suunnitelmaTiedosto")) {
        struct input_version *version = &project->versions[project->version_count];
        if (is_named_again(project, xml_attribute(reference, "polku")))
            continue;
        version->reference = reference;
        version->document = load_part(schema, project, reference, "suunnitelma", diags);
        day_copy(reference, "alkaa", version->begins);
        day_copy(reference, "paattyy", version->ends);
        project->version_count++;
    }
}

static void load_parts(const struct schema *schema, struct input_project *project,
                       struct diags *diags)
{
    const xmlNode *files = xml_child(xmlDocGetRootElement(project->project->xml), "tiedostot");
    for (size_t i = 0; i < PARTS; i++) {
        const xmlNode *reference = xml_child(files, parts[i].element);
        if (reference)
            *part_of(project, &parts[i]) =
                load_part(schema, project, reference, parts[i].root, diags);
    }
    load_versions(schema, project, files, diags);
}

static void find_templates(struct input_project *project, struct diags *diags)
{
    const xmlNode *files = xml_child(xmlDocGetRootElement(project->project->xml), "tiedostot");
    const xmlNode *reference = xml_child(files, "pohjaKansio");
    const char *name = reference ? xml_attribute(reference, "polku") : NULL;
    if (!reference || !check_name(reference, name, diags))
        return;
    const struct source *source = project->project->xml->_private;
    const char *path = path_in(project, name, source->arena);
    if (!check_links(project, path, reference, name, diags))
        return;
    if (file_is_folder(path))
        project->template_folder = path;
    else
        diag_add(diags, RULE_PROJECT_FILE, xml_attribute_place(reference, "polku"),
                 _("check the name; names are relative to the project file's folder"),
                 _("there is no folder %s"), name);
}

/* Returns the project file, from the path that the user named; in the arena. */
static const char *project_file(const char *path, struct arena *arena)
{
    if (!file_is_folder(path))
        return path;
    return strcmp(path, ".") == 0
               ? "hanke.xml"
               : arena_printf(arena, "%s/hanke.xml", file_without_slashes(path, arena));
}

/* Reports a project file that leads out of its folder, which may be a link itself. */
static bool stays_in_folder(const char *file, struct arena *arena, struct diags *diags)
{
    return !file_leads_out(file, file_folder(file, arena)) ||
           diag_add(diags, RULE_PROJECT_PATH, (struct diag_place){.file = file},
                    _("put what it leads to in its place"),
                    _("%s is a link that leads out of the project's folder"), file);
}

struct input_project *input_project_load(const struct schema *schema, const char *path,
                                         struct diags *diags)
{
    struct arena *arena = arena_new();
    const char *file = project_file(path, arena);
    struct input_document *document = NULL;
    struct input_project *project = NULL;
    if (stays_in_folder(file, arena, diags))
        document = load_as(schema, file, "hanke", diags);
    if (document) {
        struct source *source = document->xml->_private;
        project = arena_alloc(source->arena, sizeof *project);
        project->path = document->path;
        project->folder = file_folder(document->path, source->arena);
        project->project = document;
        load_parts(schema, project, diags);
        find_templates(project, diags);
    }
    arena_free(arena);
    return project;
}

struct input_project input_project_alone(struct input_document *document)
{
    struct source *source = document->xml->_private;
    struct input_project alone = {.path = document->path,
                                  .folder = file_folder(document->path, source->arena)};
    if (document_has_root(document, "hanke"))
        alone.project = document;
    for (size_t i = 0; i < PARTS; i++)
        if (document_has_root(document, parts[i].root))
            *part_of(&alone, &parts[i]) = document;
    if (document_has_root(document, "suunnitelma")) {
        alone.versions = arena_alloc(source->arena, sizeof *alone.versions);
        alone.versions->document = document;
        alone.version_count = 1;
    }
    return alone;
}

void input_project_free(struct input_project *project)
{
    if (!project)
        return;
    for (size_t i = 0; i < PARTS; i++)
        input_document_free(*part_of(project, &parts[i]));
    for (size_t i = 0; i < project->version_count; i++)
        input_document_free(project->versions[i].document);
    input_document_free(project->project); /* the project itself lives in its arena */
}

enum { BEFORE_VERSIONS = 3, BESIDE_VERSIONS = 6 };

size_t input_project_count(const struct input_project *project)
{
    return BESIDE_VERSIONS + project->version_count;
}

const struct input_document *input_project_document(const struct input_project *project,
                                                    size_t index)
{
    const struct input_document *documents[BESIDE_VERSIONS] = {
        project->project,  project->parties, project->agreement,
        project->meetings, project->theme,   project->statutes,
    };
    if (index < BEFORE_VERSIONS)
        return documents[index];
    if (index < BEFORE_VERSIONS + project->version_count)
        return project->versions[index - BEFORE_VERSIONS].document;
    return documents[index - project->version_count];
}

bool input_files_are_known(const struct input_project *project)
{
    const xmlNode *files = xml_child(xmlDocGetRootElement(project->project->xml), "tiedostot");
    return files && input_is_whole(project->project) && xml_is_sound_inside(files);
}
