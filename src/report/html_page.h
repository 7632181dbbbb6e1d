/* Shared by the receipt of a file and the summary of all. */
#ifndef PYKALA_REPORT_HTML_PAGE_H
#define PYKALA_REPORT_HTML_PAGE_H

#include "base/buf.h"
#include "base/diag.h"
#include "report/receipts.h"

#include <stddef.h>

const char *page_verdict_class(enum receipt_verdict verdict);

/* Appends all up to the verdict: the verdict is the heading and, with the subject, the title. The
 * caller closes the <div>. */
void page_begin(const char *verdict, const char *subject, enum receipt_verdict class,
                struct buf *out);

/* Appends <dt> and <dd>, or nothing when value is NULL. */
void page_pair(const char *name, const char *value, struct buf *out);

/* Returns how many diagnostics are neither errors nor warnings. */
size_t page_remarks(const struct receipt *receipt);

/* Appends how many errors, warnings and remarks there are, in words. */
void page_count(size_t errors, size_t warnings, size_t remarks, struct buf *out);

/* Appends the name of a file, which may be broken after its slashes. */
void page_path(const char *path, struct buf *out);

/* html_point.c: appends diagnostics as a list with a heading, or nothing when there are none. */
void page_points(const struct diags *diags, size_t first, size_t count, struct buf *out);

#endif
