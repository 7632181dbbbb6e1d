/* The limits of a PDF/A file (ISO 19005-2 6.1.13) that a document may exceed. The others hold by
 * the way a file is made: every page is A4, no graphics state is nested more than once, and names
 * are the program's own or a font's. */
#ifndef PYKALA_PDF_LIMIT_H
#define PYKALA_PDF_LIMIT_H

#include "pdf/file.h"
#include "text/pile.h"

enum {
    PDF_MOST_STRING = 32767, /* bytes */
    PDF_MOST_LINKS = 32767   /* on a page, which libharu takes */
};

/*
 * Looks at the texts that the file holds as strings: titles, alternative texts, languages, ids,
 * addresses. Adds an error [pdf-limit] for each that is too long, and returns false when one is.
 */
bool pdf_limit_texts(const struct pdf_file *file);

/* Returns false and adds an error [pdf-limit] when count objects are too many. */
bool pdf_limit_objects(const struct pdf_file *file, size_t count);

/* Returns the same for links on a page, which counts from 0. */
bool pdf_limit_links(const struct pdf_file *file, size_t page, size_t count);

/* Returns the same for each letter of a run with its marks. The page counts from 0. */
bool pdf_limit_run(const struct pdf_file *file, size_t page, const struct page_run *run);

#endif
