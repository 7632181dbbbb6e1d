/* The files of the receipts, each with its diagnostics and the name of its page. */
#ifndef PYKALA_REPORT_RECEIPTS_H
#define PYKALA_REPORT_RECEIPTS_H

#include "base/arena.h"
#include "report/report.h"

#include <stdbool.h>

/* From the worst on. An unchecked file is neither right nor wrong, nor are answers that could not
 * be compared with their project. */
enum receipt_verdict {
    RECEIPT_UNCHECKED,
    RECEIPT_REJECTED,
    RECEIPT_UNCOMPARED,
    RECEIPT_UNREAD,
    RECEIPT_MISSING,
    RECEIPT_REMARKS,
    RECEIPT_ACCEPTED
};
enum { RECEIPT_VERDICTS = RECEIPT_ACCEPTED + 1 };

struct receipt {
    const char *path, *party; /* as in struct report_file, as are the next */
    size_t size;
    const char *digest;
    const struct report_answers *answers;
    const char *note;
    bool is_remarked, is_uncompared, is_untouched, is_unread;
    const char *page;        /* the name of its page; NULL when it is missing */
    size_t first, count;     /* of its diagnostics */
    size_t errors, warnings; /* failures are errors, too */
    bool is_failed;
    enum receipt_verdict verdict;
};

struct report_receipts {
    struct arena *arena;
    const struct diags *diags;
    const char *version; /* the program's */
    struct receipt *items;
    size_t count, capacity;
    void *paths;   /* struct known of each path: its item, counted from 1 */
    size_t *pages; /* the item of each page but the first */
    size_t page_count;
    size_t shared;   /* bytes of the folder that all paths share */
    size_t homeless; /* diagnostics about no file: they are the first */
};

/* Returns the worst of all verdicts (verdict.c). */
enum receipt_verdict receipts_worst(const struct report_receipts *receipts);

/* Return a verdict in words, and what it means for who has sent the file. */
const char *receipts_verdict_word(enum receipt_verdict verdict);
const char *receipts_advice(const struct receipt *receipt);

/* Returns a verdict as programs know it. */
const char *receipts_verdict_name(enum receipt_verdict verdict);

/* html_summary.c and html_receipt.c; mark is what html_begin takes */
void page_write_summary(const struct report_receipts *receipts, const char *mark, struct buf *out);
void page_write_receipt(const struct report_receipts *receipts, const struct receipt *receipt,
                        const char *mark, struct buf *out);

#endif
