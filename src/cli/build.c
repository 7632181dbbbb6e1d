#include "base/file.h"
#include "cli/batch.h"
#include "cli/option.h"
#include "cli/preload.h"
#include "cli/project.h"
#include "cli/repeat.h"
#include "cli/select.h"
#include "cli/shard.h"
#include "cli/summary.h"
#include "process/clock.h"
#include "process/guard.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct build {
    const struct command *command;
    const char *path; /* of the project */
    struct select_filter filter;
    struct shard shard;
    struct batch_order order;
    const char *output; /* the folder that the papers go to, or NULL */
    struct file_folder folder;
    struct session session;
    struct project project;
    struct preload preload;
    int64_t started;     /* milliseconds */
    bool is_watched;     /* built again and again */
    struct watch *watch; /* of the round, or NULL */
    bool has_learnt;     /* a paper's words */
    int signal;          /* that stopped the papers, or 0 */
};

static bool read_option(struct build *build, int option, struct arena *arena)
{
    switch (option) {
    case 'o':
        build->output = optarg;
        return true;
    case 'p':
        select_add(&build->filter.parties, arena, optarg);
        return true;
    case 'a':
        select_add(&build->filter.papers, arena, optarg);
        return true;
    case 'e':
        return option_stage(build->command, optarg, &build->order.stage);
    case 's':
        return option_shard(build->command, optarg, &build->shard);
    case 'j':
        return option_number(build->command, "--jobs", optarg, WORKERS_MOST, &build->order.jobs);
    case OPTION_TIMEOUT:
    case OPTION_MAX_MEMORY:
        return option_limits(build->command, option, optarg, &build->order.limits);
    case 'w':
        build->is_watched = true;
        return true;
    default:
        return false;
    }
}

static bool read_project_name(struct build *build, int argc, char **argv)
{
    if (argc - optind != 1)
        command_misused(build->command, _("name one project"));
    else if ((build->order.stage == PAPER_PDF || build->is_watched) && !build->output)
        command_misused(build->command, _("say with -o which folder the papers go to"));
    else
        build->path = argv[optind];
    return build->path != NULL;
}

/* Reads the arguments. Returns an exit status, or -1 to go on. */
static int read_arguments(struct build *build, int argc, char **argv, struct arena *arena)
{
    static const struct option options[] = {
        {"output", required_argument, NULL, 'o'},
        {"party", required_argument, NULL, 'p'},
        {"paper", required_argument, NULL, 'a'},
        {"emit", required_argument, NULL, 'e'},
        {"shard", required_argument, NULL, 's'},
        {"jobs", required_argument, NULL, 'j'},
        {"timeout", required_argument, NULL, OPTION_TIMEOUT},
        {"max-memory", required_argument, NULL, OPTION_MAX_MEMORY},
        {"watch", no_argument, NULL, 'w'},
        {"help", no_argument, NULL, 'h'},
        {0},
    };
    int option;
    while ((option = option_next(build->command, argc, argv, ":ho:", options)) != -1) {
        if (option == 'h')
            return command_help(build->command);
        if (!read_option(build, option, arena))
            return STATUS_USAGE;
    }
    return read_project_name(build, argc, argv) ? -1 : STATUS_USAGE;
}

/* Returns whether the project knows the names of the options; reports the first that it doesn't. */
static bool knows_names(const struct build *build)
{
    struct select_stranger stranger = select_stranger(build->project.agenda, &build->filter);
    if (!stranger.name)
        return true;
    const char *what = stranger.is_party ? _("the project has no papers for a party \"%s\"")
                                         : _("the project has no paper \"%s\"");
    command_unknown(build->command, what, stranger.name, stranger.nearest);
    return false;
}

/* Opens the folder of the papers before any work. Returns false when it can't be written to. */
static bool open_output(struct build *build)
{
    build->order.folder = build->output ? &build->folder : NULL;
    return !build->output || file_folder_open(build->output, &build->folder, build->session.diags);
}

static void print_texts(const struct batch_paper *papers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        session_print(&papers[i].text, stdout);
}

static void print_summary(const struct build *build, const struct batch_paper *papers)
{
    struct buf text = {0};
    summary_write(&(struct summary){.preload = &build->preload,
                                    .order = &build->order,
                                    .papers = papers,
                                    .started = build->started,
                                    .signal = build->signal},
                  &text);
    /* Without a folder the papers go to standard output; nobody waits for the end of a watched
     * build. */
    session_print(&text, build->output && !build->watch ? stdout : stderr);
    buf_free(&text);
}

static bool all_made(const struct batch_paper *papers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!papers[i].made)
            return false;
    return true;
}

/* Makes a paper that had no fault once more, for its words alone: those that a worker learnt are
 * lost with it, and later rounds shall find them shaped and hyphenated. */
static void learn_words(struct build *build, const struct batch_paper *papers)
{
    struct diags *diags = diags_new();
    struct buf dump = {0};
    struct guard guard;
    size_t pages;
    guard_begin(&guard, &build->order.limits, _("learning the words of a paper"), NULL);
    for (size_t i = 0; i < build->preload.count && !build->has_learnt; i++)
        if (papers[i].made)
            build->has_learnt = paper_make(&build->preload, i, PAPER_PAGES, diags, &dump, &pages);
    guard_end(&guard);
    buf_free(&dump);
    diags_free(diags);
}

