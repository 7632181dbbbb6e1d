#include "input/document.h"
#include "project.h"

/* The project file is the first: the others are its parts. */
static struct edits_base base = {
    .source = PYKALA_SOURCE_DIR "/tests/data/kolme",
    .names = {"hanke.xml", "osapuolet.xml", "sopimus.xml", "suunnitelma.xml", "kokoukset.xml"},
    .count = 5,
};

static const struct {
    const char *root;
    size_t offset; /* of the document in struct edited */
} parts[EDITS_FILES] = {
    {"hanke", offsetof(struct edited, parts.project)},
    {"osapuolet", offsetof(struct edited, parts.parties)},
    {"sopimus", offsetof(struct edited, parts.agreement)},
    {"suunnitelma", offsetof(struct edited, plan.document)},
    {"kokoukset", offsetof(struct edited, parts.meetings)},
};

static struct input_project *unchanged;

static void free_unchanged(void)
{
    input_project_free(unchanged);
}

static void open_project(const struct schema *schema)
{
    struct diags *diags = diags_new();
    edits_open(&base);
    unchanged = input_project_load(schema, base.folder, diags);
    fuzz_require(unchanged && !diags_count(diags), "the project is right");
    atexit(free_unchanged);
    diags_free(diags);
}

static struct input_document **part_of(struct edited *edited, size_t file)
{
    return (struct input_document **)(void *)((char *)edited + parts[file].offset);
}

/* As input_project_load reads a part. */
static void read_part(struct edited *edited, size_t file, const struct schema *schema,
                      struct diags *diags)
{
    struct buf path = {0};
    edits_path(&base, file, &path);
    struct input_document **part = part_of(edited, file);
    *part = document_load(schema, path.data, parts[file].root, diags);
    if (*part && !document_has_root(*part, parts[file].root)) {
        input_document_free(*part);
        *part = NULL;
    }
    edited->is_read[file] = true;
    buf_free(&path);
}

static void read_parts(struct edited *edited, const struct schema *schema, struct diags *diags)
{
    edited->parts = *unchanged;
    edited->plan = unchanged->versions[0];
    edited->parts.versions = &edited->plan;
    for (size_t i = 1; i < base.count; i++)
        if (base.is_changed[i])
            read_part(edited, i, schema, diags);
    edited->project = &edited->parts;
}

void project_edit(struct fuzz *fuzz, const struct schema *schema, struct diags *diags,
                  struct edited *edited)
{
    if (!unchanged)
        open_project(schema);
    edits_make(&base, fuzz);
    if (base.is_changed[0])
        edited->project = edited->whole = input_project_load(schema, base.folder, diags);
    else
        read_parts(edited, schema, diags);
}

void project_free(struct edited *edited)
{
    input_project_free(edited->whole);
    for (size_t i = 1; i < base.count; i++)
        if (edited->is_read[i])
            input_document_free(*part_of(edited, i));
}
