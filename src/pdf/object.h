/*
 * Objects of a PDF file on libharu's object layer.
 *
 * libharu numbers and keeps the objects and builds the page tree. The inside of most dictionaries
 * is text that we make ourselves in a struct buf: one dictionary entry of libharu's costs some 300
 * bytes of memory, and its numbers are floats. Streams are deflated by libdeflate when they are
 * made, and only that is kept. save.h writes the file.
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

struct libdeflate_compressor;

struct pdf_objects {
    HPDF_Doc haru;
    struct arena *arena; /* the caller's: what the objects hold */
    struct libdeflate_compressor *compressor;
};

enum pdf_encoding {
    PDF_PLAIN,
    PDF_DEFLATE,  /* the bytes are deflated here */
    PDF_DEFLATED, /* they were before */
    PDF_JPEG      /* they are a JPEG file */
};

/* The contents of an object of ours: the inside of its dictionary, and a stream's bytes as encoded.
 */
struct pdf_body {
    const char *text;
    size_t text_size;
    const char *stream; /* NULL where the object is no stream */
    size_t stream_size;
    enum pdf_encoding encoding;
};

/* Starts a document of libharu's, PDF 1.7. */
struct pdf_objects pdf_objects_new(struct arena *arena);

/* Frees the document and its objects, but not the arena. */
void pdf_objects_free(struct pdf_objects *objects);

enum { PDF_MOST_OBJECTS = 8388607 }; /* ISO 19005-2 6.1.13 */

/* Makes an indirect dictionary, owned by the document. Beyond PDF_MOST_OBJECTS returns the catalog
 * each time, and the file is not to be saved. */
HPDF_Dict pdf_object_new(const struct pdf_objects *objects);

/* Sets the text of a dictionary, beside libharu's entries: a copy is kept. Empties text. Not for
 * pages of libharu's making. */
void pdf_object_body(const struct pdf_objects *objects, HPDF_Dict object, struct buf *text);

/*
 * Makes the dictionary a stream of the bytes. Its own entries but for Length and Filter are text,
 * which is emptied; what libharu put there is not written.
 */
void pdf_object_stream(const struct pdf_objects *objects, HPDF_Dict object, struct buf *text,
                       const void *bytes, size_t size, enum pdf_encoding encoding);

/* Returns what either has set, or NULL where the dictionary is libharu's alone. */
const struct pdf_body *pdf_object_own(HPDF_Dict object);

/* Returns the object's number. */
unsigned pdf_object_number(HPDF_Dict object);

/* Deflates into out, whose bytes are replaced, in the zlib format (RFC 1950). */
void pdf_deflate(const struct pdf_objects *objects, const void *bytes, size_t size,
                 struct buf *out);

/* Writes an indirect reference with a space before it: " 12 0 R". */
void pdf_write_reference(struct buf *out, HPDF_Dict object);

/* Writes the bytes of a name (ISO 32000-1 7.3.5), without its solidus. */
void pdf_write_name(struct buf *out, const char *name);

/*
 * Encodes a text string (ISO 32000-1 7.9.2.2) into out, which is empty: in PDFDocEncoding what that
 * has, which is one byte a letter, anything else as UTF-16BE. Broken UTF-8 becomes U+FFFD.
 */
void pdf_encode_text(struct buf *out, const char *utf8, size_t size);

/* Writes a text string. */
void pdf_write_text(struct buf *out, const char *utf8, size_t size);

/* Writes a key and a text string, or nothing where text is NULL. */
void pdf_write_text_entry(struct buf *out, const char *key, const char *text);

/* Writes bytes as a literal string. */
void pdf_write_bytes(struct buf *out, const char *bytes, size_t size);

/* Writes a length as points with a space before it. */
void pdf_write_length(struct buf *out, pt64 length);

/* Reads the next character of a UTF-8 text, U+FFFD where it is broken; moves *text on. */
uint32_t pdf_next_character(const char **text, const char *end);

/* Writes a character in UTF-16BE to units, two or four bytes; returns how many. */
size_t pdf_utf16(uint32_t character, unsigned char bytes[4]);

/* Appends a URI, which is ASCII (RFC 3986): other bytes become %XX. */
void pdf_write_uri(struct buf *out, const char *uri);

#endif
