/* What people write into the cells of a workbook of meetings. */
#ifndef PYKALA_MEETINGS_VALUE_H
#define PYKALA_MEETINGS_VALUE_H

#include "base/arena.h"
#include "meetings/meetings.h"
#include "xlsx/xlsx.h"

/* Returns a cell's value as kokoukset.xml has it: "" where it is blank, NULL where it isn't
 * understood. */
const char *value_read(const struct xlsx_cell *cell, enum meeting_column column,
                       struct arena *arena);

/* Returns a text in one line, without blanks at its ends, in the arena; several blanks in a row,
 * and no-break ones, are one space. */
char *value_trimmed(const char *text, struct arena *arena);

/* Returns what may be written into the column. */
const char *value_hint(enum meeting_column column);

#endif
