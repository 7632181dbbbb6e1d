/*
 * Golden diagnostics: checks each case of a folder, a broken XML file or a project's folder, and
 * compares what is said with CASE.txt beside it. usage: golden_diagnostics SCHEMAS CASES. Run from
 * the source folder, since messages name files.
 *
 * With PYKALA_GOLDEN_UPDATE set (script/golden-update does so) it writes the expected texts
 * instead.
 */
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "followup/followup.h"
#include "input/input.h"
#include "report/report.h"
#include "rules/rules.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct run {
    struct schema *schema;
    const char *folder;
    bool update;
    int cases, failures;
};

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static void check_project(const struct run *run, const char *path, struct diags *diags)
{
    struct input_project *project = input_project_load(run->schema, path, diags);
    if (project)
        rules_check(project, diags);
    if (project && followup_has(project))
        followup_free(followup_load(run->schema, project, 0, 9999, diags));
    input_project_free(project);
}

static void check_case(const struct run *run, const char *path, struct buf *said)
{
    struct diags *diags = diags_new();
    if (is_folder(path))
        check_project(run, path, diags);
    else
        input_document_free(input_document_load(run->schema, path, diags));
    diags_sort(diags);
    buf_string(said, "");
    report_text(diags, said);
    diags_free(diags);
}

static bool compare(const char *golden, const struct buf *said)
{
    struct diags *diags = diags_new();
    struct buf expected = {0};
    bool same =
        file_read(golden, 1 << 20, diags, &expected) && strcmp(expected.data, said->data) == 0;
    if (!same)
        printf("%s differs. Expected:\n%sSaid:\n%s\n", golden, expected.data, said->data);
    buf_free(&expected);
    diags_free(diags);
    return same;
}

static bool update(const char *golden, const struct buf *said)
{
    struct diags *diags = diags_new();
    bool written = file_write(golden, said->data, said->size, diags);
    diags_free(diags);
    return written;
}

static void run_case(struct run *run, const char *name)
{
    struct buf path = {0}, golden = {0}, said = {0};
    const char *dot = strrchr(name, '.');
    buf_printf(&path, "%s/%s", run->folder, name);
    buf_printf(&golden, "%s/%.*s.txt", run->folder, (int)(dot ? dot - name : (long)strlen(name)),
               name);
    check_case(run, path.data, &said);
    run->cases++;
    run->failures += !(run->update ? update(golden.data, &said) : compare(golden.data, &said));
    buf_free(&path);
    buf_free(&golden);
    buf_free(&said);
}

static int is_case(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return !dot || (dot != entry->d_name && strcmp(dot, ".xml") == 0);
}

static bool run_all(struct run *run)
{
    struct dirent **entries;
    int count = scandir(run->folder, &entries, is_case, alphasort);
    if (count < 0)
        return false;
    for (int i = 0; i < count; i++) {
        run_case(run, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    printf("%d cases, %d failures\n", run->cases, run->failures);
    return run->cases > 0 && run->failures == 0;
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    struct diags *diags = diags_new();
    struct run run = {
        .schema = schema_load(argv[1], diags),
        .folder = argv[2],
        .update = getenv("PYKALA_GOLDEN_UPDATE") != NULL,
    };
    bool passed = run.schema && run_all(&run);
    schema_free(run.schema);
    diags_free(diags);
    return passed ? 0 : 1;
}
