/* libzip, which hardly any start needs: opened when a workbook is read. It brings OpenSSL's
 * libcrypto. */
#ifndef PYKALA_XLSX_LIBRARY_H
#define PYKALA_XLSX_LIBRARY_H

#include "base/shared.h"

#include <zip.h>

struct library {
#define FUNCTION SHARED_POINTER
#include "xlsx/library.def"
#undef FUNCTION
};

/* Opens the library. Adds a failure [library-missing] and returns false when that can't be done. */
bool library_open_zip(struct library *library, struct diags *diags);

#endif
