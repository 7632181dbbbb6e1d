#include "base/clean.h"
#include "cli/option.h"
#include "cli/project.h"
#include "cli/select.h"
#include "cli/shard.h"
#include "process/guard.h"

/* Appends a paper's line for programs. */
static void write_paper(const struct agenda_paper *paper, struct buf *out)
{
    clean_value(paper->stem, out);
    buf_string(out, ".pdf\t");
    clean_value(paper->party ? paper->party : "-", out);
    buf_char(out, '\t');
    clean_value(paper->id, out);
    buf_char(out, '\n');
}

static void print_papers(const struct agenda *agenda, const struct shard *shard,
                         struct arena *arena)
{
    static const struct select_filter all;
    size_t *wanted;
    size_t count = select_papers(agenda, &all, arena, &wanted);
    count = shard_take(shard, agenda, wanted, count, arena);
    struct buf lines = {0};
    for (size_t i = 0; i < count; i++)
        write_paper(&agenda->papers[wanted[i]], &lines);
    session_print(&lines, stdout);
    buf_free(&lines);
}

static int list(const struct command *command, const char *path, const struct shard *shard)
{
    struct session session;
    struct project project = {0};
    struct guard guard;
    guard_begin(&guard, &LIMITS_OF_PAPERS, _("reading the project"), NULL);
    bool opened =
        session_start(&session, command->reading) && project_open(&session, path, &project);
    guard_end(&guard);
    int status = session_tell(&session);
    if (opened)
        print_papers(project.agenda, shard, session.arena);
    project_close(&project);
    session_end(&session);
    return status;
}

/* Reads the options. Returns a status to end with, or -1 to go on. */
static int read_options(const struct command *command, int argc, char **argv, struct shard *shard)
{
    static const struct option options[] = {
        {"shard", required_argument, NULL, 's'}, {"help", no_argument, NULL, 'h'}, {0}};
    for (int option; (option = option_next(command, argc, argv, ":h", options)) != -1;) {
        if (option == 'h')
            return command_help(command);
        if (option == '?' || !option_shard(command, optarg, shard))
            return STATUS_USAGE;
    }
    return -1;
}

int list_run(const struct command *command, int argc, char **argv)
{
    struct shard shard = {0};
    int status = read_options(command, argc, argv, &shard);
    if (status >= 0)
        return status;
    if (argc - optind != 1)
        return command_misused(command, _("name one project"));
    return list(command, argv[optind], &shard);
}
