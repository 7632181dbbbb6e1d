/* CSV: a table of a summary as text for spreadsheets and programs (RFC 4180, UTF-8). */
#ifndef PYKALA_FOLLOWUP_CSV_H
#define PYKALA_FOLLOWUP_CSV_H

#include "followup/table.h"

/* The two signs are not the same. */
struct csv_form {
    char separator; /* ',', ';', '|' or a tab */
    char decimal;   /* '.' or ',' */
    bool has_mark;  /* begins with U+FEFF, by which Excel knows UTF-8 */
};

/* Appends a table: a line with the names of its columns, then a line for each row. No cell that
 * somebody has written is a formula, whatever separator lines are split at. */
void csv_write(const struct table *table, const xmlNode *summary, const struct csv_form *form,
               struct buf *out);

#endif
