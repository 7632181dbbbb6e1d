/*
 * Report: diagnostics → text for people and JSON for programs.
 */
#ifndef PYKALA_REPORT_REPORT_H
#define PYKALA_REPORT_REPORT_H

#include "base/buf.h"
#include "base/diag.h"

/* Appends one line a diagnostic: file:line:column: severity: message [rule], and its hint on a line
 * of its own after two spaces. Severity words are translated. */
void report_text(const struct diags *diags, struct buf *out);

/* Appends a JSON array of objects: severity, rule, file, line, column, message, hint. */
void report_json(const struct diags *diags, struct buf *out);

#endif
