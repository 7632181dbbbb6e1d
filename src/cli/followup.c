#include "cli/answers.h"
#include "cli/option.h"
#include "cli/project.h"
#include "process/guard.h"

#include <string.h>

struct request {
    const struct command *command;
    const char *project;
    int year;
    bool json;
};

static void print_summary(const struct followup *followup, const struct request *request)
{
    struct buf text = {0};
    xmlDocPtr document = xmlNewDoc((const xmlChar *)"1.0");
    xmlNodePtr summary = followup_tree(followup, request->year, false, document);
    xmlDocSetRootElement(document, summary);
    if (request->json)
        followup_json(summary, &text);
    else
        followup_csv(summary, &text);
    session_print(&text, stdout);
    xmlFreeDoc(document);
    buf_free(&text);
}

/* Returns the answers up to the year, or NULL. Accepted ones count even when others are rejected:
 * the status shows it. */
static struct followup *read_answers(struct session *session, const struct request *request,
                                     struct project *project)
{
    if (!session_start(session, request->command->reading) ||
        !project_open(session, request->project, project))
        return NULL;
    struct followup *followup =
        followup_load(session->schema, project->input, 0, request->year, session->diags);
    if (!followup || answers_has_year(followup, project->input, request->year, session->diags))
        return followup;
    followup_free(followup);
    return NULL;
}

static int run(const struct request *request)
{
    struct session session;
    struct project project = {0};
    struct guard guard;
    guard_begin(&guard, &LIMITS_OF_PAPERS, _("reading the project"), NULL);
    struct followup *followup = read_answers(&session, request, &project);
    guard_end(&guard);
    if (followup)
        print_summary(followup, request);
    followup_free(followup);
    diags_sort(session.diags);
    int status = session_tell(&session);
    project_close(&project);
    session_end(&session);
    return status;
}

static bool read_format(const struct command *command, const char *value, bool *json)
{
    *json = strcmp(value, "json") == 0;
    if (*json || strcmp(value, "csv") == 0)
        return true;
    command_misused(command, _("--format takes csv or json, not \"%s\""), value);
    return false;
}

/* Reads the options. Returns a status to end with, or -1 to go on. */
static int read_options(const struct command *command, int argc, char **argv,
                        struct request *request)
{
    static const struct option options[] = {{"year", required_argument, NULL, 'y'},
                                            {"format", required_argument, NULL, 'f'},
                                            {"help", no_argument, NULL, 'h'},
                                            {0}};
    for (int option; (option = option_next(command, argc, argv, ":h", options)) != -1;) {
        if (option == 'h')
            return command_help(command);
        if (option == '?' || (option == 'y' && !option_year(command, optarg, &request->year)) ||
            (option == 'f' && !read_format(command, optarg, &request->json)))
            return STATUS_USAGE;
    }
    return -1;
}

int followup_run(const struct command *command, int argc, char **argv)
{
    struct request request = {.command = command};
    int status = read_options(command, argc, argv, &request);
    if (status >= 0)
        return status;
    if (argc - optind != 1)
        return command_misused(command, _("name one project"));
    if (!request.year)
        return command_misused(command, _("say with --year which year"));
    request.project = argv[optind];
    return run(&request);
}
