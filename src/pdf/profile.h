/*
 * The colour profile of sRGB (IEC 61966-2-1), which PDF/A wants in the file: three primaries and a
 * curve, in the form of ICC.1:2004-10 (version 4.2, the latest that PDF 1.7 knows).
 */
#ifndef PYKALA_PDF_PROFILE_H
#define PYKALA_PDF_PROFILE_H

#include "base/buf.h"

/* Appends the profile: always the same 496 bytes. */
void pdf_profile_write(struct buf *out);

#endif
