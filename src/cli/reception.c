#include "cli/reception.h"

#include "base/file.h"
#include "base/message.h"
#include "base/wire.h"
#include "cli/arrival.h"
#include "cli/examine.h"
#include "cli/incoming.h"
#include "cli/store.h"
#include "followup/followup.h"
#include "process/crash.h"
#include "process/workers.h"
#include "report/report.h"

#include <string.h>

enum { FINDINGS_LIMIT = 64 * 1024 * 1024, MOST_BYTES = 17 * 1024 * 1024 };

/* The file in hand. */
struct receiving {
    struct reception *reception;
    struct incoming file;
    struct findings found;
    const char *place; /* of the file, in the arena of found; or NULL */
    struct buf record; /* the XML of a workbook; empty for another file */
};

/* Reports that it isn't known whose answers a file holds, and what else is wrong with it. */
static void examine_unplaced(const struct examination *examination, const struct arrival *arrival,
                             struct findings *findings)
{
    const struct examine_as as = {.path = arrival->path,
                                  .name = arrival->name,
                                  .place = arrival->is_workbook ? "x.xlsx" : "x.xml"};
    const char *ending = arrival->is_workbook ? "joutsa.xlsx" : "joutsa.xml";
    examine_alone(examination, &as, findings);
    diag_add(
        findings->diags, RULE_FOLLOWUP_UNKNOWN_PARTY, (struct diag_place){.file = arrival->name},
        arena_printf(findings->arena,
                     _("name the file after the party, such as %s, and send it again"), ending),
        _("it is not known whose answers these are"));
    findings_add_file(findings, (struct report_file){.path = arrival->name});
}

/* Checks a file in its place, which may be NULL, and appends the XML of a workbook. */
static void examine_arrival(const struct receiving *receiving, const struct arrival *arrival,
                            const char *place, struct findings *findings, struct buf *record)
{
    const struct reception *reception = receiving->reception;
    const struct examination examination = {.session = &reception->session, .understands = true};
    if (!place || !examine_is_place(place)) {
        examine_unplaced(&examination, arrival, findings);
        return;
    }
    const struct examine_as as = {.project = reception->project,
                                  .place = place,
                                  .path = arrival->path,
                                  .name = arrival->name};
    examine_as(&examination, &as, findings);
    if (!arrival->is_workbook)
        return;
    struct diags *told = diags_new(); /* what is wrong has been reported */
    followup_record(arrival->path, told, record);
    diags_free(told);
}

/* In the worker: finds the place of the file in hand and checks it there. */
static void work(void *context, size_t index, struct buf *reply)
{
    const struct receiving *receiving = context;
    const struct reception *reception = receiving->reception;
    struct findings findings = findings_new();
    struct buf packed = {0}, record = {0};
    (void)index;
    struct arrival arrival = arrival_of(receiving->file.path, receiving->file.name);
    arrival.year = reception->year;
    bool is_guess = false;
    const char *place =
        arrival_place(&reception->session, reception->project, &arrival, findings.arena, &is_guess);
    examine_arrival(receiving, &arrival, place, &findings, &record);
    for (size_t i = 0; is_guess && i < findings.file_count; i++) {
        findings.files[i].name = NULL; /* it would name a year that nobody has named */
        findings.files[i].answers = NULL;
    }
    findings_pack(&findings, &packed);
    wire_put_bytes(reply, &packed);
    wire_put_string(reply, place);
    wire_put_bytes(reply, &record);
    buf_free(&packed);
    buf_free(&record);
    findings_free(&findings);
}

static bool done(void *context, size_t index, const char *reply, size_t size)
{
    struct receiving *receiving = context;
    struct wire wire = wire_begin(reply, size);
    struct buf packed = {0};
    const char *bytes = wire_bytes(&wire, &size);
    (void)index;
    buf_append(&packed, bytes, size);
    findings_unpack(&receiving->found, &packed);
    buf_free(&packed);
    const char *place = wire_string(&wire);
    receiving->place = place ? arena_strdup(receiving->found.arena, place) : NULL;
    bytes = wire_bytes(&wire, &size);
    buf_append(&receiving->record, bytes, size);
    return true;
}

static void lost(void *context, size_t index, enum workers_cause cause, int status)
{
    static const struct crash_rules rules = {.time = RULE_CHECK_TIME, .memory = RULE_CHECK_MEMORY};
    struct receiving *receiving = context;
    const char *name = receiving->file.name;
    (void)index;
    crash_report(receiving->found.diags, (struct diag_place){.file = name}, &rules,
                 &receiving->reception->limits, cause, status);
    findings_add_file(&receiving->found, (struct report_file){.path = name});
}

/* Checks the file in hand in a worker: anybody may have sent it. Returns the signal that stopped
 * it, or 0. */
static int examine(struct receiving *receiving)
{
    const struct workers_batch batch = {
        .count = 1,
        .jobs = 1,
        .limits = receiving->reception->limits,
        .reply_limit = FINDINGS_LIMIT,
        .ends_at_once = true,
        .context = receiving,
        .work = work,
        .done = done,
        .lost = lost,
    };
    return workers_run(&batch, receiving->found.diags);
}

