#include "cli/command.h"
#include "cli/session.h"
#include "cli/stage.h"

#include "base/file.h"
#include "doc/doc.h"
#include "layout/layout.h"
#include "theme/theme.h"

#include <string.h>

enum { DOCUMENT_LIMIT = 64 * 1024 * 1024 };

struct request {
    const char *document, *theme, *output;
    enum paper_stage stage;
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

static bool set(struct session *session, const struct request *request, const struct buf *xhtml,
                const struct theme *theme, struct buf *out)
{
    struct doc_document *document =
        doc_read(xhtml->data, xhtml->size, request->document, session->arena, session->diags);
    if (!document)
        return false;
    if (request->stage == PAPER_DOC) {
        doc_dump(document, out);
        return true;
    }
    struct text_library *text = text_library_new(session->font_folder, session->diags);
    const struct page_document *pages =
        text ? layout_pages(document, theme, text, folder_of(session->arena, request->document),
                            request->document, session->arena, session->diags)
             : NULL;
    bool made =
        pages && paper_stage_write(pages, request->stage, request->document, session->diags, out);
    text_library_free(text);
    return made;
}

static void typeset(struct session *session, const struct request *request)
{
    struct theme theme;
    struct buf xhtml = {0}, out = {0};
    if (read_theme(session, request->theme, &theme) &&
        file_read(request->document, DOCUMENT_LIMIT, session->diags, &xhtml) &&
        set(session, request, &xhtml, &theme, &out)) {
        if (request->output)
            file_write(request->output, out.data, out.size, session->diags);
        else
            session_print(&out, stdout);
    }
    buf_free(&xhtml);
    buf_free(&out);
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
    if (argc - optind != 1)
        return command_misused(command, _("name one page document"));
    if (request.stage < PAPER_DOC)
        return command_misused(command, _("a page document gives only doc, pages and tags"));
    if (request.stage == PAPER_PDF && !request.output)
        return command_misused(command, _("name the file to write with -o"));
    request.document = argv[optind];
    return run(&request);
}
