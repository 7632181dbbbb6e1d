/* The command check. Workers do the checking: nobody knows who wrote the files. */
#include "base/file.h"
#include "base/memory.h"
#include "base/rule.h"
#include "cli/examine.h"
#include "cli/fix.h"
#include "cli/grouping.h"
#include "cli/incoming.h"
#include "cli/option.h"
#include "cli/session.h"
#include "cli/stale.h"
#include "process/crash.h"
#include "process/guard.h"
#include "process/workers.h"
#include "report/report.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

/* docs/security.md promises these. A project of a thousand parties takes seconds and 100 MiB. */
enum { SECONDS = 60, MEBIBYTES = 1024 };

/* The most bytes of a path's findings: those of a hundred thousand, which nobody reads. */
#define FINDINGS_LIMIT ((size_t)32 * 1024 * 1024)

static size_t count_uncompared(const struct findings *findings)
{
    size_t count = 0;
    for (size_t i = 0; i < findings->file_count; i++)
        count += findings->files[i].is_uncompared;
    return count;
}

static void print_counts(const struct findings *findings)
{
    size_t errors = diags_at_least(findings->diags, DIAG_ERROR);
    size_t warnings = diags_at_least(findings->diags, DIAG_WARNING) - errors;
    size_t uncompared = count_uncompared(findings);
    printf(ngettext("%zu error", "%zu errors", errors), errors);
    printf(", ");
    printf(ngettext("%zu warning\n", "%zu warnings\n", warnings), warnings);
    if (uncompared)
        printf(ngettext("Not compared: the answers of %zu file\n",
                        "Not compared: the answers of %zu files\n", uncompared),
               uncompared);
}

static void write_text(const struct findings *findings, struct buf *out)
{
    report_text_with_lines(findings->diags, report_is_coloured(stdout), out);
    buf_append(out, findings->states.data, findings->states.size);
}

static void write_json(const struct findings *findings, struct buf *out)
{
    report_json(findings->diags, out);
}

/* Returns what was corrected as a report takes it, owned by the caller. */
static struct report_fix *list_fixes(const struct findings *findings)
{
    struct report_fix *list = memory_new(findings->fix_count, sizeof *list);
    for (size_t i = 0; i < findings->fix_count; i++) {
        const struct fix *fix = &findings->fixes[i];
        list[i] = (struct report_fix){.file = fix->file,
                                      .copy = fix->copy,
                                      .changes = fix->made.items,
                                      .count = fix->made.count,
                                      .left = fix->left,
                                      .is_workbook = fix->is_workbook};
    }
    return list;
}

static void write_fixed_text(const struct findings *findings, struct buf *out)
{
    struct report_fix *fixes = list_fixes(findings);
    report_fixes_text(fixes, findings->fix_count, out);
    free(fixes);
    write_text(findings, out);
}

static void write_fixed_json(const struct findings *findings, struct buf *out)
{
    struct report_fix *fixes = list_fixes(findings);
    report_fixes_json(fixes, findings->fix_count, findings->diags, out);
    free(fixes);
}

static void write_sarif(const struct findings *findings, struct buf *out)
{
    report_sarif(findings->diags, PYKALA_VERSION, out);
}

/* Appends what the receipts of the findings are, by a function that writes all of them. */
static void write_all(const struct findings *findings,
                      void (*write)(const struct report_receipts *receipts, struct buf *out),
                      struct buf *out)
{
    struct report_receipts *receipts =
        report_receipts_new(findings->diags, findings->files, findings->file_count, PYKALA_VERSION);
    write(receipts, out);
    report_receipts_free(receipts);
}

static void write_verdict(const struct findings *findings, struct buf *out)
{
    write_all(findings, report_verdict, out);
}

static void write_reminder(const struct findings *findings, struct buf *out)
{
    write_all(findings, report_reminder, out);
}

static const struct format {
    const char *name;
    void (*write)(const struct findings *findings, struct buf *out); /* NULL: pages in a folder */
    /* The same with what was corrected; NULL: it can't be told in this format. */
    void (*write_fixed)(const struct findings *findings, struct buf *out);
    bool has_counts;  /* below */
    bool understands; /* what was answered */
} formats[] = {{"text", write_text, write_fixed_text, true, false},
               {"json", write_json, write_fixed_json, false, false},
               {"sarif", write_sarif, NULL, false, false},
               {"verdict", write_verdict, NULL, false, true},
               {"reminder", write_reminder, NULL, false, true},
               {"html", NULL, NULL, true, true}};

