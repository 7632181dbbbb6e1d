/* Files that are not in UTF-8: they are read as what they seem to be, so that all else that is
 * wrong in them is reported in the same run. */
#ifndef PYKALA_XML_ENCODING_H
#define PYKALA_XML_ENCODING_H

#include "base/buf.h"
#include "xml/source.h"

/*
 * Makes UTF-8 of bytes that are UTF-16, or in which there are bytes that are not UTF-8: those are
 * read as Windows-1252, of which Latin-1's letters are part. Returns the name of the encoding that
 * the bytes seem to be in, and where, in the UTF-8, they first are not UTF-8; "" when that is not
 * known, NULL when all are UTF-8.
 */
const char *encoding_recode(struct buf *bytes, size_t *where);

/* Reports that the file is not in UTF-8, or says so of itself; once. wrong is what encoding_recode
 * has returned. Returns false when it can't be read at all. */
bool encoding_check(struct source *source, const char *wrong, struct diags *diags);

#endif
