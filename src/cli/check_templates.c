#include "cli/check_templates.h"

#include "base/memory.h"
#include "base/message.h"
#include "cli/paper.h"
#include "process/workers.h"

#include <libxml/hash.h>
#include <signal.h>

/* Limits of the papers of shipped templates that are run, a millisecond each: more than three
 * hundred parties have; and of the data's elements in all of them, two seconds for the list of
 * papers, which is searched slowest. */
enum { SHIPPED_MOST = 1200, SHIPPED_ELEMENTS = 15000000, PAPER_ELEMENTS = 10 };

/* Far more than a template takes up to the page document. */
enum { SECONDS = 10, MEBIBYTES = 512 };

/* The most bytes of a paper's diagnostics: far more than DIAGS_MOST findings of each rule. */
#define REPLY_LIMIT ((size_t)16 * 1024 * 1024)

/* The trial of one paper. */
struct trial {
    struct preload preload; /* without themes, which come after the page document */
    const char *folder;
    struct diags *diags; /* of all papers, DIAGS_MOST of each rule */
    size_t *answered; /* the papers whose data is there: all but follow-up papers without answers */
    size_t answered_count;
    bool is_lost;
};

static const struct agenda_paper *paper_of(const struct trial *trial)
{
    return &trial->preload.agenda->papers[*trial->preload.papers];
}

static bool is_answered(const struct trial *trial)
{
    for (size_t i = 0; i < trial->answered_count; i++)
        if (trial->answered[i] == *trial->preload.papers)
            return true;
    return false;
}

static void work(void *context, size_t task, struct buf *reply)
{
    const struct trial *trial = context;
    struct diags *diags = diags_new();
    diags_limit(diags, DIAGS_MOST);
    if (!is_answered(trial))
        template_load(trial->preload.templates, paper_of(trial)->template_name, diags);
    else
        paper_try(&trial->preload, task, diags);
    diags_pack(diags, reply);
    diags_free(diags);
}

static bool done(void *context, size_t task, const char *reply, size_t size)
{
    const struct trial *trial = context;
    (void)task;
    return diags_unpack(trial->diags, reply, size);
}

static void lost(void *context, size_t task, enum workers_cause cause, int status)
{
    struct trial *trial = context;
    (void)task;
    (void)status;
    trial->is_lost = true;
    struct buf file = {0};
    buf_printf(&file, "%s/%s.xsl", trial->folder, paper_of(trial)->template_name);
    struct diag_place place = {.file = file.data};
    if (cause == WORKERS_OUT_OF_TIME)
        diag_add(trial->diags, RULE_TEMPLATE, place, NULL, _("took longer than %u seconds"),
                 SECONDS);
    else if (cause == WORKERS_OUT_OF_MEMORY)
        diag_add(trial->diags, RULE_TEMPLATE, place, NULL, _("took more than %u MiB of memory"),
                 MEBIBYTES);
    else if (cause == WORKERS_REPLY_TOO_LARGE)
        diag_add(trial->diags, RULE_TEMPLATE, place, NULL, _("there is too much to tell of it"));
    else
        diag_add(trial->diags, RULE_TEMPLATE, place, NULL,
                 _("the template ended the process that ran it"));
    buf_free(&file);
}

/* Tries a paper. Returns false when no other paper shall be tried: each that is lost takes its
 * time. */
static bool try_paper(struct trial *trial)
{
    const struct workers_batch tasks = {
        .count = 1,
        .jobs = 1,
        .limits = {.seconds = SECONDS, .mebibytes = MEBIBYTES},
        .reply_limit = REPLY_LIMIT,
        .context = trial,
        .work = work,
        .done = done,
        .lost = lost,
    };
    int signal = workers_run(&tasks, trial->diags);
    if (signal)
        raise(signal);
    return !trial->is_lost;
}

/* Lists the first paper of each kind that an own template makes; returns how many. There may be
 * many kinds, and many papers of each. */
static size_t find_papers(const struct session *session, const struct agenda *agenda,
                          size_t *papers)
{
    xmlHashTablePtr seen = xmlHashCreate(0);
    size_t count = 0;
    if (!seen)
        memory_exhausted();
    for (size_t i = 0; i < agenda->count; i++)
        if (xmlHashAddEntry(seen, (const xmlChar *)agenda->papers[i].id, seen) == 0 &&
            template_find(session->templates, agenda->papers[i].template_name) == TEMPLATE_OWN)
            papers[count++] = i;
    xmlHashFree(seen, NULL);
    return count;
}

/* Adds the answers to the data. Reports nothing: their absence is no mistake of a template. */
static void add_answers(const struct session *session, struct project *project,
                        const size_t *papers, size_t count, struct trial *trial)
{
    struct session silent = *session;
    silent.diags = diags_new();
    trial->answered = arena_array(session->arena, count, sizeof *trial->answered);
    for (size_t i = 0; i < count; i++)
        trial->answered[i] = papers[i];
    trial->answered_count = project_add_answers(&silent, project, trial->answered, count);
    diags_free(silent.diags);
}

/* Returns how many papers are run: each template searches the data. */
static size_t most_shipped(const struct project *project)
{
    const xmlNode *data = xmlDocGetRootElement(project->agenda->data);
    const xmlNode *papers = xml_child(xml_child(data, "hanke"), "paperit");
    size_t elements =
        1 + template_count_elements(data) + PAPER_ELEMENTS * template_count_elements(papers);
    size_t most = SHIPPED_ELEMENTS / elements;
    return most < SHIPPED_MOST ? most : SHIPPED_MOST;
}

/* Runs the shipped templates in this process: they take no more time than the reading of the
 * project. */
static void ask_shipped(const struct session *session, const struct project *project,
                        struct trial *trial)
{
    const struct agenda *agenda = project->agenda;
    size_t asked = 0, most = most_shipped(project);
    for (size_t i = 0; i < agenda->count && asked < most; i++) {
        const struct agenda_paper *paper = &agenda->papers[i];
        if (paper->year ||
            template_find(session->templates, paper->template_name) != TEMPLATE_SHIPPED)
            continue;
        trial->preload.papers = &i;
        paper_ask(&trial->preload, 0, trial->diags);
        asked++;
    }
    trial->preload.papers = NULL;
}

/* Tries the first paper of each kind. */
static void try_own(struct session *session, struct project *project, struct trial *trial)
{
    const struct agenda *agenda = project->agenda;
    size_t *papers = arena_array(session->arena, agenda->count, sizeof *papers);
    size_t count = find_papers(session, agenda, papers);
    bool goes_on = true;
    add_answers(session, project, papers, count, trial);
    for (size_t i = 0; i < count && goes_on; i++) {
        trial->preload.papers = &papers[i];
        goes_on = try_paper(trial);
    }
}

void check_templates(struct session *session, struct project *project)
{
    struct trial trial = {
        .preload = {.agenda = project->agenda,
                    .project_folder = project->input->folder,
                    .templates = session->templates,
                    .letters = project->letters,
                    .count = 1,
                    .themes = arena_array(session->arena, 1, sizeof *trial.preload.themes)},
        .folder = project->input->template_folder,
        .diags = diags_new(),
    };
    diags_limit(trial.diags, DIAGS_MOST);
    ask_shipped(session, project, &trial);
    try_own(session, project, &trial);
    diags_add_all(session->diags, trial.diags);
    diags_free(trial.diags);
}
