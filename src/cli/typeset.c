#include "base/file.h"
#include "cli/option.h"
#include "cli/repeat.h"
#include "cli/typesetting.h"
#include "process/clock.h"

#include <stdlib.h>
#include <string.h>

struct request {
    const struct command *command;
    struct typesetting_order order;
    bool is_watched;
};

struct target {
    const char *stem, *document;
};

static int by_stem(const void *left, const void *right)
{
    const struct target *a = left, *b = right;
    int order = strcmp(a->stem, b->stem);
    return order ? order : strcmp(a->document, b->document);
}

/* Refuses documents of the same name: one's file would take the place of the other's. */
static bool have_files_of_their_own(struct session *session, const struct request *request)
{
    struct target *targets = arena_array(session->arena, request->order.count, sizeof *targets);
    for (size_t i = 0; i < request->order.count; i++) {
        const char *document = request->order.documents[i];
        targets[i] = (struct target){typesetting_stem(document, session->arena), document};
    }
    qsort(targets, request->order.count, sizeof *targets, by_stem);
    for (size_t i = 1; i < request->order.count; i++)
        if (strcmp(targets[i - 1].stem, targets[i].stem) == 0)
            return diag_add(session->diags, RULE_SAME_FILE,
                            (struct diag_place){.file = targets[i].document}, NULL,
                            _("two documents would be written to %s"),
                            typesetting_file(&request->order, targets[i].document, session->arena));
    return true;
}

static bool spares(struct session *session, const char *path, const char *result)
{
    return !path || !file_is_same(path, result) ||
           diag_add(session->diags, RULE_SAME_FILE, (struct diag_place){.file = path}, NULL,
                    _("the document itself would be written over"));
}

/* Refuses to replace a source by a result. */
static bool spares_sources(struct session *session, const struct typesetting_order *order)
{
    for (size_t i = 0; order->output && i < order->count; i++) {
        const char *result = typesetting_file(order, order->documents[i], session->arena);
        if (!spares(session, order->documents[i], result) || !spares(session, order->theme, result))
            return false;
    }
    return true;
}

/* Removes temporary files of an earlier run that was killed. */
static void sweep(struct session *session, const struct request *request)
{
    if (request->order.output)
        file_sweep(request->order.count > 1 ? request->order.output
                                            : file_folder(request->order.output, session->arena));
}

struct typeset {
    struct session session;
    const struct request *request;
    bool has_learnt; /* the words of what was made first */
};

static void tell_made(const struct request *request, size_t made, int64_t started)
{
    struct buf time = {0};
    clock_write_since(started, &time);
    fprintf(stderr, _("Documents made: %zu of %zu (%s)\n"), made, request->order.count, time.data);
    buf_free(&time);
}

static int typeset_again(void *context, struct watch *watch, unsigned changed)
{
    struct typeset *typeset = context;
    const struct request *request = typeset->request;
    int64_t started = clock_milliseconds();
    size_t made;
    (void)changed; /* the session knows what it has to load again */
    struct typesetting *setting = typesetting_new(&typeset->session, &request->order, watch);
    int signal = typesetting_run(setting, &made);
    session_report(&typeset->session, stderr);
    tell_made(request, made, started);
    if (made && !signal && !typeset->has_learnt) {
        typesetting_learn(setting);
        typeset->has_learnt = true;
    }
    typesetting_free(setting);
    return signal ? (int)STATUS_DONE : REPEAT_AGAIN;
}

static int typeset_once(struct session *session, const struct request *request)
{
    size_t made;
    struct typesetting *setting = typesetting_new(session, &request->order, NULL);
    int signal = typesetting_run(setting, &made);
    typesetting_free(setting);
    int status = session_tell(session);
    if (!signal)
        return status;
    fprintf(stderr, _("Stopped: %s\n"), strsignal(signal));
    return 128 + signal;
}

static int typeset_once_or_again(struct typeset *typeset)
{
    struct session *session = &typeset->session;
    const struct request *request = typeset->request;
    if (!session_find(session, request->command->reading) ||
        !have_files_of_their_own(session, request) || !spares_sources(session, &request->order))
        return session_tell(session);
    sweep(session, request);
    if (request->is_watched)
        return repeat_on_change(session, typeset_again, typeset);
    return typeset_once(session, request);
}

static int run(const struct request *request)
{
    struct typeset typeset = {.request = request};
    int status = typeset_once_or_again(&typeset);
    session_end(&typeset.session);
    return status;
}

enum { THEME = 1 };

static bool read_option(const struct command *command, int option, struct request *request)
{
    switch (option) {
    case 'o':
        request->order.output = optarg;
        return true;
    case THEME:
        request->order.theme = optarg;
        return true;
    case 'e':
        return option_stage(command, optarg, &request->order.stage);
    case OPTION_TIMEOUT:
    case OPTION_MAX_MEMORY:
        return option_limits(command, option, optarg, &request->order.limits);
    case 'w':
        request->is_watched = true;
        return true;
    default:
        return false;
    }
}

/* Reads the options. Returns a status to end with, or -1 to go on. */
static int read_options(const struct command *command, int argc, char **argv,
                        struct request *request)
{
    static const struct option options[] = {
        {"output", required_argument, NULL, 'o'},
        {"theme", required_argument, NULL, THEME},
        {"emit", required_argument, NULL, 'e'},
        {"timeout", required_argument, NULL, OPTION_TIMEOUT},
        {"max-memory", required_argument, NULL, OPTION_MAX_MEMORY},
        {"watch", no_argument, NULL, 'w'},
        {"help", no_argument, NULL, 'h'},
        {0}};
    for (int option; (option = option_next(command, argc, argv, ":ho:", options)) != -1;) {
        if (option == 'h')
            return command_help(command);
        if (!read_option(command, option, request))
            return STATUS_USAGE;
    }
    return -1;
}

int typeset_run(const struct command *command, int argc, char **argv)
{
    struct request request = {.command = command,
                              .order = {.stage = PAPER_PDF, .limits = LIMITS_OF_PAPERS}};
    struct typesetting_order *order = &request.order;
    int status = read_options(command, argc, argv, &request);
    if (status >= 0)
        return status;
    if (argc == optind)
        return command_misused(command, _("name a page document"));
    if (order->stage < PAPER_DOC)
        return command_misused(command, _("a page document gives only doc, pages and tags"));
    order->documents = argv + optind;
    order->count = (size_t)(argc - optind);
    if ((order->stage == PAPER_PDF || order->count > 1 || request.is_watched) && !order->output)
        return command_misused(command, _("name the file to write with -o"));
    return run(&request);
}
