/* The parts of a SARIF log. Section numbers are those of SARIF 2.1.0. */
#ifndef PYKALA_REPORT_SARIF_H
#define PYKALA_REPORT_SARIF_H

#include "base/diag.h"
#include "report/json_value.h"
#include "report/lines.h"

#include <stddef.h>
#include <stdint.h>

/* 3.27.12, 3.27.22: returns the list of one place, or of none. */
struct json_object *sarif_locations(struct lines *lines, const struct diag_place *place);

/* 3.27.30: returns the fixes of a diagnostic that has edits. */
struct json_object *sarif_fixes(const struct diag_edit *edits);

/* Returns a number for each diagnostic, the same for the same line, owned by the caller (free). */
uint64_t *sarif_hashes(struct lines *lines, const struct diags *diags);

/* 3.27.17: returns what keeps results of one rule and file apart, also when lines have moved: the
 * line's number, and how many results of the file and rule up to this one have it. */
struct json_object *sarif_fingerprints(const struct diags *diags, const uint64_t *hashes,
                                       size_t index);

/* 3.11: returns a message object. Sentences end with a full stop, and nothing in them is taken for
 * a link or a placeholder. */
struct json_object *sarif_message(const char *text, const char *hint);

/* The name of the base of all relative paths (3.4.4): where the program was run. */
#define SARIF_ROOT "%SRCROOT%"

#endif
