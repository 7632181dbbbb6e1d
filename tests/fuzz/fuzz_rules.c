/* A changed project: what its rules find is told with its file, and a valid one passes them again.
 */
#include "fuzz.h"
#include "project.h"
#include "rules/rules.h"

static void require_files(const struct diags *diags)
{
    for (size_t i = 0; i < diags_count(diags); i++)
        fuzz_require(diags_at(diags, i)->place.file != NULL, "an error names its file");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static struct schema *schema;
    struct fuzz fuzz = {bytes, size};
    struct diags *diags = diags_new();
    if (!schema)
        schema = schema_load(PYKALA_SOURCE_DIR "/schemas", diags);
    struct edited edited = {0};
    project_edit(&fuzz, schema, diags, &edited);
    const struct input_project *project = edited.project;
    fuzz_require(project || diags_at_least(diags, DIAG_ERROR), "no project without an error");
    size_t errors = diags_at_least(diags, DIAG_ERROR);
    if (project) {
        bool passed = rules_check(project, diags);
        fuzz_require(passed == (diags_at_least(diags, DIAG_ERROR) == errors),
                     "a project passes or has an error");
    }
    if (getenv("PYKALA_FUZZ_SHOW"))
        fuzz_print(diags);
    fuzz_require_messages(diags);
    require_files(diags);
    project_free(&edited);
    diags_free(diags);
    return 0;
}
