/*
 * The codes of text in content streams, and what they say.
 *
 * A code is one byte: fonts are simple fonts (ISO 32000-1 9.6), which every reader of PDF files
 * understands. It stands for one glyph that stands for one text, so that the ToUnicode map alone
 * has every text: the hyphen of a broken word and a real one have different codes. Latin letters
 * are their own code, so that content streams can be read. Fonts share their ToUnicode map: a code
 * has the same text in all of them.
 */
#ifndef PYKALA_PDF_CODE_H
#define PYKALA_PDF_CODE_H

#include "pdf/file.h"

/* Returns the code of a glyph that stands for the text, which must live as long as the file; 0 when
 * the font has no code left for it. */
uint8_t pdf_code(struct pdf_font *font, uint16_t glyph, const char *text, size_t size);

/* Writes the CMap from codes to their texts (ISO 32000-1 9.10.3). */
void pdf_code_write_texts(struct buf *out, const struct pdf_texts *texts);

/* Writes the widths of the codes from the first used one to the last (ISO 32000-1 table 111). */
void pdf_code_write_widths(struct buf *out, const struct pdf_font *font);

#endif
