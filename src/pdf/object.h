/*
 * Objects of a PDF file on libharu's object layer.
 *
 * libharu numbers the objects, keeps their places, deflates streams and writes the cross-reference
 * table. The inside of most dictionaries is text that we make ourselves in a struct buf: one
 * dictionary entry of libharu's costs some 300 bytes of memory, and its numbers are floats.
 *
 * Errors are libharu's own sticky error code: it is looked at once, when the file is saved.
 * Memory never runs out (base/memory.h).
 */
#ifndef PYKALA_PDF_OBJECT_H
#define PYKALA_PDF_OBJECT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/units.h"

#include <hpdf.h>
#include <hpdf_doc.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Starts a document of libharu's, PDF 1.7; freed by HPDF_Free. */
HPDF_Doc pdf_object_document(void);

/* A new indirect dictionary, owned by the document. */
HPDF_Dict pdf_object_new(HPDF_Doc haru);

/*
 * Sets what the dictionary holds, beside what libharu put there: a copy of the text is kept in the
 * arena. Empties body. Not for pages and images of libharu's making.
 */
void pdf_object_body(HPDF_Dict object, struct arena *arena, struct buf *body);

/* A new stream of the bytes; filter is HPDF_STREAM_FILTER_… */
HPDF_Dict pdf_object_stream(HPDF_Doc haru, const void *bytes, size_t size, unsigned filter);

/* Writes an indirect reference with a space before it: " 12 0 R". */
void pdf_write_reference(struct buf *out, HPDF_Dict object);

/*
 * Writes a text string (ISO 32000-1 7.9.2.2): ASCII as it is, anything else as UTF-16BE. Broken
 * UTF-8 becomes U+FFFD.
 */
void pdf_write_text(struct buf *out, const char *utf8, size_t size);

/* Writes a key and a text string, or nothing where text is NULL. */
void pdf_write_text_entry(struct buf *out, const char *key, const char *text);

/* Writes a byte of a literal string, escaped where that is needed. */
void pdf_write_byte(struct buf *out, char byte);

/* Writes bytes as a literal string. */
void pdf_write_bytes(struct buf *out, const char *bytes, size_t size);

/* Writes a length as points with a space before it. */
void pdf_write_length(struct buf *out, pt64 length);

/* The next character of the UTF-8 text, U+FFFD where it is broken; moves *text on. */
uint32_t pdf_next_character(const char **text, const char *end);

/* Writes a character in UTF-16BE to units, two or four bytes; returns how many. */
size_t pdf_utf16(uint32_t character, unsigned char bytes[4]);

#endif