struct check_order {
    const struct format *format;
    const char *folder;          /* for pages or copies */
    struct limits limits;        /* of one path */
    struct examine_as as;        /* its place is NULL where paths are checked where they stand */
    const struct fix_order *fix; /* NULL: nothing is corrected */
    bool spelling, lists_rules;
};

/* Begins the guard of a report, which shows lines of the files again: a file may have been made so
 * that this takes long. */
static void begin_report(struct guard *guard, const struct check_order *order)
{
    guard_begin(guard, &order->limits, _("making the report"),
                _("check fewer files at once, or allow more with --timeout"));
}

static void print_report(const struct findings *findings, const struct check_order *order)
{
    struct buf text = {0};
    struct guard guard;
    begin_report(&guard, order);
    (order->fix ? order->format->write_fixed : order->format->write)(findings, &text);
    guard_end(&guard);
    session_print(&text, stdout);
    buf_free(&text);
}

/* Writes the receipts. Reports on standard error what stops that, since no receipt has it. */
static bool write_receipts(const struct findings *findings, const struct check_order *order)
{
    const char *folder = order->folder;
    struct diags *failures = diags_new();
    struct report_receipts *receipts =
        report_receipts_new(findings->diags, findings->files, findings->file_count, PYKALA_VERSION);
    bool written = true;
    file_sweep(folder);
    for (size_t i = 0; written && i < report_receipts_count(receipts); i++) {
        struct buf page = {0};
        struct guard guard;
        begin_report(&guard, order);
        report_receipts_write(receipts, i, &page);
        guard_end(&guard);
        written = file_write(
            arena_printf(findings->arena, "%s/%s", folder, report_receipts_name(receipts, i)),
            page.data, page.size, failures);
        buf_free(&page);
    }
    written = written && stale_remove(folder, receipts, failures);
    struct buf text = {0};
    report_text(failures, &text);
    session_print(&text, stderr);
    buf_free(&text);
    report_receipts_free(receipts);
    diags_free(failures);
    return written;
}

static int report(struct findings *findings, const struct check_order *order)
{
    if (order->fix && !fix_name_copies(order->fix, findings))
        return STATUS_USAGE;
    if (order->fix && !fix_write(findings))
        return STATUS_FAILURE;
    diags_sort(findings->diags);
    if (order->format->write)
        print_report(findings, order);
    else if (!write_receipts(findings, order))
        return STATUS_FAILURE;
    if (order->format->has_counts)
        print_counts(findings);
    return session_worst(findings->diags);
}

struct check {
    struct session session;
    const struct check_order *order;
    char **paths;
    size_t count;
    struct grouping_task *tasks, *again; /* under way, and to be done after them */
    size_t task_count, again_count, again_capacity;
    struct reading *readings; /* of each path: which file its worker reads */
    struct buf *replies;      /* of each task, at its first path */
};

/* A task in the worker that does it. */
struct assignment {
    const struct check *check;
    const struct grouping_task *task;
};

static void examine(const void *context, struct findings *findings)
{
    const struct assignment *assignment = context;
    const struct check *check = assignment->check;
    const struct examination examination = {.session = &check->session,
                                            .spelling = check->order->spelling,
                                            .understands = check->order->format->understands};
    if (check->order->as.place)
        examine_as(&examination, &check->order->as, findings);
    else
        examine_paths(&examination, check->paths + assignment->task->first, assignment->task->count,
                      findings);
}

static void work(void *context, size_t index, struct buf *reply)
{
    const struct check *check = context;
    const struct assignment assignment = {check, &check->tasks[index]};
    const struct fixing fixing = {.schema = check->session.schema,
                                  .name = check->order->as.name,
                                  .path = check->order->as.path,
                                  .examine = examine,
                                  .context = &assignment};
    struct findings findings = findings_new();
    schema_watch(check->session.schema, &check->readings[assignment.task->first]);
    if (check->order->fix)
        fix_files(&fixing, &findings);
    else
        examine(&assignment, &findings);
    findings_pack(&findings, reply);
    findings_free(&findings);
}

static bool done(void *context, size_t index, const char *reply, size_t size)
{
    const struct check *check = context;
    buf_append(&check->replies[check->tasks[index].first], reply, size);
    return true;
}