static int make_papers(struct build *build)
{
    size_t count = build->preload.count;
    struct batch_paper *papers = arena_array(build->project.arena, count, sizeof *papers);
    build->signal = batch_run(&build->preload, &build->order, build->session.diags, papers);
    int status = session_tell(&build->session);
    print_texts(papers, count);
    print_summary(build, papers);
    if (build->watch && !build->signal)
        learn_words(build, papers);
    if (build->signal)
        status = 128 + build->signal;
    else if (status == STATUS_DONE && !all_made(papers, count))
        status = STATUS_FAULT;
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

/* Opens the project, in a watched build only as far as something has changed. */
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

enum opening { READ, MISUSED, NOT_READ };

/* Returns whether what is wanted may be among the papers that can't be made, which have been told.
 */
static bool may_be_unmade(const struct build *build)
{
    const struct agenda *agenda = build->project.agenda;
    return diags_at_least(build->session.diags, DIAG_ERROR) &&
           (!agenda->count || select_stranger(agenda, &build->filter).name);
}

/* Reads all that the papers are made from, and loads what their making needs. */
static enum opening read_sources(struct build *build, unsigned changed)
{
    struct session *session = &build->session;
    struct project *project = &build->project;
    size_t *wanted;
    if (!open_project(build, changed) || may_be_unmade(build))
        return NOT_READ;
    if (!knows_names(build))
        return MISUSED;
    size_t count = select_papers(project->agenda, &build->filter, project->arena, &wanted);
    if (!count) {
        command_misused(build->command, _("no paper is both of the party and of the kind"));
        return MISUSED;
    }
    count = shard_take(&build->shard, project->agenda, wanted, count, project->arena);
    size_t answered = project_add_answers(session, project, wanted, count);
    bool is_some = answered || !count; /* a shard may be empty */
    return is_some && preload_papers(session, project, wanted, answered, &build->preload)
               ? READ
               : NOT_READ;
}

static enum opening read_sources_guarded(struct build *build, unsigned changed)
{
    struct guard guard;
    guard_begin(&guard, &build->order.limits, _("reading the project"),
                _("look for what makes it so large, or allow more with --timeout"));
    enum opening opening = read_sources(build, changed);
    guard_end(&guard);
    return opening;
}

/* Keeps the papers' folders from being watched. */
static void ignore_results(const struct build *build)
{
    const struct preload *preload = &build->preload;
    struct arena *arena = build->project.arena;
    char *folder = realpath(build->output, NULL);
    for (size_t i = 0; folder && i < preload->count; i++) {
        const char *stem = preload->agenda->papers[preload->papers[i]].stem;
        watch_ignore(build->watch, arena_printf(arena, "%s/%s", folder, file_folder(stem, arena)));
    }
    free(folder);
}

static int build_papers(struct build *build, unsigned changed)
{
    enum opening opening = read_sources_guarded(build, changed);
    if (opening == MISUSED)
        return STATUS_USAGE;
    if (opening == NOT_READ || !open_output(build))
        return give_up(build);
    if (build->watch)
        ignore_results(build);
    int status = make_papers(build);
    if (build->output)
        file_folder_close(&build->folder);
    return status;
}

static void watch_sources(const struct build *build)
{
    const char *path = build->path;
    struct arena *arena = arena_new();
    if (file_is_folder(path))
        watch_tree(build->watch, path, WATCH_INPUT);
    else if (access(path, F_OK) == 0)
        watch_tree(build->watch, file_folder(path, arena), WATCH_INPUT);
    else
        watch_file(build->watch, path, WATCH_INPUT);
    watch_tree(build->watch, build->session.template_folder, WATCH_TEMPLATES);
    watch_tree(build->watch, build->session.schema_folder, WATCH_SCHEMAS);
    arena_free(arena);
}

/* Does a round. A name that the project doesn't know is wrong use in the first only: later the
 * project may get it back. */
static int build_again(void *context, struct watch *watch, unsigned changed)
{
    struct build *build = context;
    build->watch = watch;
    build->started = clock_milliseconds();
    /* Before the watching begins: a folder that comes would be a change. */
    file_make_folder(build->output, build->session.diags);
    watch_sources(build);
    int status = build_papers(build, changed);
    if (build->signal)
        return STATUS_DONE;
    return status == STATUS_USAGE && !changed ? status : REPEAT_AGAIN;
}

static int build_once_or_again(struct build *build)
{
    if (!session_find(&build->session, build->command->reading))
        return session_tell(&build->session);
    if (build->is_watched)
        return repeat_on_change(&build->session, build_again, build);
    return build_papers(build, 0);
}

int build_run(const struct command *command, int argc, char **argv)
{
    struct build build = {
        .command = command,
        .order = {.stage = PAPER_PDF, .jobs = workers_usual(), .limits = LIMITS_OF_PAPERS},
        .started = clock_milliseconds(),
    };
    struct arena *arena = arena_new();
    int status = read_arguments(&build, argc, argv, arena);
    if (status == -1) {
        status = build_once_or_again(&build);
        project_close(&build.project);
        session_end(&build.session);
    }
    names_free(&build.filter.parties);
    names_free(&build.filter.papers);
    arena_free(arena);
    return status;
}
