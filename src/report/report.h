/*
 * Report: diagnostics → text and HTML for people, JSON and SARIF for programs.
 */
#ifndef PYKALA_REPORT_REPORT_H
#define PYKALA_REPORT_REPORT_H

#include "base/buf.h"
#include "base/correction.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Appends one line a diagnostic: file:line:column: severity: message [rule], and its hint on a line
 * of its own after two spaces. Severity words are translated. */
void report_text(const struct diags *diags, struct buf *out);

/* Does the same with the line of the file between them, and a caret under the place; a long line is
 * cut around it. In colours when they are wanted (report_is_coloured). Reads the files. */
void report_text_with_lines(const struct diags *diags, bool is_coloured, struct buf *out);

/* Returns whether a stream is a terminal whose user has not declined colours (NO_COLOR, TERM=dumb).
 */
bool report_is_coloured(FILE *stream);

/* Appends a JSON array of objects: severity, rule, file, line, column, message, hint. */
void report_json(const struct diags *diags, struct buf *out);

/* Appends a log in SARIF 2.1.0 (OASIS) with one run. version is the program's. */
void report_sarif(const struct diags *diags, const char *version, struct buf *out);

/* A question that a party is asked, and its answer as it was understood. */
struct report_question {
    const char *measure;          /* "Toimenpide 2, Johtoryhmän sopimus" */
    const char *question;         /* in words */
    const char *answer;           /* in words; NULL: not answered */
    const char *remark;           /* or NULL */
    const char *date, *last_date; /* of what was done, 2026-11-09, and of what took several days */
    const char *source;           /* of a number; each or NULL */
    const char *measure_id;
    const char *indicator_id; /* NULL of the officers and the status of a measure */
};

/* From a place in a file of answers on: what stands there is about this. */
struct report_subject {
    int line, column;
    const char *words; /* in the question's own words; NULL: about no question */
};

/* What is known of a party's answers to a year. */
struct report_answers {
    const char *party; /* its id */
    const char *name;  /* its name in the register */
    int year;
    const char *deadline, *contact; /* or NULL */
    bool is_known;                  /* the answers count, so that the questions have them */
    const struct report_question *questions;
    size_t count, answered;
    const struct report_subject *subjects; /* in the order of the file */
    size_t subject_count;
};

/* A file that has been checked, or one that should have come. */
struct report_file {
    const char *path;   /* NULL: it is missing */
    const char *name;   /* whose it is; NULL when nobody's */
    bool is_remarked;   /* there are remarks in it, which somebody should read */
    bool is_uncompared; /* it could not be compared with its project: nothing is known of it */
    bool is_untouched;  /* nobody has filled in anything: as good as missing */
    const char *note;   /* what became of it when it was received; or NULL */
    bool is_unread;     /* it is not one that is read */
    size_t size;        /* in bytes, and its SHA-256; NULL where it wasn't counted */
    const char *digest;
    const struct report_answers *answers; /* of a party's file, when asked for; or NULL */
};

/*
 * Receipts as HTML: a page for each file and a summary of all. The pages need no script and no
 * other file.
 */
struct report_receipts;

/* Returns the receipts, owned by the caller. Diagnostics must be sorted and live as long as the
 * receipts, as must the files' strings and the program's version; files that only the diagnostics
 * name are added. */
struct report_receipts *report_receipts_new(const struct diags *diags,
                                            const struct report_file *files, size_t count,
                                            const char *version);
void report_receipts_free(struct report_receipts *receipts);

/* The pages: the first is the summary, index.html. Names are unique and safe as file names. */
size_t report_receipts_count(const struct report_receipts *receipts);
const char *report_receipts_name(const struct report_receipts *receipts, size_t index);
void report_receipts_write(const struct report_receipts *receipts, size_t index, struct buf *out);

/* Returns whether a file is one of the pages, of this or of an earlier run, by how it begins. */
enum { REPORT_PAGE_HEAD = 200 }; /* as many bytes say so */
bool report_receipts_is_page(const char *bytes, size_t size);

/* Append the receipt of a page but the first by itself, for a mail: as plain text, and as HTML,
 * which is the page but isn't taken for one of a folder's. */
void report_receipt_text(const struct report_receipts *receipts, size_t index, struct buf *out);
void report_receipt_html(const struct report_receipts *receipts, size_t index, struct buf *out);

/* Appends a reminder as plain text, for a mail: whose answers are missing or are to be sent again,
 * year by year, with the deadline. */
void report_reminder(const struct report_receipts *receipts, struct buf *out);

/* Appends one JSON object: the verdict on each file, whose it is and what is not answered, with
 * its diagnostics. */
void report_verdict(const struct report_receipts *receipts, struct buf *out);

/* A file that was to be corrected. */
struct report_fix {
    const char *file, *copy; /* the copy is NULL where nothing was corrected */
    const struct correction *changes;
    size_t count;
    size_t left;      /* certain corrections that could not be made */
    bool is_workbook; /* which is not corrected */
};

/* Appends a line for each change, file by file, and for what was not corrected. */
void report_fixes_text(const struct report_fix *fixes, size_t count, struct buf *out);

/* Appends one JSON object: the files with their changes, and the diagnostics of the result. */
void report_fixes_json(const struct report_fix *fixes, size_t count, const struct diags *diags,
                       struct buf *out);

#endif
