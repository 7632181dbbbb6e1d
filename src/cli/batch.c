#include "cli/batch.h"

#include "base/wire.h"
#include "cli/progress.h"
#include "process/crash.h"
#include "process/workers.h"

/* Findings of a rule in all papers together: this process holds them. */
enum { FINDINGS = 100000, LEAST_OF_PAPER = 10 };

struct batch {
    struct preload *preload;
    const struct batch_order *order;
    struct batch_paper *papers;
    struct diags *diags;
    struct progress progress;
    bool has_lost; /* a worker, which may have been killed while it wrote */
};

static const char *stem_of(const struct preload *preload, size_t paper)
{
    return preload->agenda->papers[preload->papers[paper]].stem;
}

static bool write_paper(const struct batch *batch, size_t paper, const struct buf *bytes,
                        struct diags *diags)
{
    struct buf name = {0};
    buf_printf(&name, "%s%s", stem_of(batch->preload, paper),
               paper_stage_ending(batch->order->stage));
    bool written =
        file_folder_write(batch->order->folder, name.data, bytes->data, bytes->size, diags);
    buf_free(&name);
    return written;
}

/* Returns how many findings of a rule a paper may have. Each has the same share: so it doesn't
 * matter which is made first. */
static size_t findings_of_paper(const struct batch *batch)
{
    size_t share = FINDINGS / batch->preload->count;
    return share < LEAST_OF_PAPER ? LEAST_OF_PAPER : share > DIAGS_MOST ? DIAGS_MOST : share;
}

static void work(void *context, size_t paper, struct buf *out)
{
    const struct batch *batch = context;
    struct diags *diags = diags_new();
    struct buf bytes = {0}, packed = {0};
    size_t pages;
    diags_limit(diags, findings_of_paper(batch));
    bool made = paper_make(batch->preload, paper, batch->order->stage, diags, &bytes, &pages);
    if (made && batch->order->folder)
        made = write_paper(batch, paper, &bytes, diags);
    diags_pack(diags, &packed);
    wire_put_number(out, made);
    wire_put_number(out, (int64_t)pages);
    wire_put_number(out, (int64_t)bytes.size);
    wire_put_bytes(out, &packed);
    if (made && !batch->order->folder)
        buf_append(out, bytes.data, bytes.size);
    buf_free(&packed);
    buf_free(&bytes);
    diags_free(diags);
}

static void leave(void *context)
{
    const struct batch *batch = context;
    text_library_free(batch->preload->text);
}

size_t batch_count(const struct batch_paper *paper, enum rule rule)
{
    struct diags *diags = diags_new();
    size_t count = 0;
    diags_unpack(diags, paper->diags.data, paper->diags.size);
    for (size_t i = 0; i < diags_count(diags); i++)
        count += diags_at(diags, i)->rule == rule;
    diags_free(diags);
    return count;
}

static bool done(void *context, size_t index, const char *bytes, size_t size)
{
    struct batch *batch = context;
    struct batch_paper *paper = &batch->papers[index];
    struct wire wire = wire_begin(bytes, size);
    paper->tried = true;
    paper->made = wire_number(&wire);
    paper->pages = (size_t)wire_number(&wire);
    paper->bytes = (size_t)wire_number(&wire);
    const char *packed = wire_bytes(&wire, &size);
    buf_append(&paper->diags, packed, size);
    buf_append(&paper->text, wire.at, (size_t)(wire.end - wire.at));
    progress_step(&batch->progress);
    return paper->made || !batch_count(paper, RULE_FILE_WRITE);
}

static const struct crash_rules rules = {.time = RULE_PAPER_TIME, .memory = RULE_PAPER_MEMORY};

static void lost(void *context, size_t index, enum workers_cause cause, int status)
{
    struct batch *batch = context;
    const struct limits *limits = &batch->order->limits;
    batch->has_lost = true;
    if (index == batch->preload->count) {
        crash_report(batch->diags, (struct diag_place){0}, &rules, limits, WORKERS_ENDED, status);
        return;
    }
    struct buf name = {0};
    buf_printf(&name, "%s%s", stem_of(batch->preload, index),
               paper_stage_ending(batch->order->stage));
    struct diags *diags = diags_new();
    crash_report(diags, (struct diag_place){.file = name.data}, &rules, limits, cause, status);
    diags_pack(diags, &batch->papers[index].diags);
    batch->papers[index].tried = true;
    diags_free(diags);
    buf_free(&name);
    progress_step(&batch->progress);
}

/* Adds the diagnostics of each paper, in their order, but only the first about a file that couldn't
 * be written. */
static void gather(const struct batch *batch)
{
    bool unwritten = false;
    for (size_t i = 0; i < batch->preload->count; i++) {
        const struct buf *packed = &batch->papers[i].diags;
        if (!packed->size)
            continue;
        bool another = batch_count(&batch->papers[i], RULE_FILE_WRITE);
        if (!another || !unwritten)
            diags_unpack(batch->diags, packed->data, packed->size);
        unwritten |= another;
    }
}

int batch_run(struct preload *preload, const struct batch_order *order, struct diags *diags,
              struct batch_paper *papers)
{
    struct batch batch = {.preload = preload, .order = order, .papers = papers, .diags = diags};
    const struct workers_batch tasks = {
        .count = preload->count,
        .jobs = order->jobs,
        .limits = order->limits,
        .reply_limit = (size_t)order->limits.mebibytes << 20, /* it was made in that memory */
        .context = &batch,
        .work = work,
        .leave = leave,
        .done = done,
        .lost = lost,
    };
    if (order->folder)
        file_folder_sweep(order->folder);
    batch.progress = progress_start(preload->count);
    int signal = workers_run(&tasks, diags);
    progress_end(&batch.progress);
    if (order->folder && batch.has_lost)
        file_folder_sweep(order->folder);
    gather(&batch);
    return signal;
}

void batch_free(struct batch_paper *papers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buf_free(&papers[i].diags);
        buf_free(&papers[i].text);
    }
}
