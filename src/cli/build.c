#include "cli/batch.h"
#include "cli/clock.h"
#include "cli/command.h"
#include "cli/nearest.h"
#include "cli/project.h"
#include "cli/select.h"
#include "cli/shard.h"
#include "cli/summary.h"
#include "cli/warm.h"

#include "base/file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A usual paper takes a second and 50 MiB at most, the report of 1,000 parties ten and 1.2 GiB:
 * these limits only end what would not end. */
enum {
    MOST_JOBS = 256,
    SECONDS = 300,
    MOST_SECONDS = 86400,
    MEBIBYTES = 2048,
    MOST_MEBIBYTES = 65536
};

struct build {
    const struct command *command;
    const char *path; /* of the project */
    struct select_filter filter;
    struct shard shard;
    struct batch_order order;
    struct session session;
    struct project project;
    struct warm warm;
    int64_t started; /* milliseconds */
};

static unsigned processors(void)
{
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online < 1 ? 1 : online > MOST_JOBS ? MOST_JOBS : (unsigned)online;
}

static bool read_number(const struct command *command, const char *option, const char *value,
                        unsigned most, unsigned *number)
{
    char *end;
    errno = 0;
    long read = strtol(value, &end, 10);
    if (errno || end == value || *end || read < 1 || read > (long)most) {
        command_misused(command, _("%s takes a number from 1 to %u, not \"%s\""), option, most,
                        value);
        return false;
    }
    *number = (unsigned)read;
    return true;
}

static bool read_option(struct build *build, int option, struct arena *arena)
{
    switch (option) {
    case 'o':
        build->order.folder = optarg;
        return true;
    case 'p':
        select_add(&build->filter.parties, arena, optarg);
        return true;
    case 'a':
        select_add(&build->filter.papers, arena, optarg);
        return true;
    case 'e':
        return paper_stage_find(build->command, optarg, &build->order.stage);
    case 's':
        return shard_read(build->command, optarg, &build->shard);
    case 'j':
        return read_number(build->command, "--jobs", optarg, MOST_JOBS, &build->order.jobs);
    case 't':
        return read_number(build->command, "--timeout", optarg, MOST_SECONDS,
                           &build->order.limits.seconds);
    case 'm':
        return read_number(build->command, "--max-memory", optarg, MOST_MEBIBYTES,
                           &build->order.limits.mebibytes);
    default:
        return false;
    }
}

static bool read_project_name(struct build *build, int argc, char **argv)
{
    if (argc - optind != 1)
        command_misused(build->command, _("name one project"));
    else if (build->order.stage == PAPER_PDF && !build->order.folder)
        command_misused(build->command, _("say with -o which folder the papers go to"));
    else
        build->path = argv[optind];
    return build->path != NULL;
}

/* Reads the arguments; an exit status, or -1 to go on. */
static int read_arguments(struct build *build, int argc, char **argv, struct arena *arena)
{
    static const struct option options[] = {
        {"output", required_argument, NULL, 'o'},  {"party", required_argument, NULL, 'p'},
        {"paper", required_argument, NULL, 'a'},   {"emit", required_argument, NULL, 'e'},
        {"shard", required_argument, NULL, 's'},   {"jobs", required_argument, NULL, 'j'},
        {"timeout", required_argument, NULL, 't'}, {"max-memory", required_argument, NULL, 'm'},
        {"help", no_argument, NULL, 'h'},          {0},
    };
    int option;
    while ((option = command_option(build->command, argc, argv, ":ho:", options)) != -1) {
        if (option == 'h')
            return command_help(build->command);
        if (!read_option(build, option, arena))
            return CLI_USAGE;
    }
    return read_project_name(build, argc, argv) ? -1 : CLI_USAGE;
}

/* Says which name of the options the project doesn't know. Returns true when there is none. */
static bool knows_names(const struct build *build)
{
    struct select_stranger stranger = select_stranger(build->project.agenda, &build->filter);
    if (!stranger.name)
        return true;
    const char *what = stranger.is_party ? _("the project has no papers for a party \"%s\"")
                                         : _("the project has no paper \"%s\"");
    struct buf message = {0};
    buf_printf(&message, what, stranger.name);
    if (stranger.nearest)
        buf_printf(&message, _("; did you mean \"%s\"?"), stranger.nearest);
    command_misused(build->command, "%s", message.data);
    buf_free(&message);
    return false;
}

/* Makes sure before any work that the folder is there and can be written to. */
static bool folder_is_ready(struct build *build)
{
    const char *folder = build->order.folder;
    struct diags *diags = build->session.diags;
    if (!folder)
        return true;
    if (!file_make_folder(folder, diags))
        return false;
    return access(folder, W_OK | X_OK) == 0 ||
           diag_add(diags, DIAG_FAILURE, "file-write", (struct diag_place){.file = folder},
                    _("choose a folder you may write to"), _("cannot be written: %s"),
                    strerror(errno));
}

static void print_texts(const struct batch_paper *papers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        session_print(&papers[i].text, stdout);
}

static void print_summary(const struct summary *summary)
{
    struct buf text = {0};
    summary_write(summary, &text);
    /* Standard output is the papers' when there is no folder. */
    session_print(&text, summary->order->folder ? stdout : stderr);
    buf_free(&text);
}

static bool all_made(const struct batch_paper *papers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!papers[i].made)
            return false;
    return true;
}

static int make_papers(struct build *build)
{
    size_t count = build->warm.count;
    struct batch_paper *papers = arena_array(build->session.arena, count, sizeof *papers);
    int signal = batch_run(&build->warm, &build->order, build->session.diags, papers);
    session_report(&build->session, stderr);
    print_texts(papers, count);
    print_summary(&(struct summary){
        .warm = &build->warm,
        .order = &build->order,
        .papers = papers,
        .milliseconds = clock_milliseconds() - build->started,
        .signal = signal,
    });
    int status = session_status(&build->session);
    if (signal)
        status = 128 + signal;
    else if (status == CLI_DONE && !all_made(papers, count))
        status = CLI_FAULT;
    batch_free(papers, count);
    return status;
}

static int give_up(const struct build *build)
{
    session_report(&build->session, stderr);
    return session_status(&build->session);
}

static int build_papers(struct build *build)
{
    struct session *session = &build->session;
    size_t *wanted;
    if (!session_start(session) || !project_open(session, build->path, &build->project))
        return give_up(build);
    if (!knows_names(build))
        return CLI_USAGE;
    size_t count = select_papers(build->project.agenda, &build->filter, session->arena, &wanted);
    if (!count)
        return command_misused(build->command, _("no paper is both of the party and of the kind"));
    count = shard_take(&build->shard, build->project.agenda, wanted, count, session->arena);
    if (!project_add_answers(session, &build->project, wanted, count))
        return give_up(build);
    if (!warm_load(session, &build->project, wanted, count, &build->warm) ||
        !folder_is_ready(build))
        return give_up(build);
    return make_papers(build);
}

int build_run(const struct command *command, int argc, char **argv)
{
    struct build build = {
        .command = command,
        .order = {.stage = PAPER_PDF,
                  .jobs = processors(),
                  .limits = {.seconds = SECONDS, .mebibytes = MEBIBYTES}},
        .started = clock_milliseconds(),
    };
    struct arena *arena = arena_new();
    int status = read_arguments(&build, argc, argv, arena);
    if (status == -1) {
        status = build_papers(&build);
        warm_free(&build.warm);
        project_close(&build.project);
        session_end(&build.session);
    }
    free(build.filter.parties.items);
    free(build.filter.papers.items);
    arena_free(arena);
    return status;
}
