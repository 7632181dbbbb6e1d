/* Fonts. An embedded font is a Type 0 font (ISO 32000-1 9.7), subset to the glyphs that the pages
 * use; code.h has the glyphs' codes. */
#ifndef PYKALA_PDF_FONT_H
#define PYKALA_PDF_FONT_H

#include "pdf/file.h"

/* Returns the font as it stands in the file, added at first use; *number is its place: /F0. */
struct pdf_font *pdf_font_use(struct pdf_file *file, const struct text_font *font, size_t *number);

/*
 * Writes the objects of the fonts, when all pages are written. Returns false and adds a failure
 * when a font can't be subset or has more glyphs than there are codes.
 */
bool pdf_fonts_write(struct pdf_file *file);

void pdf_fonts_free(struct pdf_fonts *fonts);

#endif
