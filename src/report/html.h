/* Writing HTML: everything from outside goes through html_text. */
#ifndef PYKALA_REPORT_HTML_H
#define PYKALA_REPORT_HTML_H

#include "base/buf.h"

/* Appends text, as it can stand in an element or in a quoted attribute. */
void html_text(const char *text, struct buf *out);

/* Appends <tag>text</tag>; tag may have attributes: "p class=\"x\"". */
void html_element(const char *tag, const char *text, struct buf *out);

/* Appends all up to the start of the content, in the language of the program's messages, and all
 * behind it. */
void html_begin(const char *title, struct buf *out);
void html_end(struct buf *out);

#endif
