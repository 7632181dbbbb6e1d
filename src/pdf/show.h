/*
 * Showing text: a run's glyphs as TJ arrays, and the texts that its glyphs do not tell by
 * themselves.
 */
#ifndef PYKALA_PDF_SHOW_H
#define PYKALA_PDF_SHOW_H

#include "pdf/file.h"

/* Writes the operators that show the run; the font is set and the pen at its start. */
void pdf_show_run(const struct pdf_file *file, const struct page_run *run, struct buf *out);

#endif
