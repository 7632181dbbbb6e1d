/* Shared by the receipt of a file and the summary of all. */
#ifndef PYKALA_REPORT_HTML_PAGE_H
#define PYKALA_REPORT_HTML_PAGE_H

#include "base/buf.h"
#include "base/diag.h"
#include "report/receipts.h"

#include <stddef.h>

const char *page_verdict_class(enum receipt_verdict verdict);

/* Appends all up to the verdict: the verdict is the heading and, with the subject, the title. mark
 * is what html_begin takes. The caller closes the <div>. */
void page_begin(const char *mark, const char *verdict, const char *subject,
                enum receipt_verdict class, struct buf *out);

/* Appends <dt> and <dd>, or nothing when value is NULL. */
void page_pair(const char *name, const char *value, struct buf *out);

/* Appends the name of a file, which may be broken after its slashes. */
void page_path(const char *path, struct buf *out);

/* html_point.c: append diagnostics, or nothing when there are none: as a list with a heading; and a
 * receipt's in plain words, and what of them is for those who know XML, which is closed at first.
 */
void page_points(const struct diags *diags, size_t first, size_t count, struct buf *out);
void page_plain_points(const struct report_receipts *receipts, const struct receipt *receipt,
                       struct buf *out);
void page_technical(const struct report_receipts *receipts, const struct receipt *receipt,
                    struct buf *out);

/* html_answers.c: append the questions that aren't answered, and the answers as a table, as far as
 * they are known. */
void page_unanswered(const struct receipt *receipt, struct buf *out);
void page_answers(const struct receipt *receipt, struct buf *out);

#endif
