/*
 * The structure tree (ISO 32000-1 14.7–14.8): elements in reading order from the tag tree, the
 * marked content and annotations that they hold, and the parent tree that leads back.
 */
#ifndef PYKALA_PDF_STRUCTURE_H
#define PYKALA_PDF_STRUCTURE_H

#include "pdf/file.h"

/* Makes room for the marks of pages and annotations. */
void pdf_structure_begin(struct pdf_file *file);

/* Records a stretch of the page's content that belongs to the leaf; returns its MCID. */
int pdf_structure_mark(struct pdf_file *file, size_t page, const struct page_tag *leaf);

/* Records an annotation that belongs to the leaf; returns its key in the parent tree. */
int pdf_structure_annotation(struct pdf_file *file, size_t page, const struct page_tag *leaf,
                             HPDF_Dict annotation);

/* Records where a piece of a figure's picture stands. */
void pdf_structure_picture(struct pdf_file *file, const struct page_tag *leaf,
                           const struct page_box *box);

/* Writes the whole tree, and ties the pages to it. */
void pdf_structure_write(struct pdf_file *file);

#endif
