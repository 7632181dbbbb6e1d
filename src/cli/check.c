#include "cli/answers.h"
#include "cli/command.h"
#include "cli/project.h"
#include "cli/trial.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/rule.h"
#include "report/report.h"
#include "rules/rules.h"

#include <libxml/tree.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool is_project(const struct input_document *document)
{
    const xmlNode *root = xmlDocGetRootElement(document->xml);
    return root && strcmp((const char *)root->name, "hanke") == 0;
}

/* What is checked, and what has come of it. */
struct check {
    struct session session;
    bool spelling;
    struct buf states;
    struct report_file *files; /* strings are the session's arena's */
    size_t file_count, file_capacity;
};

static void add_file(struct check *check, const char *path, const char *party)
{
    struct arena *arena = check->session.arena;
    memory_grow((void **)&check->files, check->file_count, &check->file_capacity,
                sizeof *check->files);
    check->files[check->file_count++] = (struct report_file){
        .path = path ? arena_strdup(arena, path) : NULL,
        .name = party ? arena_strdup(arena, party) : NULL,
    };
}

static void add_documents(struct check *check, const struct input_project *project)
{
    const struct input_document *const documents[] = {
        project->project, project->parties,  project->agreement,
        project->plan,    project->meetings, project->theme,
    };
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++)
        if (documents[i])
            add_file(check, documents[i]->path, NULL);
}

static void add_answers(struct check *check, const struct followup *followup, const char *folder,
                        int year)
{
    for (size_t i = 0; i < followup_party_count(followup); i++) {
        struct followup_party party = followup_party_at(followup, year, i);
        const char *path = party.file, *name = party.id;
        if (!path)
            name = arena_printf(check->session.arena, "%s %d", name, year);
        else if (strcmp(folder, ".") != 0)
            path = arena_printf(check->session.arena, "%s/%s", folder, path);
        add_file(check, path, name);
    }
}

/* Checks the answers of a year, or of all years for 0, and tells what has become of them. */
static void check_answers(struct check *check, const struct project *project, int year)
{
    struct session *session = &check->session;
    struct followup *followup =
        followup_load(session->schema, project->input, year, year ? year : INT_MAX, session->diags);
    if (!followup)
        return;
    answers_write_states(followup, &check->states);
    for (size_t i = 0; i < followup_year_count(followup); i++)
        add_answers(check, followup, project->input->folder, followup_year_at(followup, i));
    followup_free(followup);
}

static void open_project(struct check *check, const char *path, struct project *project,
                         bool *is_right)
{
    *is_right = project_open(&check->session, path, project);
    if (project->input)
        add_documents(check, project->input);
    if (*is_right && check->spelling)
        rules_spelling(project->input, check->session.diags);
}

static void check_project(struct check *check, const char *path)
{
    struct project project;
    bool is_right;
    open_project(check, path, &project, &is_right);
    if (is_right)
        trial_run(&check->session, &project);
    if (is_right && followup_has(project.input))
        check_answers(check, &project, 0);
    project_close(&project);
}

static void check_answers_folder(struct check *check, const char *path,
                                 const struct answers_folder *folder)
{
    struct project project;
    bool is_right;
    open_project(check, folder->project, &project, &is_right);
    if (!is_right)
        ; /* what is wrong with the project has been told */
    else if (answers_is_folder_of(project.input, path, folder->year))
        check_answers(check, &project, folder->year);
    else
        diag_add(check->session.diags, DIAG_ERROR, "check-folder",
                 (struct diag_place){.file = path},
                 _("name a project's folder, or the folder of its answers or of a year's"),
                 _("the folder is neither a project nor the project's answers"));
    project_close(&project);
}

static void check_folder(struct check *check, const char *path)
{
    struct answers_folder folder;
    if (answers_find_project(path, check->session.arena, &folder))
        check_answers_folder(check, path, &folder);
    else
        check_project(check, path);
}

static void check_path(struct check *check, const char *path)
{
    if (is_folder(path)) {
        check_folder(check, path);
        return;
    }
    struct session *session = &check->session;
    struct input_document *document = input_document_load(session->schema, path, session->diags);
    bool whole_project = document && is_project(document);
    if (document && document->valid && !whole_project && check->spelling)
        rules_spelling_file(document, session->diags);
    input_document_free(document);
    if (whole_project)
        check_project(check, path);
    else
        add_file(check, path, NULL);
}

static void print_verdict(const struct diags *diags)
{
    size_t errors = diags_at_least(diags, DIAG_ERROR);
    size_t warnings = diags_at_least(diags, DIAG_WARNING) - errors;
    printf(ngettext("%zu error", "%zu errors", errors), errors);
    printf(", ");
    printf(ngettext("%zu warning\n", "%zu warnings\n", warnings), warnings);
}

static void print_text(const struct check *check)
{
    session_report(&check->session, stdout);
    session_print(&check->states, stdout);
    print_verdict(check->session.diags);
}

