/*
 * Values of cells, read leniently: people write Kyllä, K, x or 1, 52,3 or 52,3 %, 9.11.2026 or
 * 2026-11-09, with spaces of any kind. Each function returns the value as the vocabulary has it, or
 * NULL for what isn't understood. Results live in the arena.
 */
#ifndef PYKALA_FOLLOWUP_BOOK_VALUE_H
#define PYKALA_FOLLOWUP_BOOK_VALUE_H

#include "base/arena.h"
#include "xlsx/xlsx.h"

#include <stdbool.h>

enum value_words { VALUE_YES_NO, VALUE_DONE, VALUE_STATUS, VALUE_TARGET, VALUE_MARK };

/* Returns a cell's text on one line, without spaces of any kind at its ends. */
const char *value_text(const struct xlsx_cell *cell, struct arena *arena);

/* Returns what a text is compared by: small letters, composed, each stretch of spaces one space. */
const char *value_plain(const char *text, struct arena *arena);

const char *value_word(const struct xlsx_cell *cell, enum value_words words, struct arena *arena);

/* Returns a number of at most nine digits before its decimals, and three of these, none when it is
 * whole. The unit, which may stand behind it, may be NULL. */
const char *value_number(const struct xlsx_cell *cell, const char *unit, bool is_whole,
                         struct arena *arena);

/* Returns a day. Where last isn't NULL, the cell may also have the first and the last of several
 * days (9.–10.11.2026); *last is NULL for one. */
const char *value_day(const struct xlsx_cell *cell, const char **last, struct arena *arena);

const char *value_year(const struct xlsx_cell *cell, struct arena *arena);

#endif
