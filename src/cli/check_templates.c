#include "cli/check_templates.h"

#include "base/memory.h"
#include "base/message.h"
#include "cli/paper.h"
#include "cli/shape.h"
#include "process/workers.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* Up to so many papers all are tried, else one of each shape. */
enum { EVERY_MOST = 100 };

/* Of a year's answers with more elements the region's report isn't tried: it asks only for what the
 * schema requires, and would take hundreds of mebibytes. */
enum { REGION_ELEMENTS = 100000 };

/* Limits of the papers of shipped templates that are tried, a millisecond or some each, and of the
 * data's elements in all of them. Beside these, each searches the list of papers, slowest of all.
 */
enum { SHIPPED_MOST = 1200, SHIPPED_ELEMENTS = 30000000, PAPER_ELEMENTS = 10 };

/* Far more than a project's own template takes up to the page document. */
enum { SECONDS = 10, MEBIBYTES = 512 };

/* The most bytes of a paper's diagnostics: far more than DIAGS_MOST findings of each rule. */
#define REPLY_LIMIT ((size_t)16 * 1024 * 1024)

/* A paper of the agenda. */
struct candidate {
    size_t paper;
    size_t like;      /* the first candidate of its shape: its own index when it is that one */
    bool is_own;      /* of a template of the project's own */
    bool is_first;    /* of its kind (paperi) */
    bool is_answered; /* its data is there: all but follow-up papers without answers */
    bool is_tried, has_findings;
    struct buf reply; /* of a worker, which runs an own template */
};

/* The trial of papers. */
struct trial {
    struct preload preload; /* without themes, which come after the page document */
    const char *own_folder;
    struct candidate *candidates;
    size_t count;
    size_t *tasks; /* candidates that are tried now */
    size_t task_count;
    bool is_lost;        /* a worker */
    struct diags *diags; /* of all papers, DIAGS_MOST of each rule */
};

static const struct agenda_paper *paper_of(const struct trial *trial,
                                           const struct candidate *candidate)
{
    return &trial->preload.agenda->papers[candidate->paper];
}

static void work(void *context, size_t task, struct buf *reply)
{
    struct trial *trial = context;
    const struct candidate *candidate = &trial->candidates[trial->tasks[task]];
    struct diags *diags = diags_new();
    diags_limit(diags, DIAGS_MOST);
    trial->preload.papers = &candidate->paper;
    if (candidate->is_answered)
        paper_try(&trial->preload, 0, true, diags);
    else
        template_load(trial->preload.templates, paper_of(trial, candidate)->template_name, diags);
    if (diags_count(diags))
        diags_pack(diags, reply);
    diags_free(diags);
}

static bool done(void *context, size_t task, const char *reply, size_t size)
{
    const struct trial *trial = context;
    buf_append(&trial->candidates[trial->tasks[task]].reply, reply, size);
    return true;
}

static const char *words_of(enum workers_cause cause)
{
    if (cause == WORKERS_REPLY_TOO_LARGE)
        return _("there is too much to tell of it");
    return _("the template ended the process that ran it");
}

static void lost(void *context, size_t task, enum workers_cause cause, int status)
{
    struct trial *trial = context;
    (void)status;
    trial->is_lost = true;
    if (task == trial->task_count)
        return; /* after its last paper */
    const struct candidate *candidate = &trial->candidates[trial->tasks[task]];
    struct buf file = {0};
    buf_printf(&file, "%s/%s.xsl", trial->own_folder, paper_of(trial, candidate)->template_name);
    struct diag_place place = {.file = file.data};
    if (cause == WORKERS_OUT_OF_TIME)
        diag_add(trial->diags, RULE_TEMPLATE, place, NULL, _("took longer than %u seconds"),
                 SECONDS);
    else if (cause == WORKERS_OUT_OF_MEMORY)
        diag_add(trial->diags, RULE_TEMPLATE, place, NULL, _("took more than %u MiB of memory"),
                 MEBIBYTES);
    else
        diag_add(trial->diags, RULE_TEMPLATE, place, NULL, "%s", words_of(cause));
    buf_free(&file);
}

/* Takes over what the papers that have been tried had to say, in their order. */
static void gather(struct trial *trial)
{
    for (size_t i = 0; i < trial->task_count; i++) {
        struct candidate *candidate = &trial->candidates[trial->tasks[i]];
        candidate->is_tried = true;
        candidate->has_findings = candidate->reply.size > 0;
        if (candidate->has_findings)
            diags_unpack(trial->diags, candidate->reply.data, candidate->reply.size);
        buf_free(&candidate->reply);
    }
    trial->task_count = 0;
}

/* Tries the papers in hand. */
static void run_tasks(struct trial *trial, unsigned jobs)
{
    const struct workers_batch batch = {
        .count = trial->task_count,
        .jobs = jobs,
        .limits = {.seconds = SECONDS, .mebibytes = MEBIBYTES},
        .reply_limit = REPLY_LIMIT,
        .context = trial,
        .work = work,
        .done = done,
        .lost = lost,
    };
    int signal = trial->task_count ? workers_run(&batch, trial->diags) : 0;
    if (signal)
        raise(signal);
    gather(trial);
}

/* Returns whether a paper is to be tried: of each shape the first, then the others of a shape that
 * something was said of, since it is said of each at its own place. */
static bool is_due(const struct trial *trial, size_t index, bool is_own)
{
    const struct candidate *candidate = &trial->candidates[index];
    return candidate->is_own == is_own && !candidate->is_tried &&
           (candidate->like == index || trial->candidates[candidate->like].has_findings);
}

