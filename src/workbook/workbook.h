/*
 * Workbook: a year's summary → an Excel workbook (Office Open XML), a sheet for each table of it.
 *
 * In: the summary tree of followup.h. Out: the bytes of a file, the same for the same summary
 * whatever the clock, the time zone and the locale. Numbers and dates are numbers, all else is text
 * and never a formula.
 */
#ifndef PYKALA_WORKBOOK_WORKBOOK_H
#define PYKALA_WORKBOOK_WORKBOOK_H

#include "base/buf.h"
#include "base/diag.h"

#include <libxml/tree.h>

/*
 * Appends the workbook. folder is the project's, which the summary's files are named from. Returns
 * false, adds an error [workbook-limit] for everything that Excel cannot hold, or a failure
 * [file-write], and appends nothing.
 */
bool workbook_write(const xmlNode *summary, const char *folder, struct diags *diags,
                    struct buf *out);

#endif
