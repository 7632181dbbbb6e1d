/* libxlsxwriter, which hardly any start needs: opened when a workbook is made. It brings minizip
 * and OpenSSL's libcrypto. */
#ifndef PYKALA_WORKBOOK_WRITER_H
#define PYKALA_WORKBOOK_WRITER_H

#include "base/shared.h"

#include <xlsxwriter.h>

struct writer {
#define FUNCTION SHARED_POINTER
#include "workbook/writer.def"
#undef FUNCTION
};

/* Opens the library. Adds a failure [library-missing] and returns false when that can't be done. */
bool writer_open(struct writer *writer, struct diags *diags);

#endif
