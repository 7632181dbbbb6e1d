/* The findings of a check: a worker's go to its parent, which puts them together. */
#ifndef PYKALA_CLI_FINDINGS_H
#define PYKALA_CLI_FINDINGS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "report/report.h"

struct findings {
    struct arena *arena; /* the strings */
    struct diags *diags;
    struct buf states;         /* what has become of the parties' answers: lines of text */
    struct report_file *files; /* that were checked */
    size_t file_count, file_capacity;
};

/* Returns empty findings, owned by the caller (findings_free). */
struct findings findings_new(void);
void findings_free(struct findings *findings);

/* Adds a file that was checked or is missing. Its strings are copied. */
void findings_add_file(struct findings *findings, struct report_file file);

/* Writes all findings to, and adds them from, a plain byte form. */
void findings_pack(const struct findings *findings, struct buf *out);
void findings_unpack(struct findings *findings, const struct buf *bytes);

#endif