static const char *note_of(enum store_outcome outcome)
{
    switch (outcome) {
    case STORE_NEW:
        return _("The answers have been received.");
    case STORE_REPLACED:
        return _("The answers have been received; the earlier ones are kept.");
    case STORE_AGAIN:
        return _("The same answers were already received; nothing has changed.");
    case STORE_OUTDATED:
        return _("The same answers were already received, and later ones have come since: those "
                 "stay.");
    case STORE_FAILED:
        break;
    }
    return NULL;
}

/* Puts the file in hand, which is accepted, into its place. Returns whether it stands there. */
static bool store(struct receiving *receiving)
{
    struct findings *found = &receiving->found;
    struct buf bytes = {0};
    enum store_outcome outcome = STORE_FAILED;
    bool is_workbook = followup_is_workbook(receiving->place);
    bool is_whole = !is_workbook || receiving->record.size;
    const struct store_answers answers = {.record = is_workbook ? &receiving->record : &bytes,
                                          .workbook = is_workbook ? &bytes : NULL};
    if (is_whole && file_read(receiving->file.path, MOST_BYTES, found->diags, &bytes))
        outcome = store_put(receiving->reception->folder, receiving->place, &answers, found->diags);
    for (size_t i = 0; i < found->file_count; i++)
        found->files[i].note = note_of(outcome);
    buf_free(&bytes);
    return outcome != STORE_FAILED;
}

/* Returns what is to become of the file in hand, once it has been checked. */
static enum reception_outcome judge(const struct receiving *receiving)
{
    const struct findings *found = &receiving->found;
    if (diags_at_least(found->diags, DIAG_FAILURE))
        return RECEPTION_FAILED;
    if (diags_at_least(found->diags, DIAG_ERROR) || !receiving->place || found->file_count != 1 ||
        found->files[0].is_untouched)
        return RECEPTION_RETURNED;
    return found->files[0].is_uncompared ? RECEPTION_WAITS : RECEPTION_TAKEN;
}

static void write_receipt(const struct findings *found, struct reception_result *result)
{
    diags_sort(found->diags);
    if (result->end == RECEPTION_FAILED) {
        report_text(found->diags, &result->text);
        return;
    }
    struct report_receipts *receipts =
        report_receipts_new(found->diags, found->files, found->file_count, PYKALA_VERSION);
    if (report_receipts_count(receipts) > 1) {
        report_receipt_text(receipts, 1, &result->text);
        report_receipt_html(receipts, 1, &result->page);
    } else {
        report_text(found->diags, &result->text);
    }
    report_receipts_free(receipts);
}

static int status_of(enum reception_outcome end)
{
    switch (end) {
    case RECEPTION_TAKEN:
        return STATUS_DONE;
    case RECEPTION_WAITS:
        return STATUS_UNCOMPARED;
    case RECEPTION_RETURNED:
        return STATUS_FAULT;
    case RECEPTION_FAILED:
        break;
    }
    return STATUS_FAILURE;
}

/* Checks the file in hand and stores it, alone in the project. Returns what became of it. */
static struct reception_result receive(struct receiving *receiving)
{
    struct reception_result result = {0};
    int lock = store_lock(receiving->reception->folder, receiving->found.diags);
    int signal = lock < 0 ? 0 : examine(receiving);
    if (lock >= 0 && !signal)
        result.end = judge(receiving);
    if (result.end == RECEPTION_TAKEN && !store(receiving))
        result.end = RECEPTION_FAILED;
    store_unlock(lock);
    result.status = signal ? 128 + signal : status_of(result.end);
    if (!signal)
        write_receipt(&receiving->found, &result);
    return result;
}

struct reception_result reception_receive(struct reception *reception, char *path, const char *name)
{
    struct receiving receiving = {.reception = reception};
    if (!incoming_copy(path, &receiving.file))
        return (struct reception_result){.end = RECEPTION_FAILED, .status = STATUS_FAILURE};
    receiving.file.name = name;
    receiving.found = findings_new();
    struct reception_result result = receive(&receiving);
    buf_free(&receiving.record);
    findings_free(&receiving.found);
    incoming_close(&receiving.file);
    return result;
}

void reception_end(struct reception_result *result)
{
    buf_free(&result->text);
    buf_free(&result->page);
}

bool reception_write_receipt(const struct reception_result *result, const char *path,
                             struct diags *diags)
{
    struct arena *arena = arena_new();
    bool is_written =
        file_write(arena_printf(arena, "%s.txt", path), result->text.data, result->text.size,
                   diags) &&
        (!result->page.size || file_write(arena_printf(arena, "%s.html", path), result->page.data,
                                          result->page.size, diags));
    arena_free(arena);
    return is_written;
}

int reception_worse(int one, int other)
{
    static const int order[] = {STATUS_FAILURE, STATUS_FAULT, STATUS_UNCOMPARED, STATUS_DONE};
    if (one > 128 || other > 128)
        return one > other ? one : other;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (one == order[i] || other == order[i])
            return order[i];
    return one;
}
