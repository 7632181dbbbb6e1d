/* Sheets: one table of a summary each, with its columns' widths and formats. */
#ifndef PYKALA_WORKBOOK_SHEET_H
#define PYKALA_WORKBOOK_SHEET_H

#include "base/diag.h"
#include "followup/table.h"
#include "workbook/writer.h"

/* What Excel holds at most. */
enum {
    SHEET_MOST_ROWS = 1048576,    /* of a sheet, the head with them */
    SHEET_MOST_CHARACTERS = 32767 /* of a cell, in UTF-16 */
};

/* Excel counts days from the eve of 1900, and takes that for a leap year: its numbers are right
 * from 1 March 1900. */
enum { SHEET_DAY_OF_1970 = 25569, SHEET_FIRST_DAY = 61 };

enum { SHEET_FORMATS = TABLE_VALUE + 1 };

struct book {
    struct writer writer;
    lxw_workbook *library;
    lxw_format *formats[SHEET_FORMATS]; /* by enum table_kind */
    lxw_format *head;
    const xmlNode *summary;
    const char *folder;
    struct diags *diags;
};

/* Returns whether a table has room on a sheet with so many rows below its head; adds an error
 * [workbook-limit] when not. */
bool sheet_has_room(const struct table *table, size_t rows, struct diags *diags);

/* Returns whether a table has room: its rows, and each of its cells; reports all that hasn't. Of
 * the book it needs the summary, the folder and the diagnostics only. */
bool sheet_fits(const struct book *book, const struct table *table);

/* Adds the sheet of a table that fits to the book. When the library fails, adds a failure and
 * returns false. */
bool sheet_add(const struct book *book, const struct table *table);

#endif
