/* Plain text for a mail: lines of at most MAIL_COLUMNS columns. */
#ifndef PYKALA_REPORT_MAIL_H
#define PYKALA_REPORT_MAIL_H

#include "base/buf.h"

enum { MAIL_COLUMNS = 72 };

/* Appends text in lines: the first begins with the head, the others with as many spaces. */
void mail_write(const char *head, const char *text, struct buf *out);

/* Appends a heading after a blank line, underlined with a sign. */
void mail_write_heading(const char *heading, char rule, struct buf *out);

/* Appends "name: value"; a value without spaces for which that line has no room gets its own. */
void mail_write_pair(const char *name, const char *value, struct buf *out);

#endif