static void print_json(const struct check *check)
{
    struct buf text = {0};
    report_json(check->session.diags, &text);
    session_print(&text, stdout);
    buf_free(&text);
}

static void print_sarif(const struct check *check)
{
    struct buf text = {0};
    report_sarif(check->session.diags, PYKALA_VERSION, &text);
    session_print(&text, stdout);
    buf_free(&text);
}

static const struct format {
    const char *name;
    void (*print)(const struct check *check); /* NULL: pages in a folder */
} formats[] = {{"text", print_text}, {"json", print_json}, {"sarif", print_sarif}, {"html", NULL}};

struct check_order {
    const struct format *format;
    const char *folder; /* for pages */
    bool spelling;
};

/* Writes the receipts; what stops that is told on standard error, since it is in no receipt. */
static bool write_receipts(const struct check *check, const char *folder)
{
    struct diags *failures = diags_new();
    struct report_receipts *receipts =
        report_receipts_new(check->session.diags, check->files, check->file_count);
    bool written = true;
    for (size_t i = 0; written && i < report_receipts_count(receipts); i++) {
        struct buf page = {0};
        report_receipts_write(receipts, i, &page);
        written = file_write(
            arena_printf(check->session.arena, "%s/%s", folder, report_receipts_name(receipts, i)),
            page.data, page.size, failures);
        buf_free(&page);
    }
    struct buf text = {0};
    report_text(failures, &text);
    session_print(&text, stderr);
    buf_free(&text);
    report_receipts_free(receipts);
    diags_free(failures);
    return written;
}

static int finish(struct check *check, const struct check_order *order)
{
    diags_sort(check->session.diags);
    int status = session_status(&check->session);
    if (order->format->print)
        order->format->print(check);
    else if (write_receipts(check, order->folder))
        print_verdict(check->session.diags);
    else
        status = CLI_FAILURE;
    free(check->files);
    buf_free(&check->states);
    session_end(&check->session);
    return status;
}

static int check_all(char **paths, int count, const struct check_order *order)
{
    struct check check = {.spelling = order->spelling};
    if (session_start(&check.session))
        for (int i = 0; i < count; i++)
            check_path(&check, paths[i]);
    return finish(&check, order);
}

static int list_rules(void)
{
    static const char *const words[] = {
        [DIAG_INFO] = "huomautus",
        [DIAG_WARNING] = "varoitus",
        [DIAG_ERROR] = "virhe",
        [DIAG_FAILURE] = "failure",
    };
    for (size_t i = 0; i < rule_count(); i++)
        printf("%s\t%s\t%s\t%s\n", rule_at(i)->id, words[rule_at(i)->severity],
               rule_at(i)->is_settable ? "settable" : "fixed", rule_at(i)->meaning);
    return CLI_DONE;
}

static bool find_format(const struct command *command, const char *name, struct check_order *order)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, name) == 0) {
            order->format = &formats[i];
            return true;
        }
    command_misused(command, _("--format takes text, json, sarif or html, not \"%s\""), name);
    return false;
}

static bool set_language(const struct command *command, const char *name)
{
    if (strcmp(name, "fi") == 0 || strcmp(name, "sv") == 0 || strcmp(name, "en") == 0) {
        session_speak(name);
        return true;
    }
    command_misused(command, _("--lang takes fi, sv or en, not \"%s\""), name);
    return false;
}

static int run_order(const struct command *command, int argc, char **argv,
                     const struct check_order *order)
{
    if (optind == argc)
        return command_misused(command, _("name a file or a project"));
    if (!order->format->print && !order->folder)
        return command_misused(command, _("--format html needs a folder: -o FOLDER"));
    if (order->format->print && order->folder)
        return command_misused(command, _("-o goes with --format html only"));
    return check_all(argv + optind, argc - optind, order);
}

int check_run(const struct command *command, int argc, char **argv)
{
    enum { LIST_RULES = 1, SPELLING };
    static const struct option options[] = {{"help", no_argument, NULL, 'h'},
                                            {"format", required_argument, NULL, 'f'},
                                            {"lang", required_argument, NULL, 'l'},
                                            {"output", required_argument, NULL, 'o'},
                                            {"list-rules", no_argument, NULL, LIST_RULES},
                                            {"spelling", no_argument, NULL, SPELLING},
                                            {0}};
    struct check_order order = {.format = &formats[0]};
    int option;
    while ((option = command_option(command, argc, argv, ":ho:", options)) != -1) {
        if (option == 'h')
            return command_help(command);
        if (option == LIST_RULES)
            return list_rules();
        if (option == 'o')
            order.folder = optarg;
        else if (option == SPELLING)
            order.spelling = true;
        else if (option == '?' || (option == 'f' && !find_format(command, optarg, &order)) ||
                 (option == 'l' && !set_language(command, optarg)))
            return CLI_USAGE;
    }
    return run_order(command, argc, argv, &order);
}
