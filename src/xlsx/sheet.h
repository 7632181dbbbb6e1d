/* The cells of a sheet. */
#ifndef PYKALA_XLSX_SHEET_H
#define PYKALA_XLSX_SHEET_H

#include "xlsx/strings.h"
#include "xlsx/styles.h"
#include "xlsx/xlsx.h"

/* What the sheets of a workbook share. */
struct shared {
    struct package *package;
    struct arena *arena;
    struct strings strings;
    struct styles styles;
    bool is_1904;
    size_t cells; /* of all sheets so far, blank ones with them */
};

/* Reads a part into the sheet, whose name is there already. Returns false when it can't be read,
 * which is reported. */
bool sheet_read_cells(struct shared *shared, const char *part, struct xlsx_sheet *sheet);

#endif
