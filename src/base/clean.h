/* Strings from outside, made fit to be shown. Characters that steer a terminal are removed or
 * escaped: control characters (C0, DEL, C1, line and paragraph separators) and those that set the
 * direction of text. */
#ifndef PYKALA_BASE_CLEAN_H
#define PYKALA_BASE_CLEAN_H

#include "base/arena.h"
#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Returns whether a character steers a terminal; a line end and a tab do, too. */
bool clean_steers(uint32_t codepoint);

/* Returns whether a character is shown as nothing where it isn't supported: Unicode's
 * Default_Ignorable_Code_Point. */
bool clean_is_ignorable(uint32_t codepoint);

/* Returns a text, of *size bytes, without such characters, and its new size. It is the text itself
 * where it has none, else NUL-terminated and in the arena. */
const char *clean_without_ignorable(const char *text, size_t *size, struct arena *arena);

/* Appends a text without such characters. */
void clean_drop_ignorable(const char *text, size_t size, struct buf *out);

/* Appends a string as valid UTF-8: each byte that is wrong becomes U+FFFD. */
void clean_utf8(const char *string, struct buf *out);

/* Appends a string on one line for people: control characters become spaces, and invisible ones
 * (joiners, soft hyphens, tags, those that set the direction of text) become U+FFFD. */
void clean_shown(const char *string, struct buf *out);

/* Appends in the same way what printf would write. */
void clean_printf(struct buf *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Appends a string on one line for programs: control characters become spaces, those that set the
 * direction of text are left out. */
void clean_value(const char *string, struct buf *out);

/* Appends a string in quotation marks on one line, for dumps: quotation marks and backslashes get a
 * backslash, characters that steer a terminal become \x1b or \u202e. */
void clean_quoted(const char *string, size_t size, struct buf *out);

/* Appends JSON text (RFC 8259) with \u escapes for characters that steer a terminal or are
 * invisible: its strings stay the same. */
void clean_json(const char *json, struct buf *out);

/* Appends an XML document with numeric references for characters that steer a terminal: the
 * document stays the same, but comments, instructions and names lose those characters. */
void clean_xml(const char *xml, struct buf *out);

/* Appends a text so that it can stand in an XML element, or in an attribute within quotation
 * marks. */
void clean_markup(const char *text, struct buf *out);

#endif
