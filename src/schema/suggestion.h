/* What a wrong value was probably meant to be. */
#ifndef PYKALA_SCHEMA_SUGGESTION_H
#define PYKALA_SCHEMA_SUGGESTION_H

#include "schema/vocabulary.h"

/*
 * Appends "did you mean …?" when the text is a value written in another form: a date as 24.10.2025,
 * a number with a decimal comma, an identifier with capitals or Finnish letters, a word for one of
 * the values that are allowed. type and builtin are what vocabulary_value_type gives; type may be
 * NULL.
 */
void suggestion_write(const struct vocabulary *vocabulary, const xmlNode *type, const char *builtin,
                      const char *text, struct buf *hint, struct buf *meant);

/* Appends the value alone. Returns false when it isn't known. */
bool suggestion_find(const struct vocabulary *vocabulary, const xmlNode *type, const char *builtin,
                     const char *text, struct buf *meant);

/* Returns whether what a text was meant to be is no guess: a date in the order of day, month and
 * year, a number with a decimal comma, or a word that differs in dots and case of its letters
 * alone. */
bool suggestion_is_certain(const char *builtin, bool is_word, const char *text, const char *meant);

/* Returns whether a text is a right value of a declaration, or stands for a known one. */
bool suggestion_fits(const struct vocabulary *vocabulary, const xmlNode *declaration,
                     const char *text);

#endif
