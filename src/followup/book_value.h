/*
 * Values of cells, read leniently: people write Kyllä, K, x or 1, 52,3 or 52,3 %. Each function
 * returns the value as the vocabulary has it, or NULL for what isn't understood. Results live in
 * the arena.
 */
#ifndef PYKALA_FOLLOWUP_BOOK_VALUE_H
#define PYKALA_FOLLOWUP_BOOK_VALUE_H

#include "base/arena.h"
#include "xlsx/xlsx.h"

#include <stdbool.h>

enum value_words { VALUE_YES_NO, VALUE_DONE, VALUE_STATUS, VALUE_TARGET, VALUE_MARK };

const char *value_word(const struct xlsx_cell *cell, enum value_words words, struct arena *arena);

/* Returns a number of at most nine digits before its decimals, and three of these, none when it is
 * whole. The unit, which may stand behind it, may be NULL. */
const char *value_number(const struct xlsx_cell *cell, const char *unit, bool is_whole,
                         struct arena *arena);

const char *value_year(const struct xlsx_cell *cell, struct arena *arena);

#endif
