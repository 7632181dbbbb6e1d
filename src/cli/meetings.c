#include "cli/meetings.h"

#include "base/file.h"
#include "base/message.h"
#include "cli/project.h"
#include "meetings/meetings.h"
#include "process/guard.h"
#include "workbook/workbook.h"

#include <sys/stat.h>

/* What is done with a project's meetings. */
typedef void use_meetings(struct session *session, const struct project *project,
                          const struct meetings *meetings, const char *path);

/* Opens the project and uses its meetings. */
static int use(const struct command *command, const char *path, const char *workbook,
               use_meetings *how)
{
    struct session session;
    struct project project = {0};
    struct guard guard;
    guard_begin(&guard, &LIMITS_OF_PAPERS, _("reading the project"), NULL);
    if (session_start(&session, command->reading) && project_open(&session, path, &project)) {
        struct meetings meetings = meetings_rows(
            project.input, project.agenda, xmlDocGetRootElement(project.kinds), session.arena);
        how(&session, &project, &meetings, workbook);
    }
    guard_end(&guard);
    int status = session_tell(&session);
    project_close(&project);
    session_end(&session);
    return status;
}

static void offer(struct session *session, const struct project *project,
                  const struct meetings *meetings, const char *path)
{
    struct stat status;
    struct buf bytes = {0};
    if (!path)
        path = arena_printf(session->arena, "%s/kokoukset.xlsx", project->input->folder);
    if (lstat(path, &status) == 0)
        session_print_path(_("%s is there already and was left as it is\n"), path);
    else if (workbook_meetings(meetings, session->diags, &bytes) &&
             file_write(path, bytes.data, bytes.size, session->diags))
        session_print_path(_("%s was written\n"), path);
    buf_free(&bytes);
}

static void take(struct session *session, const struct project *project,
                 const struct meetings *meetings, const char *workbook)
{
    struct buf bytes = {0}, changes = {0};
    const struct input_document *file = project->input->meetings;
    if (!file) {
        diag_add(session->diags, RULE_MEETINGS_FORM,
                 (struct diag_place){.file = project->input->path},
                 _("add <kokouksetTiedosto polku=\"kokoukset.xml\"/> to <tiedostot>, and a file "
                   "with <kokoukset xmlns=\"urn:pykala:1\"/>"),
                 _("the project has no file of meetings"));
        return;
    }
    bool is_read = meetings_read(project->input, meetings, workbook, session->arena, session->diags,
                                 &bytes, &changes);
    if (is_read && bytes.size && file_write(file->path, bytes.data, bytes.size, session->diags)) {
        session_print(&changes, stdout);
        session_print_path(_("%s was written\n"), file->path);
    } else if (is_read && !bytes.size) {
        session_print_path(_("%s says the same already\n"), file->path);
    }
    buf_free(&bytes);
    buf_free(&changes);
}

int meetings_offer(const struct command *command, const char *project, const char *path)
{
    return use(command, project, path, offer);
}

int meetings_take(const struct command *command, const char *project, const char *workbook)
{
    return use(command, project, workbook, take);
}
