/* Fonts. An embedded font is a simple TrueType font (ISO 32000-1 9.6.3) with a program that has
 * just the glyphs that the pages use, by their codes (code.h). */
#ifndef PYKALA_PDF_FONT_H
#define PYKALA_PDF_FONT_H

#include "pdf/file.h"

/* Returns the first of a text font's fonts in the file, added at first use. */
struct pdf_font *pdf_font_use(struct pdf_file *file, const struct text_font *font);

/* Returns the same text font's next font, for glyphs that have no code in the given one. */
struct pdf_font *pdf_font_after(struct pdf_file *file, const struct pdf_font *font);

/* Writes the objects of the fonts, when all pages are written. Returns false and adds a failure
 * when a font can't be subset. */
bool pdf_fonts_write(struct pdf_file *file);

#endif
