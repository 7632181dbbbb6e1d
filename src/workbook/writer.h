/* libxlsxwriter, which hardly any start needs: opened when a workbook is made. It brings minizip
 * and OpenSSL's libcrypto. */
#ifndef PYKALA_WORKBOOK_WRITER_H
#define PYKALA_WORKBOOK_WRITER_H

#include "base/buf.h"
#include "base/shared.h"

#include <xlsxwriter.h>

struct writer {
#define FUNCTION SHARED_POINTER
#include "workbook/writer.def"
#undef FUNCTION
};

/* Opens the library. Adds a failure [library-missing] and returns false when that can't be done. */
bool writer_open(struct writer *writer, struct diags *diags);

/* Fills a new workbook. Adds a failure and returns false when it can't. */
typedef bool writer_fill(void *context, lxw_workbook *library);

/*
 * Makes a workbook in memory and appends its bytes. With is_large its rows don't stay in memory as
 * cells, and are to be written in their order. Adds a failure and returns false when that can't be
 * done.
 */
bool writer_make(const struct writer *writer, bool is_large, writer_fill *fill, void *context,
                 struct diags *diags, struct buf *out);

/* Adds a failure of the library. Returns false. */
bool writer_failed(struct diags *diags, const char *reason);

/* Returns a new format of a workbook, whose number is shown in the given way ("@": text). What it
 * formats stands at the top of its cell. */
lxw_format *writer_format(const struct writer *writer, lxw_workbook *library, const char *number);

/* Sets the title, and a day (2027-01-31) as the time at which the workbook was made: the clock's
 * would be another in each. */
void writer_set_properties(const struct writer *writer, lxw_workbook *library, char *title,
                           const char *day);

/* Appends a text so that Excel reads no part of it as the number of a character (_x000A_). */
void writer_escape(const char *text, struct buf *out);

#endif
