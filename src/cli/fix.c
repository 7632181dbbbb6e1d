#include "cli/fix.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/message.h"
#include "cli/owner.h"
#include "cli/session.h"
#include "followup/followup.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 16 * 1024 * 1024 /* bytes of a file that is read (docs/security.md) */ };

/* --- Rounds --- */

static struct fix *find_fix(const struct findings *findings, const char *file)
{
    for (size_t i = 0; i < findings->fix_count; i++)
        if (strcmp(findings->fixes[i].file, file) == 0)
            return &findings->fixes[i];
    return NULL;
}

static struct fix *fix_of(struct findings *findings, const char *file)
{
    struct fix *known = find_fix(findings, file);
    return known ? known : findings_add_fix(findings, file);
}

/* Returns whether anything of a file was corrected. */
static bool correct_file(const struct fixing *fixing, struct snapshot *snapshot, const char *file,
                         int round, struct findings *findings)
{
    bool is_named = fixing->name && strcmp(fixing->name, file) == 0;
    const char *path = is_named ? fixing->path : file;
    const struct buf *bytes = snapshot_find(snapshot, path);
    struct buf text = {0};
    struct fix *fix = fix_of(findings, file);
    size_t earlier = fix->made.count;
    bool is_corrected =
        bytes && correction_make(bytes, file, findings->diags, round, &text, &fix->made);
    if (is_corrected && text.size > MOST) {
        fix->made.count = earlier;
        is_corrected = false;
    }
    if (is_corrected) {
        snapshot_replace(snapshot, path, &text);
        buf_free(&fix->text);
        fix->text = text;
    } else {
        buf_free(&text);
    }
    return is_corrected;
}

/* Corrects all files, of which the findings stand file by file. Returns whether there was anything
 * to correct. */
static bool correct_all(const struct fixing *fixing, struct snapshot *snapshot, int round,
                        struct findings *findings)
{
    const struct diags *diags = findings->diags;
    const char *last = NULL;
    bool is_any = false;
    for (size_t i = 0; i < diags_count(diags); i++) {
        const char *file = diags_at(diags, i)->place.file;
        if (!file || (last && strcmp(file, last) == 0) ||
            !correction_is_of(diags_at(diags, i), file))
            continue;
        is_any |= correct_file(fixing, snapshot, file, round, findings);
        last = file;
    }
    return is_any;
}

/* Notes what is left: certain corrections that were not made, and workbooks with faults. */
static void note_left(struct findings *findings)
{
    const struct diags *diags = findings->diags;
    for (size_t i = 0; i < diags_count(diags); i++) {
        const struct diag *diag = diags_at(diags, i);
        const char *file = diag->place.file;
        if (file && correction_is_of(diag, file))
            fix_of(findings, file)->left++;
        else if (file && diag->severity >= DIAG_WARNING &&
                 (diag->place.cell || followup_is_workbook(file)))
            fix_of(findings, file)->is_workbook = true;
    }
}

void fix_files(const struct fixing *fixing, struct findings *findings)
{
    struct snapshot *snapshot = snapshot_new();
    schema_read_through(fixing->schema, snapshot);
    fixing->examine(fixing->context, findings);
    diags_sort(findings->diags);
    for (int round = 1; round <= FIX_ROUNDS && correct_all(fixing, snapshot, round, findings);
         round++) {
        findings_forget(findings);
        fixing->examine(fixing->context, findings);
        diags_sort(findings->diags);
    }
    note_left(findings);
    schema_read_through(fixing->schema, NULL);
    snapshot_free(snapshot);
}

/* --- Copies --- */

static bool is_in(const char *path, const char *folder)
{
    return file_is_below(path, folder) || file_is_same(path, folder);
}

static bool refuse(const struct fix_order *order, const char *file)
{
    command_misused(order->command, _("%s stands in %s: name another folder for the copies"), file,
                    order->folder);
    return false;
}

bool fix_may_begin(const struct fix_order *order, char **paths, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_in(paths[i], order->folder))
            return refuse(order, paths[i]);
    return !order->project || !is_in(order->project, order->folder) ||
           refuse(order, order->project);
}

/* Returns a file's name from the folder of its project on; without one its last part. */
static const char *relative_name(const char *file, struct arena *arena)
{
    struct answers_folder owner;
    const char *name = file_name(file);
    if (!owner_may_be(file, arena, &owner))
        return name;
    char *project = realpath(owner.project, NULL),
         *folder = realpath(file_folder(file, arena), NULL);
    size_t size = project ? strlen(project) : 0;
    if (folder && size && strncmp(folder, project, size) == 0 && folder[size] == '/')
        name = arena_printf(arena, "%s/%s", folder + size + 1, name);
    free(project);
    free(folder);
    return name;
}

/* Returns an earlier corrected file with the same copy, or NULL. */
static const struct fix *find_twin(const struct findings *findings, size_t index)
{
    const struct fix *fixes = findings->fixes;
    for (size_t i = 0; i < index; i++)
        if (fixes[i].copy && strcmp(fixes[i].copy, fixes[index].copy) == 0)
            return &fixes[i];
    return NULL;
}

bool fix_name_copies(const struct fix_order *order, struct findings *findings)
{
    struct arena *arena = findings->arena;
    for (size_t i = 0; i < findings->fix_count; i++) {
        struct fix *fix = &findings->fixes[i];
        if (!fix->made.count)
            continue;
        const char *name = order->place ? order->place : relative_name(fix->file, arena);
        fix->copy = arena_printf(arena, "%s/%s", file_without_slashes(order->folder, arena), name);
        const struct fix *twin = find_twin(findings, i);
        if (is_in(fix->file, order->folder))
            return refuse(order, fix->file);
        if (file_leads_out(fix->copy, order->folder))
            return refuse(order, fix->copy);
        if (twin) {
            command_misused(order->command,
                            _("the copies of %s and %s would both be %s: correct them one by one, "
                              "each into a folder of its own"),
                            twin->file, fix->file, fix->copy);
            return false;
        }
    }
    return true;
}

/* Calls the corrected files by their copies. */
static void rename_files(struct findings *findings)
{
    struct diags *renamed = diags_new();
    for (size_t i = 0; i < diags_count(findings->diags); i++) {
        const struct diag *diag = diags_at(findings->diags, i);
        const struct fix *fix = diag->place.file ? find_fix(findings, diag->place.file) : NULL;
        diag_copy(renamed, diag, fix ? fix->copy : NULL);
    }
    diags_free(findings->diags);
    findings->diags = renamed;
    for (size_t i = 0; i < findings->file_count; i++) {
        struct report_file *file = &findings->files[i];
        const struct fix *fix = file->path ? find_fix(findings, file->path) : NULL;
        if (fix && fix->copy)
            file->path = fix->copy;
    }
}

bool fix_write(struct findings *findings)
{
    struct diags *failures = diags_new();
    bool is_written = true;
    for (size_t i = 0; is_written && i < findings->fix_count; i++) {
        const struct fix *fix = &findings->fixes[i];
        if (fix->copy)
            is_written = file_write(fix->copy, fix->text.data, fix->text.size, failures);
    }
    struct buf text = {0};
    report_text(failures, &text);
    session_print(&text, stderr);
    buf_free(&text);
    diags_free(failures);
    if (is_written)
        rename_files(findings);
    return is_written;
}
