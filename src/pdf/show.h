/*
 * Showing text: a run's glyphs as TJ arrays.
 */
#ifndef PYKALA_PDF_SHOW_H
#define PYKALA_PDF_SHOW_H

#include "pdf/file.h"

/* Writes the operators that show the run; the font is set and the pen at its start. */
void pdf_show_run(struct pdf_font *font, const struct page_run *run, struct buf *out);

#endif
