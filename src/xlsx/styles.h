/* Styles of a workbook, of which only the number format counts. */
#ifndef PYKALA_XLSX_STYLES_H
#define PYKALA_XLSX_STYLES_H

#include "xlsx/format.h"
#include "xlsx/package.h"

#include "base/buf.h"

enum { STYLES_MOST = 65536 /* of a workbook */, STYLES_FORMATS = 4096 /* of one's own */ };

struct styles {
    struct buf formats; /* an enum format for each of the cells' styles */
};

/* Reads the part; the caller frees the styles whatever comes of it. Returns false when it can't be
 * read, which is reported. */
bool styles_read(struct package *package, const char *part, struct styles *styles);
void styles_free(struct styles *styles);

/* Returns the format of a style; of one that isn't there a plain number's. */
enum format styles_format(const struct styles *styles, long style);

#endif
