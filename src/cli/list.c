#include "cli/command.h"
#include "cli/project.h"

static void print_papers(const struct agenda *agenda)
{
    for (size_t i = 0; i < agenda->count; i++) {
        const struct agenda_paper *paper = &agenda->papers[i];
        printf("%s.pdf\t%s\t%s\n", paper->stem, paper->party ? paper->party : "-", paper->id);
    }
}

static int list(const char *path)
{
    struct session session;
    struct project project = {0};
    bool opened = session_start(&session) && project_open(&session, path, &project);
    session_report(&session, stderr);
    if (opened)
        print_papers(project.agenda);
    int status = session_status(&session);
    project_close(&project);
    session_end(&session);
    return status;
}

int list_run(const struct command *command, int argc, char **argv)
{
    static const struct option options[] = {{"help", no_argument, NULL, 'h'}, {0}};
    int option = command_option(command, argc, argv, ":h", options);
    if (option == 'h')
        return command_help(command);
    if (option != -1)
        return CLI_USAGE;
    if (argc - optind != 1)
        return command_misused(command, _("name one project"));
    return list(argv[optind]);
}
