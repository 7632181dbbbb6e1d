/* Receipts of an earlier run that are no longer true. */
#ifndef PYKALA_CLI_STALE_H
#define PYKALA_CLI_STALE_H

#include "base/diag.h"
#include "report/report.h"

#include <stdbool.h>

/* Removes from a folder the pages of earlier runs that are not among these. Files that no run has
 * made stay, as do receipts that were received for a mail. Adds a failure and returns false when
 * one can't be removed. */
bool stale_remove(const char *folder, const struct report_receipts *receipts, struct diags *diags);

#endif
