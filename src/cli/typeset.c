#include "cli/clock.h"
#include "cli/command.h"
#include "cli/progress.h"
#include "cli/rounds.h"
#include "cli/session.h"
#include "cli/stage.h"

#include "base/file.h"
#include "doc/doc.h"
#include "layout/layout.h"
#include "theme/theme.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { DOCUMENT_LIMIT = 64 * 1024 * 1024 };

struct request {
    char *const *documents;
    size_t count;
    const char *theme, *output; /* a file, or a folder where there are several documents */
    enum paper_stage stage;
    bool is_watched;
};

/* What all documents of a round share. */
struct setting {
    const struct request *request;
    struct session *session;
    struct arena *arena;
    struct watch *watch; /* NULL when there is one round only */
    struct theme theme;
    size_t made; /* so far */
};

static void watch_input(const struct setting *setting, const char *path)
{
    if (setting->watch)
        watch_file(setting->watch, path, WATCH_INPUT);
}

static bool read_theme_file(struct setting *setting, const char *path)
{
    struct session *session = setting->session;
    if (!session_load(session))
        return false;
    struct input_document *document = input_document_load(session->schema, path, session->diags);
    bool valid = document && document->valid;
    if (valid)
        setting->theme = theme_read(xmlDocGetRootElement(document->xml), NULL,
                                    file_folder(path, setting->arena), setting->arena);
    input_document_free(document);
    return valid;
}

static bool read_theme(struct setting *setting)
{
    const char *path = setting->request->theme;
    setting->theme = theme_default();
    if (!path)
        return true;
    watch_input(setting, path);
    bool valid = read_theme_file(setting, path);
    if (setting->theme.logo)
        watch_input(setting, setting->theme.logo);
    return valid;
}

static void watch_images(const struct setting *setting, const struct doc_document *document,
                         const char *folder, struct arena *arena)
{
    const struct doc_node *const parts[] = {document->header, document->body, document->footer};
    for (size_t i = 0; setting->watch && i < sizeof parts / sizeof *parts; i++)
        for (const struct doc_node *node = parts[i]; node; node = doc_following(parts[i], node))
            if (node->kind == DOC_IMAGE)
                watch_input(setting, arena_printf(arena, "%s/%s", folder, node->image.source));
}

static bool set(const struct setting *setting, const char *name, const struct buf *xhtml,
                struct arena *arena, struct buf *out)
{
    struct diags *diags = setting->session->diags;
    const enum paper_stage stage = setting->request->stage;
    const char *folder = file_folder(name, arena);
    struct doc_document *document = doc_read(xhtml->data, xhtml->size, name, arena, diags);
    if (!document)
        return false;
    watch_images(setting, document, folder, arena);
    if (stage == PAPER_DOC) {
        doc_dump(document, out);
        return true;
    }
    const struct page_document *pages =
        layout_pages(document, &setting->theme, setting->session->text, folder, name, arena, diags);
    return pages && paper_stage_write(pages, stage, name, diags, out);
}

/* The file's name without folders and its ending. */
static const char *stem_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    return dot && dot > name ? arena_strndup(arena, name, (size_t)(dot - name)) : name;
}

static const char *file_for(const struct request *request, const char *document,
                            struct arena *arena)
{
    if (request->count == 1)
        return request->output;
    return arena_printf(arena, "%s/%s%s", request->output, stem_of(arena, document),
                        paper_stage_ending(request->stage));
}

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
    struct target *targets = arena_array(session->arena, request->count, sizeof *targets);
    for (size_t i = 0; i < request->count; i++) {
        const char *document = request->documents[i];
        targets[i] = (struct target){stem_of(session->arena, document), document};
    }
    qsort(targets, request->count, sizeof *targets, by_stem);
    for (size_t i = 1; i < request->count; i++)
        if (strcmp(targets[i - 1].stem, targets[i].stem) == 0)
            return diag_add(session->diags, DIAG_ERROR, "same-file",
                            (struct diag_place){.file = targets[i].document}, NULL,
                            _("two documents would be written to %s"),
                            file_for(request, targets[i].document, session->arena));
    return true;
}

static bool is_same_file(const char *a, const char *b)
{
    struct stat status_a, status_b;
    return stat(a, &status_a) == 0 && stat(b, &status_b) == 0 &&
           status_a.st_dev == status_b.st_dev && status_a.st_ino == status_b.st_ino;
}

/* Refuses to put a result in the place of the document that it is made from. */
static bool spares_documents(struct session *session, const struct request *request)
{
    struct arena *arena = session->arena;
    for (size_t i = 0; request->output && i < request->count; i++) {
        const char *document = request->documents[i];
        if (is_same_file(document, file_for(request, document, arena)))
            return diag_add(session->diags, DIAG_ERROR, "same-file",
                            (struct diag_place){.file = document}, NULL,
                            _("the document itself would be written over"));
    }
    return true;
}

