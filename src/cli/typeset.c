#include "cli/command.h"
#include "cli/progress.h"
#include "cli/session.h"
#include "cli/stage.h"

#include "base/file.h"
#include "doc/doc.h"
#include "layout/layout.h"
#include "theme/theme.h"

#include <string.h>

enum { DOCUMENT_LIMIT = 64 * 1024 * 1024 };

struct request {
    char *const *documents;
    size_t count;
    const char *theme, *output; /* a file, or a folder where there are several documents */
    enum paper_stage stage;
};

/* What all documents of a command share. */
struct setting {
    const struct request *request;
    struct theme theme;
    struct text_library *text;
    struct diags *diags;
};

/* The folder that a file stands in: what its images are relative to. */
static const char *folder_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? arena_strndup(arena, path, (size_t)(slash - path)) : ".";
}

static bool read_theme(struct session *session, const char *path, struct theme *theme)
{
    *theme = theme_default();
    if (!path)
        return true;
    if (!session_load(session))
        return false;
    struct input_document *document = input_document_load(session->schema, path, session->diags);
    bool valid = document && document->valid;
    if (valid)
        *theme = theme_read(xmlDocGetRootElement(document->xml), NULL,
                            folder_of(session->arena, path), session->arena);
    input_document_free(document);
    return valid;
}

static bool set(const struct setting *setting, const char *name, const struct buf *xhtml,
                struct arena *arena, struct buf *out)
{
    struct doc_document *document = doc_read(xhtml->data, xhtml->size, name, arena, setting->diags);
    if (!document)
        return false;
    if (setting->request->stage == PAPER_DOC) {
        doc_dump(document, out);
        return true;
    }
    const struct page_document *pages =
        layout_pages(document, &setting->theme, setting->text, folder_of(arena, name), name, arena,
                     setting->diags);
    return pages && paper_stage_write(pages, setting->request->stage, name, setting->diags, out);
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

/* Refuses documents of the same name: one's file would take the place of the other's. */
static bool have_files_of_their_own(struct session *session, const struct request *request)
{
    const char **stems = arena_array(session->arena, request->count, sizeof *stems);
    for (size_t i = 0; i < request->count; i++) {
        const char *path = request->documents[i];
        stems[i] = stem_of(session->arena, path);
        for (size_t j = 0; j < i; j++)
            if (strcmp(stems[j], stems[i]) == 0)
                return diag_add(session->diags, DIAG_ERROR, "same-file",
                                (struct diag_place){.file = path}, NULL,
                                _("two documents would be written to %s"),
                                file_for(request, path, session->arena));
    }
    return true;
}

static void set_and_write(const struct setting *setting, const char *document)
{
    struct arena *arena = arena_new();
    struct buf xhtml = {0}, out = {0};
    if (file_read(document, DOCUMENT_LIMIT, setting->diags, &xhtml) &&
        set(setting, document, &xhtml, arena, &out)) {
        if (setting->request->output)
            file_write(file_for(setting->request, document, arena), out.data, out.size,
                       setting->diags);
        else
            session_print(&out, stdout);
    }
    buf_free(&xhtml);
    buf_free(&out);
    arena_free(arena);
}

static void set_and_write_all(const struct setting *setting)
{
    const struct request *request = setting->request;
    struct progress progress = {0};
    if (request->count > 1)
        progress = progress_start(request->count);
    for (size_t i = 0; i < request->count; i++) {
        set_and_write(setting, request->documents[i]);
        progress_step(&progress);
    }
    progress_end(&progress);
}

static void typeset(struct session *session, const struct request *request)
{
    struct setting setting = {.request = request, .diags = session->diags};
    if (!have_files_of_their_own(session, request) ||
        !read_theme(session, request->theme, &setting.theme))
        return;
    if (request->stage != PAPER_DOC)
        setting.text = text_library_new(session->font_folder, session->diags);
    if (setting.text || request->stage == PAPER_DOC)
        set_and_write_all(&setting);
    text_library_free(setting.text);
}

static int run(const struct request *request)
{
    struct session session;
    if (session_find(&session))
        typeset(&session, request);
    session_report(&session, stderr);
    int status = session_status(&session);
    session_end(&session);
    return status;
}

/* Reads the options. Returns a status to end with, or -1 to go on. */
static int read_options(const struct command *command, int argc, char **argv,
                        struct request *request)
{
    static const struct option options[] = {{"output", required_argument, NULL, 'o'},
                                            {"theme", required_argument, NULL, 't'},
                                            {"emit", required_argument, NULL, 'e'},
                                            {"help", no_argument, NULL, 'h'},
                                            {0}};
    for (int option; (option = command_option(command, argc, argv, ":ho:", options)) != -1;) {
        if (option == 'h')
            return command_help(command);
        if (option == 'o')
            request->output = optarg;
        else if (option == 't')
            request->theme = optarg;
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
    if ((request.stage == PAPER_PDF || request.count > 1) && !request.output)
        return command_misused(command, _("name the file to write with -o"));
    return run(&request);
}
