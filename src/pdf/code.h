/*
 * The codes of text in content streams, and what they say.
 *
 * A code stands for one glyph that stands for one text, so that the ToUnicode map alone has every
 * text: the hyphen of a broken word and a real one have different codes. Nearly all are one byte,
 * and Latin letters are their own code, so that content streams can be read and are half as long as
 * with Identity-H. Codes are mapped to CIDs by a CMap (ISO 32000-1 9.7.5), and to texts by another;
 * all fonts share them:
 *
 *   00–7F      CID 0–127: ASCII in its place; the control codes for whatever else there is
 *   A0–FF      CID 160–255: Latin-1 in its place
 *   8000–9FFF  CID 256–8447: when the control codes are used up
 */
#ifndef PYKALA_PDF_CODE_H
#define PYKALA_PDF_CODE_H

#include "pdf/file.h"

enum { PDF_MOST_CODES = 256 + 32 * 256 };

/* Makes CID 0 the missing glyph. */
void pdf_code_begin(struct pdf_font *font);

/* Returns the CID of a glyph that stands for the text, which must live as long as the file. When
 * the font has more than PDF_MOST_CODES, which pdf_limit_run reports, no more are given and it is
 * 0.
 */
uint32_t pdf_code(struct pdf_font *font, uint16_t glyph, const char *text, size_t size);

/* Writes the code of a CID. Returns 2, or 1 where the code is the second byte alone. */
size_t pdf_code_bytes(size_t cid, unsigned char bytes[2]);

/* Writes the CMap for fonts with at most count CIDs. */
void pdf_code_write_map(struct buf *out, size_t count);

/* Writes the CMap from codes to their texts (ISO 32000-1 9.10.3). */
void pdf_code_write_texts(struct buf *out, const struct pdf_texts *texts);

/* Writes the widths of the used CIDs as a W array (ISO 32000-1 9.7.4.3). */
void pdf_code_write_widths(struct buf *out, const struct pdf_font *font);

#endif
