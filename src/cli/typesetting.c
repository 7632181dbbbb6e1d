#include "cli/typesetting.h"

#include "base/file.h"
#include "base/flush.h"
#include "base/message.h"
#include "base/wire.h"
#include "cli/progress.h"
#include "doc/doc.h"
#include "layout/layout.h"
#include "process/crash.h"
#include "process/guard.h"
#include "process/workers.h"
#include "text/loans.h"
#include "theme/theme.h"

#include <string.h>

enum { DOCUMENT_LIMIT = 64 * 1024 * 1024 };

struct typesetting {
    const struct typesetting_order *order;
    struct session *session;
    struct arena *arena; /* of all this */
    struct watch *watch; /* NULL when there is one round only */
    struct theme theme;
    struct progress progress;
    struct flush *flush; /* the files that are being written */
    bool *is_made;       /* of each document */
    size_t made;         /* so far */
    bool is_stopped;     /* a file couldn't be written: neither could the next */
};

/* A document on its way, in the worker. */
struct job {
    const struct typesetting *setting;
    const char *name;
    struct arena *arena;
    struct diags *diags;
    struct buf images; /* that it names */
    struct buf out;
};

const char *typesetting_stem(const char *path, struct arena *arena)
{
    const char *name = file_name(path), *dot = strrchr(name, '.');
    return dot && dot > name ? arena_strndup(arena, name, (size_t)(dot - name)) : name;
}

const char *typesetting_file(const struct typesetting_order *order, const char *document,
                             struct arena *arena)
{
    if (order->count == 1)
        return order->output;
    return arena_printf(arena, "%s/%s%s", order->output, typesetting_stem(document, arena),
                        paper_stage_ending(order->stage));
}

static void watch_input(const struct typesetting *setting, const char *path)
{
    if (setting->watch)
        watch_file(setting->watch, path, WATCH_INPUT);
}

static bool read_theme_file(struct typesetting *setting, const char *path)
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

static bool read_theme(struct typesetting *setting)
{
    const char *path = setting->order->theme;
    struct guard guard;
    setting->theme = theme_default();
    if (!path)
        return true;
    watch_input(setting, path);
    guard_begin(&guard, &setting->order->limits, _("reading the theme"), NULL);
    bool valid = read_theme_file(setting, path);
    guard_end(&guard);
    if (setting->theme.logo)
        watch_input(setting, setting->theme.logo);
    return valid;
}

static void list_images(struct job *job, const struct doc_document *document, const char *folder)
{
    const struct doc_node *const parts[] = {document->header, document->body, document->footer};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (const struct doc_node *node = parts[i]; node; node = doc_following(parts[i], node))
            if (node->kind == DOC_IMAGE) {
                buf_printf(&job->images, "%s/%s", folder, node->image.source);
                buf_char(&job->images, '\0');
            }
}

/* Opens the library of text in the worker: one that was forked would be copied and freed twice. */
static bool load_text(const struct job *job)
{
    struct session session = *job->setting->session;
    session.diags = job->diags;
    bool loaded = session_load_text(&session);
    job->setting->session->text = session.text;
    return loaded;
}

static bool set(struct job *job, const struct buf *xhtml)
{
    const struct typesetting *setting = job->setting;
    const enum paper_stage stage = setting->order->stage;
    const char *folder = file_folder(job->name, job->arena);
    struct doc_document *document =
        doc_read(xhtml->data, xhtml->size, job->name, NULL, job->arena, job->diags);
    if (!document)
        return false;
    if (setting->watch)
        list_images(job, document, folder);
    if (stage == PAPER_DOC) {
        doc_dump(document, &job->out);
        return true;
    }
    if (!load_text(job))
        return false;
    const struct page_document *pages =
        layout_pages(document, &setting->theme, setting->session->text, folder, job->name,
                     job->arena, job->diags);
    if (pages)
        text_loans_tell(pages->loans, NULL, job->diags);
    return pages && paper_stage_write(pages, stage, job->name, job->diags, &job->out);
}

static bool read_and_set(struct job *job)
{
    struct buf xhtml = {0};
    bool done = file_read(job->name, DOCUMENT_LIMIT, job->diags, &xhtml) && set(job, &xhtml);
    buf_free(&xhtml);
    return done;
}

static struct job begin_job(const struct typesetting *setting, size_t document)
{
    struct diags *diags = diags_new();
    diags_limit(diags, DIAGS_MOST);
    return (struct job){.setting = setting,
                        .name = setting->order->documents[document],
                        .arena = arena_new(),
                        .diags = diags};
}

static void end_job(struct job *job)
{
    buf_free(&job->images);
    buf_free(&job->out);
    diags_free(job->diags);
    arena_free(job->arena);
}

