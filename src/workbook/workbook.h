/*
 * Workbook: a year's summary → an Excel workbook (Office Open XML), a sheet for each table of it;
 * and a party's questions → a workbook to fill in.
 *
 * In: the summary tree of followup.h, or a follow-up. Out: the bytes of a file, the same for the
 * same input whatever the clock, the time zone and the locale. Numbers and dates are numbers, all
 * else is text and never a formula.
 */
#ifndef PYKALA_WORKBOOK_WORKBOOK_H
#define PYKALA_WORKBOOK_WORKBOOK_H

#include "base/buf.h"
#include "base/diag.h"

#include <libxml/tree.h>

#include <stdbool.h>
#include <stddef.h>

/*
 * Appends the workbook. folder is the project's, which the summary's files are named from. Returns
 * false, adds an error [workbook-limit] for everything that Excel cannot hold, or a failure
 * [file-write], and appends nothing.
 */
bool workbook_write(const xmlNode *summary, const char *folder, struct diags *diags,
                    struct buf *out);

/*
 * Appends a party's workbook of answers for a year, as followup/book.h describes it: its questions,
 * with their targets and last year's answers as far as they were read, and blanks to fill in. The
 * year must be one that the project follows up and in which the party is asked. Adds a failure
 * [file-write] or [library-missing] and returns false when it can't be made.
 */
struct followup;
bool workbook_form(const struct followup *followup, int year, size_t party, struct diags *diags,
                   struct buf *out);

/*
 * Appends the coordinator's workbook of meetings, as meetings/meetings.h describes it. Adds an
 * error [workbook-limit] or a failure [file-write] or [library-missing] and returns false when it
 * can't be made.
 */
struct meetings;
bool workbook_meetings(const struct meetings *meetings, struct diags *diags, struct buf *out);

#endif
