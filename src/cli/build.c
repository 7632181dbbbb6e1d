#include "cli/batch.h"
#include "cli/clock.h"
#include "cli/command.h"
#include "cli/path.h"
#include "cli/project.h"
#include "cli/rounds.h"
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
    int64_t started;     /* milliseconds */
    bool is_watched;     /* built again and again */
    struct watch *watch; /* of the round, or NULL */
    bool has_learnt;     /* a paper's words */
    int signal;          /* that stopped the papers, or 0 */
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
    case 'w':
        build->is_watched = true;
        return true;
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
    else if ((build->order.stage == PAPER_PDF || build->is_watched) && !build->order.folder)
        command_misused(build->command, _("say with -o which folder the papers go to"));
    else
        build->path = argv[optind];
    return build->path != NULL;
}

/* Reads the arguments; an exit status, or -1 to go on. */
static int read_arguments(struct build *build, int argc, char **argv, struct arena *arena)
{
    static const struct option options[] = {
        {"output", required_argument, NULL, 'o'},
        {"party", required_argument, NULL, 'p'},
        {"paper", required_argument, NULL, 'a'},
        {"emit", required_argument, NULL, 'e'},
        {"shard", required_argument, NULL, 's'},
        {"jobs", required_argument, NULL, 'j'},
        {"timeout", required_argument, NULL, 't'},
        {"max-memory", required_argument, NULL, 'm'},
        {"watch", no_argument, NULL, 'w'},
        {"help", no_argument, NULL, 'h'},
        {0},
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

static void print_summary(const struct build *build, const struct batch_paper *papers)
{
    struct buf text = {0};
    summary_write(&(struct summary){.warm = &build->warm,
                                    .order = &build->order,
                                    .papers = papers,
                                    .started = build->started,
                                    .signal = build->signal},
                  &text);
    /* Standard output is the papers' when there is no folder; of a watched build nobody waits for
     * the end. */
    session_print(&text, build->order.folder && !build->watch ? stdout : stderr);
    buf_free(&text);
}

static bool all_made(const struct batch_paper *papers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!papers[i].made)
            return false;
    return true;
}

/*
 * What a worker has learnt of words is lost with it. So that later rounds find them shaped and
 * hyphenated, a paper that was made without fault is made once more here, for its words alone.
 */
static void learn_words(struct build *build, const struct batch_paper *papers)
{
    struct diags *diags = diags_new();
    struct buf dump = {0};
    size_t pages;
    for (size_t i = 0; i < build->warm.count && !build->has_learnt; i++)
        if (papers[i].made)
            build->has_learnt = paper_make(&build->warm, i, PAPER_PAGES, diags, &dump, &pages);
    buf_free(&dump);
    diags_free(diags);
}

static int make_papers(struct build *build)
{
    size_t count = build->warm.count;
    struct batch_paper *papers = arena_array(build->project.arena, count, sizeof *papers);
    build->signal = batch_run(&build->warm, &build->order, build->session.diags, papers);
    int status = session_tell(&build->session);
    print_texts(papers, count);
    print_summary(build, papers);
    if (build->watch && !build->signal)
        learn_words(build, papers);
    if (build->signal)
        status = 128 + build->signal;
    else if (status == CLI_DONE && !all_made(papers, count))
        status = CLI_FAULT;
    batch_free(papers, count);
    return status;
}

static void tell_nothing_made(const struct build *build)
{
    struct buf time = {0};
    clock_write_since(build->started, &time);
    fprintf(stderr, _("No paper was made (%s)\n"), time.data);
    buf_free(&time);
}

static int give_up(const struct build *build)
{
    int status = session_tell(&build->session);
    if (build->watch)
        tell_nothing_made(build);
    return status;
}

/* Opens the project; in a watched build only as far as something has changed. */
static bool open_project(struct build *build, unsigned changed)
{
    struct session *session = &build->session;
    if (!session_load(session))
        return false;
    if (build->project.is_right && !(changed & (WATCH_INPUT | WATCH_SCHEMAS)))
        return project_reopen(session, &build->project);
    project_close(&build->project);
    return project_open(session, build->path, &build->project);
}

/* What is written is no change to what it is made from. */
static void ignore_results(const struct build *build, const size_t *papers, size_t count)
{
    struct arena *arena = build->project.arena;
    char *folder = realpath(build->order.folder, NULL);
    for (size_t i = 0; folder && i < count; i++) {
        const char *stem = build->project.agenda->papers[papers[i]].stem;
        watch_ignore(build->watch, arena_printf(arena, "%s/%s", folder, path_folder(stem, arena)));
    }
    free(folder);
}

static int build_papers(struct build *build, unsigned changed)
{
    struct session *session = &build->session;
    size_t *wanted;
    if (!open_project(build, changed))
        return give_up(build);
    if (!knows_names(build))
        return CLI_USAGE;
    struct arena *arena = build->project.arena;
    size_t count = select_papers(build->project.agenda, &build->filter, arena, &wanted);
    if (!count)
        return command_misused(build->command, _("no paper is both of the party and of the kind"));
    count = shard_take(&build->shard, build->project.agenda, wanted, count, arena);
    if (!project_add_answers(session, &build->project, wanted, count) ||
        !warm_load(session, &build->project, wanted, count, &build->warm) ||
        !folder_is_ready(build))
        return give_up(build);
    if (build->watch)
        ignore_results(build, wanted, count);
    return make_papers(build);
}

static void watch_sources(const struct build *build)
{
    const char *path = build->path;
    struct arena *arena = arena_new();
    if (path_is_folder(path))
        watch_tree(build->watch, path, WATCH_INPUT);
    else if (access(path, F_OK) == 0)
        watch_tree(build->watch, path_folder(path, arena), WATCH_INPUT);
    else
        watch_file(build->watch, path, WATCH_INPUT);
    watch_tree(build->watch, build->session.template_folder, WATCH_TEMPLATES);
    watch_tree(build->watch, build->session.schema_folder, WATCH_SCHEMAS);
    arena_free(arena);
}

/* A name that the project doesn't know is wrong use at first; later the project may get it back. */
static int build_again(void *context, struct watch *watch, unsigned changed)
{
    struct build *build = context;
    build->watch = watch;
    build->started = clock_milliseconds();
    /* Before the watching begins: a folder that comes would be a change. */
    file_make_folder(build->order.folder, build->session.diags);
    watch_sources(build);
    int status = build_papers(build, changed);
    if (build->signal)
        return CLI_DONE;
    return status == CLI_USAGE && !changed ? status : ROUNDS_GO_ON;
}

static int build_once_or_again(struct build *build)
{
    if (!session_find(&build->session))
        return session_tell(&build->session);
    if (build->is_watched)
        return rounds_run(&build->session, build_again, build);
    return build_papers(build, 0);
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
        status = build_once_or_again(&build);
        project_close(&build.project);
        session_end(&build.session);
    }
    free(build.filter.parties.items);
    free(build.filter.papers.items);
    arena_free(arena);
    return status;
}