static void work(void *context, size_t document, struct buf *out)
{
    const struct typesetting *setting = context;
    struct job job = begin_job(setting, document);
    struct buf packed = {0};
    bool made = read_and_set(&job);
    diags_pack(job.diags, &packed);
    wire_put_number(out, made);
    wire_put_bytes(out, &packed);
    wire_put_bytes(out, &job.images);
    if (made)
        buf_append(out, job.out.data, job.out.size);
    buf_free(&packed);
    end_job(&job);
}

static void leave(void *context)
{
    const struct typesetting *setting = context;
    text_library_free(setting->session->text);
}

static void watch_images(const struct typesetting *setting, const char *names, size_t size)
{
    for (const char *name = names; name < names + size; name += strlen(name) + 1)
        watch_input(setting, name);
}

/* Writes a result while the worker makes the next. Waiting for the disk may take longer than that:
 * so many files wait at once. */
static bool put(const struct typesetting *setting, size_t document, const char *bytes, size_t size)
{
    const struct typesetting_order *order = setting->order;
    if (!order->output)
        return fwrite(bytes, 1, size, stdout) == size;
    const char *path = typesetting_file(order, order->documents[document], setting->arena);
    return flush_write(setting->flush, path, bytes, size, setting->session->diags);
}

static bool done(void *context, size_t document, const char *bytes, size_t size)
{
    struct typesetting *setting = context;
    struct wire wire = wire_begin(bytes, size);
    bool made = wire_number(&wire);
    const char *diags = wire_bytes(&wire, &size);
    diags_unpack(setting->session->diags, diags, size);
    const char *images = wire_bytes(&wire, &size);
    watch_images(setting, images, size);
    if (made && !setting->is_stopped) {
        setting->is_stopped = !put(setting, document, wire.at, (size_t)(wire.end - wire.at));
        setting->is_made[document] = !setting->is_stopped;
        setting->made += !setting->is_stopped;
    }
    progress_step(&setting->progress);
    return !setting->is_stopped;
}

static const struct crash_rules rules = {.time = RULE_PAPER_TIME, .memory = RULE_PAPER_MEMORY};

static void lost(void *context, size_t document, enum workers_cause cause, int status)
{
    struct typesetting *setting = context;
    const struct typesetting_order *order = setting->order;
    struct diag_place place = {0};
    if (document < order->count)
        place.file = order->documents[document];
    crash_report(setting->session->diags, place, &rules, &order->limits, cause, status);
    progress_step(&setting->progress);
}

static int set_all(struct typesetting *setting)
{
    const struct typesetting_order *order = setting->order;
    const struct workers_batch tasks = {
        .count = order->count,
        .jobs = 1, /* which learns words from one document for the next */
        .limits = order->limits,
        .reply_limit = (size_t)order->limits.mebibytes << 20, /* it was made in that memory */
        .context = setting,
        .work = work,
        .leave = leave,
        .done = done,
        .lost = lost,
    };
    for (size_t i = 0; i < order->count; i++)
        watch_input(setting, order->documents[i]);
    if (order->count > 1)
        setting->progress = progress_start(order->count);
    int signal = workers_run(&tasks, setting->session->diags);
    progress_end(&setting->progress);
    return signal;
}

int typesetting_run(struct typesetting *setting, size_t *made)
{
    if (!read_theme(setting)) {
        *made = 0;
        return 0;
    }
    setting->flush = flush_begin();
    int signal = set_all(setting);
    *made = setting->made - flush_end(setting->flush, setting->session->diags);
    return signal;
}

/* Learns the words once more: those of the worker are lost with it. */
void typesetting_learn(const struct typesetting *setting)
{
    for (size_t i = 0; i < setting->order->count && !watch_is_stopped(setting->watch); i++) {
        struct guard guard;
        if (!setting->is_made[i])
            continue;
        guard_begin(&guard, &setting->order->limits, _("learning the words of a paper"), NULL);
        struct job job = begin_job(setting, i);
        read_and_set(&job);
        end_job(&job);
        guard_end(&guard);
    }
}

struct typesetting *typesetting_new(struct session *session, const struct typesetting_order *order,
                                    struct watch *watch)
{
    struct arena *arena = arena_new();
    struct typesetting *setting = arena_alloc(arena, sizeof *setting);
    *setting = (struct typesetting){
        .order = order,
        .session = session,
        .arena = arena,
        .watch = watch,
        .is_made = arena_array(arena, order->count, sizeof *setting->is_made),
    };
    return setting;
}

void typesetting_free(struct typesetting *setting)
{
    arena_free(setting->arena);
}
