/* The command receive: checks files of answers that came, puts what is accepted into its place, and
 * prints a receipt for each. A file that anybody may have sent is read by a worker. */
#include "base/file.h"
#include "base/wire.h"
#include "cli/answers.h"
#include "cli/arrival.h"
#include "cli/examine.h"
#include "cli/incoming.h"
#include "cli/option.h"
#include "cli/store.h"
#include "process/crash.h"
#include "process/workers.h"
#include "report/report.h"

#include <stdlib.h>
#include <string.h>

/* docs/security.md promises these, as of check. */
enum { SECONDS = 60, MEBIBYTES = 1024 };
enum { FINDINGS_LIMIT = 32 * 1024 * 1024, MOST_BYTES = 17 * 1024 * 1024 };

/* A command under way, and the file in hand. */
struct receiving {
    struct session session;
    const char *project, *folder; /* the project's file or folder, and its folder */
    const char *receipts;         /* the folder for them; or NULL */
    struct limits limits;
    struct incoming file;
    struct findings found;
    const char *place; /* of the file, in the arena of found; or NULL */
};

/* Reports that it isn't known whose answers a file holds. */
static void examine_unplaced(const struct receiving *receiving, struct findings *findings)
{
    const char *name = receiving->file.name;
    diag_add(findings->diags, RULE_FOLLOWUP_UNKNOWN_PARTY, (struct diag_place){.file = name},
             _("name the file after the party, such as joutsa.xml, and send it again"),
             _("it is not known whose answers these are"));
    struct report_file file = {.path = name};
    findings_add_file(findings, file);
}

/* In the worker: finds the place of the file in hand and checks it there. */
static void work(void *context, size_t index, struct buf *reply)
{
    const struct receiving *receiving = context;
    struct findings findings = findings_new();
    struct buf packed = {0};
    const struct examination examination = {.session = &receiving->session, .understands = true};
    (void)index;
    const char *place = arrival_place(&receiving->session, receiving->project, receiving->file.path,
                                      receiving->file.name, findings.arena);
    if (place && examine_is_place(place))
        examine_as(&examination,
                   &(struct examine_as){.project = receiving->project,
                                        .place = place,
                                        .path = receiving->file.path,
                                        .name = receiving->file.name},
                   &findings);
    else
        examine_unplaced(receiving, &findings);
    findings_pack(&findings, &packed);
    wire_put_bytes(reply, &packed);
    wire_put_string(reply, place);
    buf_free(&packed);
    findings_free(&findings);
}

static bool done(void *context, size_t index, const char *reply, size_t size)
{
    struct receiving *receiving = context;
    struct wire wire = wire_begin(reply, size);
    struct buf packed = {0};
    const char *bytes = wire_bytes(&wire, &size);
    const char *place;
    (void)index;
    buf_append(&packed, bytes, size);
    place = wire_string(&wire);
    findings_unpack(&receiving->found, &packed);
    receiving->place = place ? arena_strdup(receiving->found.arena, place) : NULL;
    buf_free(&packed);
    return true;
}

static void lost(void *context, size_t index, enum workers_cause cause, int status)
{
    static const struct crash_rules rules = {.time = RULE_CHECK_TIME, .memory = RULE_CHECK_MEMORY};
    struct receiving *receiving = context;
    const char *name = receiving->file.name;
    (void)index;
    crash_report(receiving->found.diags, (struct diag_place){.file = name}, &rules,
                 &receiving->limits, cause, status);
    findings_add_file(&receiving->found, (struct report_file){.path = name});
}

/* Checks the file in hand in a worker. Returns the signal that stopped it, or 0. */
static int examine(struct receiving *receiving)
{
    const struct workers_batch batch = {
        .count = 1,
        .jobs = 1,
        .limits = receiving->limits,
        .reply_limit = FINDINGS_LIMIT,
        .ends_at_once = true,
        .context = receiving,
        .work = work,
        .done = done,
        .lost = lost,
    };
    return workers_run(&batch, receiving->found.diags);
}

static const char *note_of(enum store_outcome outcome)
{
    switch (outcome) {
    case STORE_NEW:
        return _("The answers have been received.");
    case STORE_REPLACED:
        return _("The answers have been received; the earlier ones are kept.");
    case STORE_AGAIN:
        return _("The same answers were already received; nothing has changed.");
    case STORE_OUTDATED:
        return _("The same answers were already received, and later ones have come since: those "
                 "stay.");
    case STORE_FAILED:
        break;
    }
    return _("The answers could not be stored.");
}

/* Puts the file in hand, which is accepted, into its place. */
static void store(struct receiving *receiving)
{
    struct buf bytes = {0};
    enum store_outcome outcome = STORE_FAILED;
    if (file_read(receiving->file.path, MOST_BYTES, receiving->found.diags, &bytes))
        outcome = store_put(receiving->folder, receiving->place, &bytes, receiving->found.diags);
    for (size_t i = 0; i < receiving->found.file_count; i++)
        receiving->found.files[i].note = note_of(outcome);
    buf_free(&bytes);
}