/* Removes what an earlier run that was killed has left where the files go. */
static void sweep(struct session *session, const struct request *request)
{
    if (request->output)
        file_sweep(request->count > 1 ? request->output
                                      : file_folder(request->output, session->arena));
}

static bool write_out(const struct setting *setting, const char *document, const struct buf *out,
                      struct arena *arena)
{
    if (setting->request->output)
        return file_write(file_for(setting->request, document, arena), out->data, out->size,
                          setting->session->diags);
    session_print(out, stdout);
    return true;
}

static bool set_and_write(const struct setting *setting, const char *document)
{
    struct arena *arena = arena_new();
    struct buf xhtml = {0}, out = {0};
    watch_input(setting, document);
    bool made = file_read(document, DOCUMENT_LIMIT, setting->session->diags, &xhtml) &&
                set(setting, document, &xhtml, arena, &out) &&
                write_out(setting, document, &out, arena);
    buf_free(&xhtml);
    buf_free(&out);
    arena_free(arena);
    return made;
}

static void set_and_write_all(struct setting *setting)
{
    const struct request *request = setting->request;
    struct progress progress = {0};
    if (request->count > 1)
        progress = progress_start(request->count);
    for (size_t i = 0; i < request->count; i++) {
        if (setting->watch && watch_is_stopped(setting->watch))
            break;
        setting->made += set_and_write(setting, request->documents[i]);
        progress_step(&progress);
    }
    progress_end(&progress);
}

/* Sets all documents once. Returns how many it made. */
static size_t typeset(struct session *session, const struct request *request, struct watch *watch)
{
    struct setting setting = {
        .request = request, .session = session, .arena = arena_new(), .watch = watch};
    bool ready = read_theme(&setting);
    if (request->stage != PAPER_DOC)
        ready = ready && session_load_text(session);
    if (ready)
        set_and_write_all(&setting);
    arena_free(setting.arena);
    return setting.made;
}

struct typesetting {
    struct session session;
    const struct request *request;
};

static void tell_made(const struct request *request, size_t made, int64_t started)
{
    struct buf time = {0};
    clock_write_since(started, &time);
    fprintf(stderr, _("Documents made: %zu of %zu (%s)\n"), made, request->count, time.data);
    buf_free(&time);
}

static int typeset_again(void *context, struct watch *watch, unsigned changed)
{
    struct typesetting *typesetting = context;
    int64_t started = clock_milliseconds();
    (void)changed; /* the session knows what it has to load again */
    size_t made = typeset(&typesetting->session, typesetting->request, watch);
    session_report(&typesetting->session, stderr);
    tell_made(typesetting->request, made, started);
    return ROUNDS_GO_ON;
}

static int typeset_once_or_again(struct typesetting *typesetting)
{
    struct session *session = &typesetting->session;
    const struct request *request = typesetting->request;
    if (!session_find(session) || !have_files_of_their_own(session, request) ||
        !spares_documents(session, request))
        return session_tell(session);
    sweep(session, request);
    if (request->is_watched)
        return rounds_run(session, typeset_again, typesetting);
    typeset(session, request, NULL);
    return session_tell(session);
}

static int run(const struct request *request)
{
    struct typesetting typesetting = {.request = request};
    int status = typeset_once_or_again(&typesetting);
    session_end(&typesetting.session);
    return status;
}

/* Reads the options. Returns a status to end with, or -1 to go on. */
static int read_options(const struct command *command, int argc, char **argv,
                        struct request *request)
{
    static const struct option options[] = {
        {"output", required_argument, NULL, 'o'}, {"theme", required_argument, NULL, 't'},
        {"emit", required_argument, NULL, 'e'},   {"watch", no_argument, NULL, 'w'},
        {"help", no_argument, NULL, 'h'},         {0}};
    for (int option; (option = command_option(command, argc, argv, ":ho:", options)) != -1;) {
        if (option == 'h')
            return command_help(command);
        if (option == 'o')
            request->output = optarg;
        else if (option == 't')
            request->theme = optarg;
        else if (option == 'w')
            request->is_watched = true;
        else if (option != 'e' || !paper_stage_find(command, optarg, &request->stage))
            return CLI_USAGE;
    }
    return -1;
}

int typeset_run(const struct command *command, int argc, char **argv)
{
    struct request request = {.stage = PAPER_PDF};
    int status = read_options(command, argc, argv, &request);
    if (status >= 0)
        return status;
    if (argc == optind)
        return command_misused(command, _("name a page document"));
    if (request.stage < PAPER_DOC)
        return command_misused(command, _("a page document gives only doc, pages and tags"));
    request.documents = argv + optind;
    request.count = (size_t)(argc - optind);
    if ((request.stage == PAPER_PDF || request.count > 1 || request.is_watched) && !request.output)
        return command_misused(command, _("name the file to write with -o"));
    return run(&request);
}
