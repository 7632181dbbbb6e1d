#include "cli/command.h"
#include "cli/project.h"

#include "base/buf.h"
#include "report/report.h"

#include <libxml/tree.h>
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

static void check_project(struct session *session, const char *path)
{
    struct project project;
    project_open(session, path, &project);
    project_close(&project);
}

static void check_path(struct session *session, const char *path)
{
    if (is_folder(path)) {
        check_project(session, path);
        return;
    }
    struct input_document *document = input_document_load(session->schema, path, session->diags);
    bool whole_project = document && is_project(document);
    input_document_free(document);
    if (whole_project)
        check_project(session, path);
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
    if (session_start(&session))
        for (int i = 0; i < count; i++)
            check_path(&session, paths[i]);
    diags_sort(session.diags);
    if (json) {
        print_json(session.diags);
    } else {
        session_report(&session, stdout);
        print_verdict(session.diags);
    }
    int status = session_status(&session);
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
