/*
 * Showing text: a run's glyphs as TJ arrays.
 */
#ifndef PYKALA_PDF_SHOW_H
#define PYKALA_PDF_SHOW_H

#include "pdf/file.h"

/* The font and its size as the text state has them (ISO 32000-1 9.3.1); begins with zeros. */
struct pdf_text_state {
    const struct pdf_font *font;
    pt64 size;
};

/* Writes the operators that show the run, whose start the pen is at, and right behind it the hyphen
 * where that breaks its last word, in one array, or else readers find two words; NULL: it does not.
 */
void pdf_show_run(struct pdf_file *file, const struct page_run *run, const struct page_run *hyphen,
                  struct pdf_text_state *state, struct buf *out);

#endif
