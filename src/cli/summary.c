#include "cli/summary.h"

#include "base/clean.h"
#include "base/message.h"
#include "process/clock.h"

#include <string.h>

struct totals {
    size_t made, failed, untried, pages, bytes;
    size_t overfull; /* lines that are wider than their column */
};

static struct totals add_up(const struct summary *summary)
{
    struct totals totals = {0};
    for (size_t i = 0; i < summary->preload->count; i++) {
        const struct batch_paper *paper = &summary->papers[i];
        totals.made += paper->made;
        totals.failed += paper->tried && !paper->made;
        totals.untried += !paper->tried;
        totals.pages += paper->made ? paper->pages : 0;
        totals.bytes += paper->made ? paper->bytes : 0;
        totals.overfull += batch_count(paper, RULE_LAYOUT_OVERFULL);
    }
    return totals;
}

static void write_size(size_t bytes, struct buf *out)
{
    bool large = bytes >= 1000000;
    buf_decimal(out, (int64_t)bytes, large ? 1000000 : 1000, 1);
    buf_string(out, large ? " MB" : " kB");
}

static void write_made(const struct summary *summary, const struct totals *totals, struct buf *out)
{
    buf_printf(out, ngettext("%zu paper", "%zu papers", totals->made), totals->made);
    if (totals->pages) {
        buf_string(out, ", ");
        buf_printf(out, ngettext("%zu page", "%zu pages", totals->pages), totals->pages);
        buf_string(out, ", ");
        buf_printf(out, ngettext("%zu overfull line", "%zu overfull lines", totals->overfull),
                   totals->overfull);
    }
    buf_string(out, ", ");
    write_size(totals->bytes, out);
    if (summary->order->folder)
        clean_printf(out, _(", in %s"), summary->order->folder->path);
    buf_string(out, " (");
    clock_write_since(summary->started, out);
    buf_string(out, ")\n");
}

/* Appends the first error about the paper. */
static void write_reason(const struct buf *packed, struct buf *out)
{
    struct diags *diags = diags_new();
    diags_unpack(diags, packed->data, packed->size);
    for (size_t i = 0; i < diags_count(diags); i++) {
        const struct diag *diag = diags_at(diags, i);
        if (diag->severity < DIAG_ERROR)
            continue;
        clean_printf(out, ": %s", diag->message);
        break;
    }
    diags_free(diags);
}

static void write_failed(const struct summary *summary, struct buf *out)
{
    for (size_t i = 0; i < summary->preload->count; i++) {
        const struct batch_paper *paper = &summary->papers[i];
        if (!paper->tried || paper->made)
            continue;
        clean_printf(out, "  %s%s",
                     summary->preload->agenda->papers[summary->preload->papers[i]].stem,
                     paper_stage_ending(summary->order->stage));
        write_reason(&paper->diags, out);
        buf_char(out, '\n');
    }
}

void summary_write(const struct summary *summary, struct buf *out)
{
    struct totals totals = add_up(summary);
    write_made(summary, &totals, out);
    if (summary->signal)
        buf_printf(out, _("Stopped: %s\n"), strsignal(summary->signal));
    if (totals.untried)
        buf_printf(
            out,
            ngettext("%zu paper was not tried\n", "%zu papers were not tried\n", totals.untried),
            totals.untried);
    if (totals.failed)
        buf_printf(out,
                   ngettext("%zu paper could not be made:\n", "%zu papers could not be made:\n",
                            totals.failed),
                   totals.failed);
    write_failed(summary, out);
}
