/* The bookmarks (ISO 32000-1 12.3.3). */
#ifndef PYKALA_PDF_OUTLINE_H
#define PYKALA_PDF_OUTLINE_H

#include "pdf/file.h"

/*
 * Writes the outline and sets file->outline_root, or leaves that NULL when there are no bookmarks.
 * Returns false and adds a failure when one leads to a tag that stands nowhere.
 */
bool pdf_outline_write(struct pdf_file *file);

#endif