/* Returns whether the file in hand is to be put into its place. */
static bool is_accepted(const struct receiving *receiving)
{
    const struct findings *found = &receiving->found;
    return receiving->place && found->file_count == 1 && !found->files[0].is_untouched &&
           !found->files[0].is_uncompared && !diags_at_least(found->diags, DIAG_ERROR);
}

/* Prints the receipt of the file in hand and returns its status. */
static int print_receipt(struct receiving *receiving)
{
    struct findings *found = &receiving->found;
    struct buf text = {0};
    bool is_written = true;
    diags_sort(found->diags);
    struct report_receipts *receipts =
        report_receipts_new(found->diags, found->files, found->file_count, PYKALA_VERSION);
    bool has_one = report_receipts_count(receipts) > 1;
    if (has_one)
        report_receipt_text(receipts, 1, &text);
    else
        report_text(found->diags, &text);
    session_print(&text, stdout);
    if (receiving->receipts)
        is_written = file_write(arena_printf(found->arena, "%s/%s.txt", receiving->receipts,
                                             file_name(receiving->file.name)),
                                text.data, text.size, receiving->session.diags);
    report_receipts_free(receipts);
    buf_free(&text);
    if (!is_written)
        return STATUS_FAILURE;
    int status = session_worst(found->diags);
    bool is_missing = found->file_count == 1 && found->files[0].is_untouched;
    return status == STATUS_DONE && is_missing ? STATUS_FAULT : status;
}

/* Receives a file. Nobody else receives one meanwhile. */
static int receive(struct receiving *receiving, char *path)
{
    if (!incoming_copy(path, &receiving->file))
        return STATUS_FAILURE;
    receiving->found = findings_new();
    receiving->place = NULL;
    int lock = store_lock(receiving->folder, receiving->found.diags);
    int signal = lock < 0 ? 0 : examine(receiving);
    if (lock >= 0 && !signal && is_accepted(receiving))
        store(receiving);
    store_unlock(lock);
    int status = signal ? 128 + signal : print_receipt(receiving);
    findings_free(&receiving->found);
    incoming_close(&receiving->file);
    return status;
}

/* Returns the worse of two statuses: 3, 1, 4, 0; a signal's is the worst. */
static int worse(int one, int other)
{
    static const int order[] = {STATUS_FAILURE, STATUS_FAULT, STATUS_UNCOMPARED, STATUS_DONE};
    if (one > 128 || other > 128)
        return one > other ? one : other;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (one == order[i] || other == order[i])
            return order[i];
    return one;
}

static int receive_all(struct receiving *receiving, int count, char **paths)
{
    int status = STATUS_DONE;
    if (!session_start(&receiving->session, NULL))
        status = session_tell(&receiving->session);
    else
        session_load_fonts(&receiving->session);
    for (int i = 0; i < count && status < 128 && status != STATUS_FAILURE; i++) {
        if (i)
            putchar('\n');
        status = worse(status, receive(receiving, paths[i]));
    }
    session_report(&receiving->session, stderr);
    session_end(&receiving->session);
    return status;
}

static int run(const struct command *command, int count, char **arguments,
               struct receiving *receiving)
{
    if (count < 2)
        return command_misused(command, _("name a project and the files that came"));
    struct arena *arena = arena_new();
    receiving->project = arguments[0];
    receiving->folder =
        file_is_folder(arguments[0]) ? arguments[0] : file_folder(arguments[0], arena);
    int status = answers_has_project(receiving->folder, arena)
                     ? receive_all(receiving, count - 1, arguments + 1)
                     : command_misused(command, _("there is no project in %s"), arguments[0]);
    arena_free(arena);
    return status;
}

int receive_run(const struct command *command, int argc, char **argv)
{
    static const struct option options[] = {
        {"help", no_argument, NULL, 'h'},
        {"lang", required_argument, NULL, 'l'},
        {"receipts", required_argument, NULL, 'r'},
        {"timeout", required_argument, NULL, OPTION_TIMEOUT},
        {"max-memory", required_argument, NULL, OPTION_MAX_MEMORY},
        {0}};
    struct receiving receiving = {.limits = {.seconds = SECONDS, .mebibytes = MEBIBYTES}};
    int option;
    while ((option = option_next(command, argc, argv, ":h", options)) != -1) {
        if (option == 'h')
            return command_help(command);
        if (option == 'r')
            receiving.receipts = optarg;
        else if (option == '?' || (option == 'l' && !option_language(command, optarg)) ||
                 ((option == OPTION_TIMEOUT || option == OPTION_MAX_MEMORY) &&
                  !option_limits(command, option, optarg, &receiving.limits)))
            return STATUS_USAGE;
    }
    return run(command, argc - optind, argv + optind, &receiving);
}
