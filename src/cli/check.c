#include "cli/answers.h"
#include "cli/command.h"
#include "cli/project.h"

#include "base/buf.h"
#include "report/report.h"

#include <libxml/tree.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool is_project(const struct input_document *document)
{
    const xmlNode *root = xmlDocGetRootElement(document->xml);
    return root && strcmp((const char *)root->name, "hanke") == 0;
}

/* Checks the answers of a year, or of all years for 0, and tells what has become of them. */
static void check_answers(struct session *session, const struct project *project, int year,
                          struct buf *states)
{
    struct followup *followup =
        followup_load(session->schema, project->input, year, year ? year : INT_MAX, session->diags);
    if (followup)
        answers_write_states(followup, states);
    followup_free(followup);
}

static void check_project(struct session *session, const char *path, struct buf *states)
{
    struct project project;
    if (project_open(session, path, &project) && followup_has(project.input))
        check_answers(session, &project, 0, states);
    project_close(&project);
}

static void check_answers_folder(struct session *session, const char *path,
                                 const struct answers_folder *folder, struct buf *states)
{
    struct project project;
    if (!project_open(session, folder->project, &project))
        ; /* what is wrong with the project has been told */
    else if (answers_is_folder_of(project.input, path, folder->year))
        check_answers(session, &project, folder->year, states);
    else
        diag_add(session->diags, DIAG_ERROR, "check-folder", (struct diag_place){.file = path},
                 _("name a project's folder, or the folder of its answers or of a year's"),
                 _("the folder is neither a project nor the project's answers"));
    project_close(&project);
}

static void check_folder(struct session *session, const char *path, struct buf *states)
{
    struct answers_folder folder;
    if (answers_find_project(path, session->arena, &folder))
        check_answers_folder(session, path, &folder, states);
    else
        check_project(session, path, states);
}

static void check_path(struct session *session, const char *path, struct buf *states)
{
    if (is_folder(path)) {
        check_folder(session, path, states);
        return;
    }
    struct input_document *document = input_document_load(session->schema, path, session->diags);
    bool whole_project = document && is_project(document);
    input_document_free(document);
    if (whole_project)
        check_project(session, path, states);
}

static void print_verdict(const struct diags *diags)
{
    size_t errors = diags_at_least(diags, DIAG_ERROR);
    size_t warnings = diags_at_least(diags, DIAG_WARNING) - errors;
    printf(ngettext("%zu error", "%zu errors", errors), errors);
    printf(", ");
    printf(ngettext("%zu warning\n", "%zu warnings\n", warnings), warnings);
}

static void print_json(const struct diags *diags)
{
    struct buf json = {0};
    report_json(diags, &json);
    session_print(&json, stdout);
    buf_free(&json);
}

static int check(char **paths, int count, bool json)
{
    struct session session;
    struct buf states = {0};
    if (session_start(&session))
        for (int i = 0; i < count; i++)
            check_path(&session, paths[i], &states);
    diags_sort(session.diags);
    if (json) {
        print_json(session.diags);
    } else {
        session_report(&session, stdout);
        session_print(&states, stdout);
        print_verdict(session.diags);
    }
    int status = session_status(&session);
    buf_free(&states);
    session_end(&session);
    return status;
}

int check_run(const struct command *command, int argc, char **argv)
{
    static const struct option options[] = {
        {"help", no_argument, NULL, 'h'}, {"json", no_argument, NULL, 'j'}, {0}};
    bool json = false;
    int option;
    while ((option = command_option(command, argc, argv, ":h", options)) != -1) {
        if (option == 'h')
            return command_help(command);
        if (option == '?')
            return CLI_USAGE;
        json = true;
    }
    if (optind == argc)
        return command_misused(command, _("name a file or a project"));
    return check(argv + optind, argc - optind, json);
}
