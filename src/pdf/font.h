/*
 * Fonts: which glyphs the pages use and what they stand for; subsets of the font files. An
 * embedded font is a Type 0 font with Identity-H, so that a code is a glyph id (ISO 32000-1 9.7).
 */
#ifndef PYKALA_PDF_FONT_H
#define PYKALA_PDF_FONT_H

#include "pdf/file.h"

/* Looks through all runs and fills in file->fonts. */
void pdf_fonts_collect(struct pdf_file *file);

/* The font as it stands in the file; its place among the file's fonts is in its name: /F0. */
const struct pdf_font *pdf_font_of(const struct pdf_file *file, const struct text_font *font);

/* The width that the W array gives for a glyph, in millionths of the em. */
int64_t pdf_font_width(const struct pdf_font *font, uint16_t glyph);

/*
 * How many glyphs from the first on stand for one piece of text: the first has its size, the rest
 * have none.
 */
size_t pdf_cluster_length(const struct glyph *glyphs, size_t count);

/* Writes the fonts' objects. Returns false and adds a failure when a font can't be subset. */
bool pdf_fonts_write(struct pdf_file *file);

#endif