static void do_again(struct check *check, struct grouping_task task)
{
    GROW(check->again, check->again_count, check->again_capacity);
    check->again[check->again_count++] = task;
}

static const struct crash_rules rules = {.time = RULE_CHECK_TIME, .memory = RULE_CHECK_MEMORY};

static void report_lost(struct check *check, size_t path, enum workers_cause cause, int status)
{
    struct findings findings = findings_new();
    const char *name = check->order->as.place ? check->order->as.name : check->paths[path];
    crash_report(findings.diags, (struct diag_place){.file = name}, &rules, &check->order->limits,
                 cause, status);
    findings_add_file(&findings, (struct report_file){.path = name});
    findings_pack(&findings, &check->replies[path]);
    findings_free(&findings);
}

/* Reports a path that a worker was lost with, or has it done again: a crash costs the file in hand
 * only, and each of several paths is tried by itself. */
static void lost(void *context, size_t index, enum workers_cause cause, int status)
{
    struct check *check = context;
    if (index == check->task_count) {
        crash_report(check->session.diags, (struct diag_place){0}, &rules, &check->order->limits,
                     WORKERS_ENDED, status);
        return;
    }
    const struct grouping_task task = check->tasks[index];
    if (cause == WORKERS_ENDED && WIFSIGNALED(status) &&
        reading_bar(&check->readings[task.first], WTERMSIG(status)))
        do_again(check, task);
    else if (task.count == 1)
        report_lost(check, task.first, cause, status);
    else
        for (size_t i = 0; i < task.count; i++)
            do_again(check, (struct grouping_task){task.first + i, 1});
}

/* Does the waiting tasks. Returns the number of the signal that stopped them, or 0. */
static int run_tasks(struct check *check)
{
    free(check->tasks);
    check->tasks = check->again;
    check->task_count = check->again_count;
    check->again = NULL;
    check->again_count = check->again_capacity = 0;
    const struct workers_batch tasks = {
        .count = check->task_count,
        .jobs = workers_usual(),
        .limits = check->order->limits,
        .reply_limit = FINDINGS_LIMIT,
        .ends_at_once = true,
        .context = check,
        .work = work,
        .done = done,
        .lost = lost,
    };
    return workers_run(&tasks, check->session.diags);
}

static int check_paths(struct check *check)
{
    int signal = 0;
    check->again = memory_new(check->count, sizeof *check->again);
    check->again_count = grouping_share_out(check->paths, check->count, check->again);
    check->again_capacity = check->count;
    while (check->again_count && !signal)
        signal = run_tasks(check);
    return signal;
}

/* Returns the findings in the order of the paths, whatever the order in which they were checked. */
static struct findings gather(const struct check *check)
{
    struct findings all = findings_new();
    diags_add_all(all.diags, check->session.diags);
    for (size_t i = 0; i < check->count; i++)
        if (check->replies[i].size)
            findings_unpack(&all, &check->replies[i]);
    return all;
}

static void free_check(struct check *check)
{
    for (size_t i = 0; i < check->count; i++)
        buf_free(&check->replies[i]);
    free(check->replies);
    free(check->tasks);
    free(check->again);
    reading_free(check->readings, check->count);
    session_end(&check->session);
}

static int check_and_report(const struct check_order *order, char **paths, int count)
{
    struct check check = {.order = order, .paths = paths, .count = (size_t)count};
    check.replies = memory_new(check.count, sizeof *check.replies);
    check.readings = reading_new(check.count);
    if (!check.readings)
        memory_exhausted();
    int signal = 0;
    if (session_start(&check.session, NULL)) {
        session_load_fonts(&check.session); /* once for all workers */
        signal = check_paths(&check);
    }
    struct findings findings = gather(&check);
    int status = signal ? 128 + signal : report(&findings, order);
    findings_free(&findings);
    free_check(&check);
    return status;
}

static int list_rules(void)
{
    static const char *const words[] = {
        [DIAG_INFO] = "huomautus",
        [DIAG_WARNING] = "varoitus",
        [DIAG_ERROR] = "virhe",
        [DIAG_FAILURE] = "failure",
    };
    for (int i = 0; i < RULE_COUNT; i++) {
        const struct rule_info *rule = rule_info((enum rule)i);
        printf("%s\t%s\t%s\t%s\n", rule->id, words[rule->severity],
               rule->is_settable ? "settable" : "fixed", _(rule->meaning));
    }
    return STATUS_DONE;
}

