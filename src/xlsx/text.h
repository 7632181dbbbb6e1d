/* Texts of a workbook: pieces of rich text joined, and escapes of characters read. */
#ifndef PYKALA_XLSX_TEXT_H
#define PYKALA_XLSX_TEXT_H

#include "base/buf.h"
#include "xlsx/markup.h"

#include <stdbool.h>

/* A text of several pieces, <t>, in an element of that name, <si> or <is>, or in its runs, <r>. */
struct text {
    const char *parent;
    struct buf whole;
    bool keeps_space; /* at the ends of the piece that is being read */
};

/* Take note of an element's start and end in that parent. What stands in others, such as phonetic
 * guides, is no part of the text. */
void text_start(struct text *text, struct markup *markup);
void text_end(struct text *text, struct markup *markup);

/* Appends a text with its escapes, "_x000D_", read; line ends become \n. What isn't a character of
 * text becomes U+FFFD. */
void text_append_read(const char *text, size_t size, struct buf *out);

#endif