static void try_own(struct trial *trial)
{
    for (size_t i = 0; i < trial->count; i++)
        if (is_due(trial, i, true))
            trial->tasks[trial->task_count++] = i;
    run_tasks(trial, workers_usual());
}

/* Tries the first paper of each kind that an own template makes, one after the other: a template
 * that doesn't come to its end is told once, and none is tried after it. */
static void try_first_own(struct trial *trial)
{
    for (size_t i = 0; i < trial->count && !trial->is_lost; i++) {
        if (!trial->candidates[i].is_own || !trial->candidates[i].is_first)
            continue;
        trial->tasks[0] = i;
        trial->task_count = 1;
        run_tasks(trial, 1);
    }
}

static void try_all_own(struct trial *trial)
{
    try_first_own(trial);
    for (int round = 0; round < 2 && !trial->is_lost; round++)
        try_own(trial);
}

static size_t count_elements(const xmlNode *parent)
{
    size_t count = 0;
    for (const xmlNode *child = parent->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            count += 1 + count_elements(child);
    return count;
}

/* Returns what a paper costs, in elements of the data: its template looks through them. */
static size_t cost_of_paper(const struct trial *trial)
{
    const xmlNode *data = xmlDocGetRootElement(trial->preload.agenda->data);
    const xmlNode *papers = xml_child(xml_child(data, "hanke"), "paperit");
    return count_elements(data) + PAPER_ELEMENTS * count_elements(papers);
}

static void try_shipped_paper(struct trial *trial, struct candidate *candidate)
{
    struct diags *diags = diags_new();
    diags_limit(diags, DIAGS_MOST);
    trial->preload.papers = &candidate->paper;
    paper_try(&trial->preload, 0, false, diags);
    candidate->is_tried = true;
    candidate->has_findings = diags_count(diags) > 0;
    diags_add_all(trial->diags, diags);
    diags_free(diags);
}

/* Tries the papers of shipped templates in this process. Anybody may have made the data: the papers
 * end when they have cost what thousands of usual ones do. */
static void try_shipped(struct trial *trial)
{
    size_t spent = 0, tried = 0;
    for (size_t i = 0; i < 2 * trial->count; i++) {
        struct candidate *candidate = &trial->candidates[i % trial->count];
        if (!is_due(trial, i % trial->count, false) || !candidate->is_answered)
            continue;
        if (spent > SHIPPED_ELEMENTS || tried == SHIPPED_MOST)
            return;
        try_shipped_paper(trial, candidate);
        spent += cost_of_paper(trial);
        tried++;
    }
}

/* Marks the papers whose data is there. Reports nothing: that it isn't is no fault of a paper. */
static void add_answers(const struct project *project, const struct followup *followup,
                        struct trial *trial)
{
    struct agenda *agenda = project->agenda;
    struct diags *silent = diags_new();
    size_t *papers = arena_array(project->arena, trial->count, sizeof *papers);
    for (size_t i = 0; i < trial->count; i++)
        papers[i] = i;
    size_t answered = agenda_take_answered(agenda, papers, trial->count, followup, silent);
    for (size_t i = 0; i < answered; i++)
        trial->candidates[papers[i]].is_answered = true;
    agenda_add_answers(agenda, papers, answered, followup);
    diags_free(silent);
}

/* Leaves out what is made of all parties' answers when these are very many. */
static void leave_out_regions(struct trial *trial)
{
    const xmlNode *data = xmlDocGetRootElement(trial->preload.agenda->data);
    if (count_elements(data) <= REGION_ELEMENTS)
        return;
    for (size_t i = 0; i < trial->count; i++) {
        const struct agenda_paper *paper = paper_of(trial, &trial->candidates[i]);
        trial->candidates[i].is_tried =
            paper->year && !paper->party && !trial->candidates[i].is_own;
    }
}

static void find_candidates(const struct session *session, const struct project *project,
                            struct trial *trial)
{
    const struct agenda *agenda = project->agenda;
    struct shape_finder *finder = shape_finder_new(agenda);
    for (size_t i = 0; i < agenda->count; i++) {
        const struct agenda_paper *paper = &agenda->papers[i];
        enum template_origin origin = template_find(session->templates, paper->template_name);
        const struct shape shape = shape_find(finder, i);
        trial->candidates[i] = (struct candidate){
            .paper = i,
            .like = agenda->count > EVERY_MOST ? shape.like : i,
            .is_own = origin == TEMPLATE_OWN,
            .is_first = shape.is_first,
        };
    }
    shape_finder_free(finder);
}

void check_templates(struct session *session, struct project *project,
                     const struct followup *followup)
{
    size_t count = project->agenda->count;
    struct trial trial = {
        .preload = {.agenda = project->agenda,
                    .project_folder = project->input->folder,
                    .templates = session->templates,
                    .letters = project->letters,
                    .slanted_faults = project->font_faults.slanted,
                    .count = 1,
                    .themes = arena_array(session->arena, 1, sizeof *trial.preload.themes)},
        .own_folder = project->input->template_folder,
        .candidates = arena_array(project->arena, count, sizeof *trial.candidates),
        .count = count,
        .tasks = arena_array(project->arena, count, sizeof *trial.tasks),
        .diags = diags_new(),
    };
    diags_limit(trial.diags, DIAGS_MOST);
    find_candidates(session, project, &trial);
    add_answers(project, followup, &trial);
    leave_out_regions(&trial);
    try_shipped(&trial);
    try_all_own(&trial);
    diags_add_all(session->diags, trial.diags);
    diags_free(trial.diags);
}
