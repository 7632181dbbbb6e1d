/*
 * What people have written into a cell, read leniently: spaces of any kind, small and capital
 * letters, days as 9.11.2026 or as dates. Results live in the arena.
 */
#ifndef PYKALA_XLSX_WRITTEN_H
#define PYKALA_XLSX_WRITTEN_H

#include "base/arena.h"
#include "xlsx/xlsx.h"

/* Returns a cell's text on one line, without spaces of any kind at its ends. */
const char *xlsx_text(const struct xlsx_cell *cell, struct arena *arena);

/* Returns what a text is compared by: small letters, composed, each stretch of spaces one space. */
const char *xlsx_plain(const char *text, struct arena *arena);

/* Returns a day as 2026-11-09, NULL for what isn't understood. Where last isn't NULL, the cell may
 * also have the first and the last of several days (9.–10.11.2026); *last is NULL for one. */
const char *xlsx_day(const struct xlsx_cell *cell, const char **last, struct arena *arena);

#endif
