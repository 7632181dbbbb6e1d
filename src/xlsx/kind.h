/* What a file is that should be a workbook, told by its beginning. */
#ifndef PYKALA_XLSX_KIND_H
#define PYKALA_XLSX_KIND_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

/* Returns whether the bytes begin as a zip file does, as every workbook. Adds an error [xlsx-kind]
 * that says what they seem to be when not. */
bool kind_is_zip(const char *bytes, size_t size, const char *name, struct diags *diags);

/* Returns whether the part that a package names as its main one is that of a workbook in XML. Adds
 * an error [xlsx-kind] that says what it seems to be when not. */
bool kind_is_workbook(const char *main_part, const char *name, struct diags *diags);

/* Adds an error [xlsx-kind] about a package that is a document of the OpenDocument kind. Returns
 * false. */
bool kind_is_open_document(const char *name, struct diags *diags);

/* Adds an error [xlsx-kind] about a package that names no main part. Returns false. */
bool kind_is_unknown(const char *name, struct diags *diags);

#endif
