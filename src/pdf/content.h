/*
 * Page content streams: the items of a page as marked content, and the TJ arrays of its text.
 */
#ifndef PYKALA_PDF_CONTENT_H
#define PYKALA_PDF_CONTENT_H

#include "pdf/file.h"

/* Writes the content of all pages. Returns false after adding what is wrong. */
bool pdf_content_write(struct pdf_file *file);

#endif
