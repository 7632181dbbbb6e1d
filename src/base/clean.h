/*
 * Strings that come from outside, made fit to be shown. What steers the terminal it is written to
 * is taken out or written as an escape: control characters (C0, DEL, C1, line and paragraph
 * separators) and what sets the direction of text.
 */
#ifndef PYKALA_BASE_CLEAN_H
#define PYKALA_BASE_CLEAN_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Returns whether a character steers a terminal; of the two below, also a line end and a tab. */
bool clean_steers(uint32_t codepoint);

/* Returns whether a character is shown as nothing where it isn't supported: Unicode's
 * Default_Ignorable_Code_Point. */
bool clean_is_ignorable(uint32_t codepoint);

/* Appends a string as valid UTF-8: what isn't becomes U+FFFD. */
void clean_utf8(const char *string, struct buf *out);

/* Appends a string on one line as people read it: control characters become spaces, and what is
 * invisible becomes U+FFFD: what sets the direction of text, joiners, soft hyphens, tags. */
void clean_shown(const char *string, struct buf *out);

/* Appends so what printf would write. */
void clean_printf(struct buf *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Appends a string on one line as programs read it on: control characters become spaces, what sets
 * the direction of text is left out, and all else stays. */
void clean_value(const char *string, struct buf *out);

/* Appends a string in quotation marks on one line, for dumps: quotation marks and backslashes get a
 * backslash, and what steers a terminal becomes \x1b or \u202e. */
void clean_quoted(const char *string, size_t size, struct buf *out);

/* Appends JSON text (RFC 8259) with what steers a terminal or is invisible as \u escapes: its
 * strings stay the same. */
void clean_json(const char *json, struct buf *out);

/* Appends an XML document with what steers a terminal as numeric references: it stays the same,
 * but for comments, instructions and names, which have no references and lose it. */
void clean_xml(const char *xml, struct buf *out);

#endif
