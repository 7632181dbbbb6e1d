#include "cli/answers.h"
#include "cli/figures.h"
#include "cli/option.h"
#include "cli/project.h"
#include "process/guard.h"

struct request {
    const struct command *command;
    const char *project;
    int year;
    struct figures figures;
};

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

/* Sums up the answers and makes the texts of the figures. Reports faults and returns false. */
static bool sum_up(const struct followup *followup, const struct request *request,
                   const struct project *project, struct diags *diags, struct figures_texts *texts)
{
    xmlDocPtr document = xmlNewDoc((const xmlChar *)"1.0");
    xmlNodePtr summary = followup_tree(followup, request->year, false, document);
    xmlDocSetRootElement(document, summary);
    bool is_made = figures_make(&request->figures, summary, project->input->folder, diags, texts);
    xmlFreeDoc(document);
    return is_made;
}

static int run(const struct request *request)
{
    struct session session;
    struct project project = {0};
    struct guard guard;
    struct figures_texts texts = {0};
    guard_begin(&guard, &LIMITS_OF_PAPERS, _("reading the project"), NULL);
    struct followup *followup = read_answers(&session, request, &project);
    bool is_made = followup && sum_up(followup, request, &project, session.diags, &texts);
    guard_end(&guard);
    if (is_made)
        figures_write(&request->figures, &texts, session.diags);
    figures_free(&texts);
    followup_free(followup);
    diags_sort(session.diags);
    int status = session_tell(&session);
    project_close(&project);
    session_end(&session);
    return status;
}

/* Reads the options. Returns a status to end with, or -1 to go on. */
static int read_options(const struct command *command, int argc, char **argv,
                        struct request *request)
{
    static const struct option options[] = {
        {"year", required_argument, NULL, 'y'},
        {"format", required_argument, NULL, FIGURES_OPTION_FORMAT},
        {"output", required_argument, NULL, 'o'},
        {"table", required_argument, NULL, FIGURES_OPTION_TABLE},
        {"for", required_argument, NULL, FIGURES_OPTION_FOR},
        {"separator", required_argument, NULL, FIGURES_OPTION_SEPARATOR},
        {"decimal", required_argument, NULL, FIGURES_OPTION_DECIMAL},
        {"help", no_argument, NULL, 'h'},
        {0}};
    for (int option; (option = option_next(command, argc, argv, ":ho:", options)) != -1;) {
        if (option == 'h')
            return command_help(command);
        if (option == '?')
            return STATUS_USAGE;
        bool is_read = option == 'y' ? option_year(command, optarg, &request->year)
                                     : figures_option(command, option, optarg, &request->figures);
        if (!is_read)
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
    if (!figures_settle(command, &request.figures))
        return STATUS_USAGE;
    request.project = argv[optind];
    return run(&request);
}
