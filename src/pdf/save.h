/*
 * Writing the file. libharu can write only a table of cross-references and every object for itself,
 * so its part is done here: objects that are no streams stand deflated in object streams (ISO
 * 32000-1 7.5.7), and a cross-reference stream (7.5.8) says where all are.
 */
#ifndef PYKALA_PDF_SAVE_H
#define PYKALA_PDF_SAVE_H

#include "pdf/object.h"

/* Returns how many objects the file has at most when it is saved: its own streams are some, too. */
size_t pdf_save_count(const struct pdf_objects *objects);

/*
 * Appends the whole file to out. What goes wrong shows in libharu's error code; then what was
 * appended is not to be used.
 */
void pdf_save(const struct pdf_objects *objects, struct buf *out);

#endif