static bool find_format(const struct command *command, const char *name, struct check_order *order)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, name) == 0) {
            order->format = &formats[i];
            return true;
        }
    command_misused(command,
                    _("--format takes text, json, sarif, verdict, reminder or html, not \"%s\""),
                    name);
    return false;
}

/* Checks one file, or standard input, in a place of a project. */
static int run_in_place(const struct command *command, int count, char **paths,
                        struct check_order *order)
{
    struct examine_as *as = &order->as;
    struct incoming incoming;
    if (!as->place || !as->project)
        return command_misused(command, _("--project and --as go together"));
    if (!examine_is_place(as->place))
        return command_misused(command,
                               _("--as takes a place among the answers such as "
                                 "seuranta/2026/joutsa.xml, not \"%s\""),
                               as->place);
    if (count != 1)
        return command_misused(command, _("name one file"));
    if (!incoming_open(paths[0], &incoming))
        return STATUS_FAILURE;
    as->path = incoming.path;
    as->name = incoming.name;
    char *path = incoming.path;
    int status = check_and_report(order, &path, 1);
    incoming_close(&incoming);
    return status;
}

static int run_order(const struct command *command, int argc, char **argv,
                     struct check_order *order)
{
    if (optind == argc)
        return command_misused(command, _("name a file or a project"));
    if (!order->format->write && !order->folder)
        return command_misused(command, _("--format html needs a folder: -o FOLDER"));
    if (order->fix && !order->format->write_fixed)
        return command_misused(command, _("--fix goes with --format text or json"));
    if (order->fix && !order->folder)
        return command_misused(command, _("--fix needs a folder for the copies: -o FOLDER"));
    if (order->format->write && order->folder && !order->fix)
        return command_misused(command, _("-o goes with --format html or --fix only"));
    if (order->fix && !fix_may_begin(order->fix, argv + optind, (size_t)(argc - optind)))
        return STATUS_USAGE;
    if (order->as.place || order->as.project)
        return run_in_place(command, argc - optind, argv + optind, order);
    return check_and_report(order, argv + optind, argc - optind);
}

enum { LIST_RULES = 1, SPELLING, FIX };

/* Takes an option over. Reports misuse and returns false. */
static bool take_option(const struct command *command, int option, struct fix_order *fix,
                        struct check_order *order)
{
    if (option == 'o')
        order->folder = optarg;
    else if (option == 'p')
        order->as.project = optarg;
    else if (option == 'a')
        order->as.place = optarg;
    else if (option == LIST_RULES)
        order->lists_rules = true;
    else if (option == SPELLING)
        order->spelling = true;
    else if (option == FIX)
        order->fix = fix;
    else if (option == 'f')
        return find_format(command, optarg, order);
    else if (option == 'l')
        return option_language(command, optarg);
    else
        return option != '?' && option_limits(command, option, optarg, &order->limits);
    return true;
}

int check_run(const struct command *command, int argc, char **argv)
{
    static const struct option options[] = {
        {"help", no_argument, NULL, 'h'},
        {"format", required_argument, NULL, 'f'},
        {"lang", required_argument, NULL, 'l'},
        {"output", required_argument, NULL, 'o'},
        {"list-rules", no_argument, NULL, LIST_RULES},
        {"timeout", required_argument, NULL, OPTION_TIMEOUT},
        {"max-memory", required_argument, NULL, OPTION_MAX_MEMORY},
        {"spelling", no_argument, NULL, SPELLING},
        {"project", required_argument, NULL, 'p'},
        {"as", required_argument, NULL, 'a'},
        {"fix", no_argument, NULL, FIX},
        {0}};
    struct check_order order = {.format = &formats[0],
                                .limits = {.seconds = SECONDS, .mebibytes = MEBIBYTES}};
    struct fix_order fix = {.command = command};
    int option;
    while ((option = option_next(command, argc, argv, ":ho:", options)) != -1) {
        if (option == 'h')
            return command_help(command);
        if (!take_option(command, option, &fix, &order))
            return STATUS_USAGE;
    }
    fix.folder = order.folder;
    fix.project = order.as.project;
    fix.place = order.as.place;
    return order.lists_rules ? list_rules() : run_order(command, argc, argv, &order);
}
