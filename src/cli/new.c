#include "base/file.h"
#include "cli/answers.h"
#include "cli/meetings.h"
#include "cli/option.h"
#include "cli/project.h"
#include "cli/select.h"
#include "process/guard.h"
#include "workbook/workbook.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct request {
    const struct command *command;
    const char *project, *folder;
    const char *meetings; /* a workbook of these, to be read */
    int year;
    struct names parties; /* empty: all */
};

static bool exists(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

/* Makes a party's form: XML, or a workbook. */
typedef bool make_form(const struct followup *followup, int year, size_t party, struct diags *diags,
                       struct buf *out);

static bool make_xml(const struct followup *followup, int year, size_t party, struct diags *diags,
                     struct buf *out)
{
    (void)diags;
    followup_form(followup, year, party, out);
    return true;
}

static const struct kind {
    const char *ending;
    make_form *make;
} kinds[] = {{"xml", make_xml}, {"xlsx", workbook_form}};

/* Writes a party's form, unless a file stands there already: it may hold answers. */
static bool write_form(const struct followup *followup, const struct request *request, size_t party,
                       const struct kind *kind, const char *path, struct diags *diags)
{
    struct buf text = {0};
    if (exists(path)) {
        session_print_path(_("%s is there already and was left as it is\n"), path);
        return true;
    }
    bool is_written = kind->make(followup, request->year, party, diags, &text) &&
                      file_write(path, text.data, text.size, diags);
    if (is_written)
        session_print_path(_("%s was written\n"), path);
    buf_free(&text);
    return is_written;
}

/* Writes the forms of a party. After one that cannot be written no other, which couldn't be either.
 */
static bool write_party(struct session *session, const struct followup *followup,
                        const struct request *request, size_t party, const char *folder)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const char *path = arena_printf(session->arena, "%s/%s.%s", folder,
                                        followup_party_id(followup, party), kinds[i].ending);
        if (!write_form(followup, request, party, &kinds[i], path, session->diags))
            return false;
    }
    return true;
}

static bool is_wanted(const struct request *request, const struct followup *followup, size_t party)
{
    return request->parties.count
               ? names_contain(&request->parties, followup_party_id(followup, party))
               : followup_asks(followup, request->year, party);
}

static void write_forms(struct session *session, const struct project *project,
                        const struct followup *followup, const struct request *request)
{
    const char *folder = request->folder;
    if (!folder)
        folder = arena_printf(session->arena, "%s/%s", project->input->folder,
                              followup_folder(followup, request->year));
    file_sweep(folder);
    for (size_t i = 0; i < followup_party_count(followup); i++)
        if (is_wanted(request, followup, i) && !write_party(session, followup, request, i, folder))
            return;
}

static void report_party(const struct request *request, const struct followup *followup,
                         const char *name)
{
    struct names known = {0};
    for (size_t i = 0; i < followup_party_count(followup); i++)
        names_add(&known, followup_party_id(followup, i));
    command_unknown(request->command, _("the register has no party \"%s\""), name,
                    names_nearest(&known, name));
    names_free(&known);
}

/* Returns whether a named party is asked about the year; reports it when not. */
static bool is_asked(const struct followup *followup, const struct request *request,
                     const char *name)
{
    ptrdiff_t party = followup_find_party(followup, name);
    if (party < 0)
        report_party(request, followup, name);
    else if (followup_asks(followup, request->year, (size_t)party))
        return true;
    else
        command_misused(request->command,
                        _("\"%s\" is not a party of the agreement on the last day of the year %d"),
                        name, request->year);
    return false;
}

/* Returns whether all named parties are asked; reports the first that isn't. */
static bool knows_parties(const struct followup *followup, const struct request *request)
{
    for (size_t i = 0; i < request->parties.count; i++)
        if (!is_asked(followup, request, request->parties.items[i]))
            return false;
    return true;
}

/* Adds the machine's failures alone. */
static void add_failures(struct diags *all, const struct diags *diags)
{
    for (size_t i = 0; i < diags_count(diags); i++)
        if (diags_at(diags, i)->severity == DIAG_FAILURE)
            diag_copy(all, diags_at(diags, i), NULL);
}

