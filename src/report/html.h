/* Writing HTML: everything from outside goes through html_text. */
#ifndef PYKALA_REPORT_HTML_H
#define PYKALA_REPORT_HTML_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

/* Appends text, as it can stand in an element or in a quoted attribute. */
void html_text(const char *text, struct buf *out);

/* Appends a sentence of the program's; quoted XML, <name>, name="value" and "value", is code. */
void html_sentence(const char *text, struct buf *out);

/* Appends <code>text</code>: a part of a file, which is in Finnish whatever the page is in. */
void html_code(const char *text, struct buf *out);

/* Appends the start tag of html_code alone. */
void html_begin_code(struct buf *out);

/* Appends <tag>text</tag>; tag may have attributes: "p class=\"x\"". */
void html_element(const char *tag, const char *text, struct buf *out);

/* Append all up to the start of the content, in the language of the program's messages, and all
 * after the content. mark says near the start of the file what has made it. */
void html_begin(const char *title, const char *mark, struct buf *out);
void html_end(struct buf *out);

/* Returns whether a file begins as html_begin makes it with a mark, in any language. */
bool html_has_mark(const char *bytes, size_t size, const char *mark);

/* The style of the pages (CSS), on screens of any width and colours, and in print. */
extern const char html_style[];

#endif
