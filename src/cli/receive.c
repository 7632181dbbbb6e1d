/* The command receive: files of answers that came, and drop folders in which they come. */
#include "base/file.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/names.h"
#include "cli/answers.h"
#include "cli/drop.h"
#include "cli/option.h"
#include "cli/reception.h"
#include "cli/repeat.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* docs/security.md promises these, as of check. */
enum { SECONDS = 60, MEBIBYTES = 1024 };

/* A command under way. */
struct receiving {
    struct reception reception;
    const char *receipts; /* the folder for them; or NULL */
    struct names written; /* the receipts there, without their endings */
    bool watches;
    char **paths;
    size_t count;
    struct drop **drops; /* of each path; NULL for a file */
};

/* Returns where the receipt of a file goes, without its ending: files of one name in several
 * folders have receipts of several names. */
static const char *receipt_path(struct receiving *receiving, const char *path)
{
    struct arena *arena = receiving->reception.session.arena;
    const char *name = file_name(path), *chosen = arena_strdup(arena, name);
    for (int number = 2; names_contain(&receiving->written, chosen); number++)
        chosen = file_numbered(name, number, arena);
    names_add(&receiving->written, chosen);
    return arena_printf(arena, "%s/%s", receiving->receipts, chosen);
}

/* Receives a file, prints its receipt and writes it to the folder of receipts. */
static int receive_file(struct receiving *receiving, char *path)
{
    struct reception_result result = reception_receive(&receiving->reception, path, path);
    bool is_failed = result.end == RECEPTION_FAILED, is_written = true;
    session_print(&result.text, is_failed ? stderr : stdout);
    if (receiving->receipts && !is_failed)
        is_written = reception_write_receipt(&result, receipt_path(receiving, path),
                                             receiving->reception.session.diags);
    reception_end(&result);
    return is_written ? result.status : STATUS_FAILURE;
}

static int receive_all(struct receiving *receiving, const struct watch *watch)
{
    int status = STATUS_DONE;
    for (size_t i = 0; i < receiving->count && status < 128; i++) {
        struct drop *drop = receiving->drops[i];
        int one = drop ? drop_receive(drop, watch) : receive_file(receiving, receiving->paths[i]);
        status = reception_worse(status, one);
    }
    session_report(&receiving->reception.session, stderr);
    return status;
}

/* A round of --watch. */
static int receive_again(void *context, struct watch *watch, unsigned changed)
{
    struct receiving *receiving = context;
    (void)changed;
    for (size_t i = 0; i < receiving->count; i++)
        drop_watch(receiving->drops[i], watch);
    int status = receive_all(receiving, watch);
    return status == STATUS_FAILURE || status >= 128 ? status : REPEAT_AGAIN;
}

static int start(struct receiving *receiving)
{
    struct session *session = &receiving->reception.session;
    if (!session_start(session, NULL))
        return session_tell(session);
    session_load_fonts(session);
    return receiving->watches ? repeat_on_change(session, receive_again, receiving)
                              : receive_all(receiving, NULL);
}

static int receive(struct receiving *receiving)
{
    receiving->drops = memory_new(receiving->count, sizeof(struct drop *));
    for (size_t i = 0; i < receiving->count; i++)
        if (file_is_folder(receiving->paths[i]))
            receiving->drops[i] =
                drop_new(&receiving->reception, receiving->paths[i], receiving->receipts);
    int status = start(receiving);
    for (size_t i = 0; i < receiving->count; i++)
        drop_free(receiving->drops[i]);
    free(receiving->drops);
    names_free(&receiving->written);
    session_end(&receiving->reception.session);
    return status;
}

static int run(const struct command *command, int count, char **arguments,
               struct receiving *receiving)
{
    if (count < 2)
        return command_misused(command, _("name a project and the files that came"));
    receiving->paths = arguments + 1;
    receiving->count = (size_t)count - 1;
    for (size_t i = 0; i < receiving->count && receiving->watches; i++)
        if (!file_is_folder(receiving->paths[i]))
            return command_misused(command, _("--watch takes folders, and %s is none"),
                                   receiving->paths[i]);
    struct arena *arena = arena_new();
    struct reception *reception = &receiving->reception;
    reception->project = arguments[0];
    reception->folder =
        file_is_folder(arguments[0]) ? arguments[0] : file_folder(arguments[0], arena);
    int status = answers_has_project(reception->folder, arena)
                     ? receive(receiving)
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
        {"watch", no_argument, NULL, 'w'},
        {"year", required_argument, NULL, 'y'},
        {0}};
    struct receiving receiving = {
        .reception = {.limits = {.seconds = SECONDS, .mebibytes = MEBIBYTES}}};
    int option, year;
    while ((option = option_next(command, argc, argv, ":h", options)) != -1) {
        if (option == 'h')
            return command_help(command);
        if (option == 'r')
            receiving.receipts = optarg;
        else if (option == 'w')
            receiving.watches = true;
        else if (option == 'y')
            receiving.reception.year = optarg;
        if (option == '?' || (option == 'y' && !option_year(command, optarg, &year)) ||
            (option == 'l' && !option_language(command, optarg)) ||
            ((option == OPTION_TIMEOUT || option == OPTION_MAX_MEMORY) &&
             !option_limits(command, option, optarg, &receiving.reception.limits)))
            return STATUS_USAGE;
    }
    return run(command, argc - optind, argv + optind, &receiving);
}
