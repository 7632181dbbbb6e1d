/* The findings of a check: a worker's go to its parent, which puts them together. */
#ifndef PYKALA_CLI_FINDINGS_H
#define PYKALA_CLI_FINDINGS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/correction.h"
#include "base/diag.h"
#include "report/report.h"

/* A file that was corrected in a copy, or has what could not be. */
struct fix {
    const char *file, *copy; /* their paths; the copy's is NULL as long as it is not written */
    struct buf text;         /* what the copy holds, when anything was corrected */
    struct corrections made;
    size_t left;      /* certain corrections that could not be made */
    bool is_workbook; /* which is not corrected */
};

struct findings {
    struct arena *arena; /* the strings */
    struct diags *diags;
    struct buf states;         /* what has become of the parties' answers: lines of text */
    struct report_file *files; /* that were checked */
    size_t file_count, file_capacity;
    struct fix *fixes; /* of the files that were to be corrected */
    size_t fix_count, fix_capacity;
};

/* Returns empty findings, owned by the caller (findings_free). */
struct findings findings_new(void);
void findings_free(struct findings *findings);

/* Adds a file that was checked or is missing. Its strings are copied. */
void findings_add_file(struct findings *findings, struct report_file file);

/* Adds a file in which nothing is corrected yet, and returns it. It moves when others are added. */
struct fix *findings_add_fix(struct findings *findings, const char *file);

/* Forgets all but what was corrected. */
void findings_forget(struct findings *findings);

/* Writes all findings to, and adds them from, a plain byte form. */
void findings_pack(const struct findings *findings, struct buf *out);
void findings_unpack(struct findings *findings, const struct buf *bytes);

#endif