/* Reads last year's answers, to be shown as far as they were accepted. Their faults aren't
 * reported, unless nothing can be followed up, or answers that may be right could not be read. */
static struct followup *load_last_year(struct session *session, const struct project *project,
                                       int year)
{
    struct diags *diags = diags_new();
    struct followup *followup =
        followup_load(session->schema, project->input, year - 1, year - 1, diags);
    if (!followup)
        diags_add_all(session->diags, diags);
    add_failures(session->diags, diags);
    diags_free(diags);
    return followup;
}

static struct followup *read_project(struct session *session, const struct request *request,
                                     struct project *project)
{
    struct guard guard;
    struct followup *followup = NULL;
    guard_begin(&guard, &LIMITS_OF_PAPERS, _("reading the project"), NULL);
    if (session_start(session, request->command->reading) &&
        project_open(session, request->project, project))
        followup = load_last_year(session, project, request->year);
    guard_end(&guard);
    return followup;
}

static int run(const struct request *request)
{
    struct session session;
    struct project project = {0};
    struct followup *followup = read_project(&session, request, &project);
    bool understood = !followup || knows_parties(followup, request);
    if (followup && understood &&
        answers_has_year(followup, project.input, request->year, session.diags))
        write_forms(&session, &project, followup, request);
    int status = session_tell(&session);
    followup_free(followup);
    project_close(&project);
    session_end(&session);
    return understood ? status : (int)STATUS_USAGE;
}

/* Reads the options. Returns a status to end with, or -1 to go on. */
static int read_options(struct request *request, int argc, char **argv, struct arena *arena)
{
    static const struct option options[] = {
        {"year", required_argument, NULL, 'y'},   {"party", required_argument, NULL, 'p'},
        {"output", required_argument, NULL, 'o'}, {"from", required_argument, NULL, 'f'},
        {"help", no_argument, NULL, 'h'},         {0}};
    for (int option; (option = option_next(request->command, argc, argv, ":ho:", options)) != -1;) {
        if (option == 'h')
            return command_help(request->command);
        if (option == 'o')
            request->folder = optarg;
        else if (option == 'f')
            request->meetings = optarg;
        else if (option == 'p')
            select_add(&request->parties, arena, optarg);
        else if (option != 'y' || !option_year(request->command, optarg, &request->year))
            return STATUS_USAGE;
    }
    return -1;
}

/* Writes or reads the workbook of meetings. Returns the exit status. */
static int use_meetings(const struct request *request, int argc, char **argv)
{
    if (argc - optind != 2)
        return command_misused(request->command, _("say \"kokoukset\" and one project"));
    if (request->year || request->parties.count)
        return command_misused(request->command,
                               _("the workbook of meetings is of all parties and years"));
    if (request->meetings && request->folder)
        return command_misused(request->command, _("give either --from or -o"));
    return request->meetings ? meetings_take(request->command, argv[optind + 1], request->meetings)
                             : meetings_offer(request->command, argv[optind + 1], request->folder);
}

static int read_arguments(struct request *request, int argc, char **argv)
{
    if (argc > optind && strcmp(argv[optind], "kokoukset") == 0)
        return use_meetings(request, argc, argv);
    if (request->meetings)
        return command_misused(request->command, _("--from is for \"kokoukset\""));
    if (argc - optind != 2 || strcmp(argv[optind], "seuranta") != 0)
        return command_misused(request->command,
                               _("say \"seuranta\" or \"kokoukset\" and one project"));
    if (!request->year)
        return command_misused(request->command, _("say with --year which year"));
    request->project = argv[optind + 1];
    return -1;
}

int new_run(const struct command *command, int argc, char **argv)
{
    struct arena *arena = arena_new();
    struct request request = {.command = command};
    int status = read_options(&request, argc, argv, arena);
    if (status < 0)
        status = read_arguments(&request, argc, argv);
    if (status < 0)
        status = run(&request);
    names_free(&request.parties);
    arena_free(arena);
    return status;
}
