/* Metadata: the Info dictionary and the XMP packet, which agree, and the output intent. */
#ifndef PYKALA_PDF_METADATA_H
#define PYKALA_PDF_METADATA_H

#include "pdf/file.h"

/* Writes all of it; the catalog's entries for it are added to catalog. */
void pdf_metadata_write(const struct pdf_file *file, struct buf *catalog);

#endif
