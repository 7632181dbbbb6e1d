/*
 * Fonts. An embedded font is a Type 0 font with Identity-H (ISO 32000-1 9.7), subset to what the
 * pages use. A code stands for one glyph that stands for one text, so that the ToUnicode map alone
 * tells every text: the hyphen of a broken word and a real one have different codes.
 */
#ifndef PYKALA_PDF_FONT_H
#define PYKALA_PDF_FONT_H

#include "pdf/file.h"

/* The font as it stands in the file, added at first use; *number is its place: /F0. */
struct pdf_font *pdf_font_use(struct pdf_file *file, const struct text_font *font, size_t *number);

/* The code of a glyph that stands for the text, which must live as long as the file. */
uint32_t pdf_font_code(struct pdf_font *font, uint16_t glyph, const char *text, size_t size);

/*
 * Writes the objects of the fonts, when all pages are written. Returns false and adds a failure
 * when a font can't be subset.
 */
bool pdf_fonts_write(struct pdf_file *file);

#endif
