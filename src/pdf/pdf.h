/*
 * PDF: finished pages → one tagged file that is PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2)
 * at once, on libharu's object layer.
 *
 * In: a page document, whose fonts are text's. Out: the bytes of the file, the same for the same
 * pages. The time of making is that of SOURCE_DATE_EPOCH, or left out.
 */
#ifndef PYKALA_PDF_PDF_H
#define PYKALA_PDF_PDF_H

#include "base/buf.h"
#include "base/diag.h"
#include "page/page.h"

#include <stdbool.h>

/*
 * Appends the file to *out. name is what diagnostics call the paper. Returns false, leaves *out as
 * it was, and adds an error [image-…] for an image that can't be decoded or [pdf-limit] for what a
 * PDF/A file may not hold, or a failure when libharu or the subsetter fails or the pages contradict
 * themselves (content without a tag, a link to a tag that stands nowhere).
 */
bool pdf_write(const struct page_document *document, const char *name, struct diags *diags,
               struct buf *out);

#endif
