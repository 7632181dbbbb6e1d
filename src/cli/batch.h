/* A batch: the wanted papers, made by the workers and written to their files. */
#ifndef PYKALA_CLI_BATCH_H
#define PYKALA_CLI_BATCH_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "cli/paper.h"
#include "cli/preload.h"
#include "process/workers.h"

struct batch_order {
    enum paper_stage stage;
    const struct file_folder *folder; /* where files go; NULL: the texts stay in the results */
    unsigned jobs;
    struct limits limits; /* of one paper */
};

/* The result of a paper. */
struct batch_paper {
    bool tried, made;
    size_t pages, bytes;
    struct buf diags; /* packed */
    struct buf text;  /* where there is no folder */
};

/*
 * Makes the wanted papers. papers has preload->count zeroed results, to be freed with batch_free.
 * Adds the papers' diagnostics in their order, whatever the order in which they were made. A paper
 * that fails doesn't stop the others, but a file that can't be written does: the next one couldn't
 * either. Returns the number of the signal that stopped the batch, or 0. A worker frees its copy of
 * the words that it has learnt.
 */
int batch_run(struct preload *preload, const struct batch_order *order, struct diags *diags,
              struct batch_paper *papers);

/* Returns how many diagnostics of a rule there are about a paper. */
size_t batch_count(const struct batch_paper *paper, enum rule rule);

void batch_free(struct batch_paper *papers, size_t count);

#endif
