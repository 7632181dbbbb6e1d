/*
 * Xlsx: an Excel workbook (Office Open XML) that anybody may have sent → its sheets' cells as a
 * person reads them. Transitional and strict workbooks, as Excel, LibreOffice and openpyxl write
 * them; of a workbook with macros the cells alone.
 *
 * In: a file, or its bytes. Out: sheets in the workbook's order, hidden ones, too, in the caller's
 * arena. Nothing that the workbook names outside itself is opened, and nothing in it is run or
 * calculated: of a formula there is the value that the program left which calculated it last.
 *
 * What can't be read is one error, and there is no book: [xlsx-kind] for another kind of file and
 * for one that a password protects, [xlsx-broken] for what is damaged or against the format,
 * [xlsx-limit] for what is more than is read, [file-…] as any file; a failure [library-missing].
 *
 * Memory is what the limits below let it be: the file, one piece of a part at a time, and in the
 * arena the shared strings (no more bytes than are unpacked) and some 100 bytes a cell.
 */
#ifndef PYKALA_XLSX_XLSX_H
#define PYKALA_XLSX_XLSX_H

#include "base/arena.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    XLSX_FILE_SIZE = 16 * 1024 * 1024,     /* bytes of the file */
    XLSX_PART_SIZE = 64 * 1024 * 1024,     /* bytes of a part, unpacked */
    XLSX_UNPACKED_SIZE = 96 * 1024 * 1024, /* bytes of all parts that are read */
    XLSX_RATIO = 200,                      /* unpacked to packed, in a part of over a MiB */
    XLSX_PARTS = 4096,
    XLSX_SHEETS = 256,
    XLSX_CELLS = 500000, /* of all sheets, blank ones that have a format with them */
    XLSX_STRINGS = 500000,
    XLSX_CELL_LENGTH = 32767, /* characters */
    XLSX_DEPTH = 64,          /* elements inside each other */
    XLSX_ROWS = 1048576,
    XLSX_COLUMNS = 16384
};

enum xlsx_kind {
    XLSX_TEXT,
    XLSX_NUMBER,
    XLSX_DATE,
    XLSX_BOOLEAN,
    XLSX_ERROR,
    XLSX_NO_VALUE /* a formula that no program has left a value of */
};

/*
 * A cell that isn't blank. Its text is UTF-8:
 *
 * - a text as it is: pieces of rich text joined, phonetic guides left out, line breaks as \n,
 *   spaces at its ends kept where the file says so;
 * - a number plainly, without an exponent, "52.3", in the fewest of at most 15 digits, which are
 *   what Excel has; where the cell shows per cent, as a person sees it, "52.3 %", though the file
 *   has 0.523; a currency's sign, thousands and rounding of a format don't count;
 * - a date, whatever its format and the workbook's date system, "2026-11-09", without a time of
 *   day. A time without a date is the text "9:30" (hours may be more than 24). What stands in a
 *   date's format but is no day of the years 1900 to 9999 is a number;
 * - a boolean "true" or "false", an error "#REF!", XLSX_NO_VALUE "".
 */
struct xlsx_cell {
    int row, column; /* from 1 */
    enum xlsx_kind kind;
    const char *text;
};

struct xlsx_sheet {
    const char *name;
    bool is_hidden;
    const struct xlsx_cell *cells; /* by rows, then by columns; blank ones are left out */
    size_t count;
};

struct xlsx_book {
    const struct xlsx_sheet *sheets;
    size_t count;
};

/* Reads the workbook at path. Returns NULL when it can't be read, which is reported. */
const struct xlsx_book *xlsx_read(const char *path, struct arena *arena, struct diags *diags);

/* Reads the bytes of a workbook, which diagnostics call name, as xlsx_read does. */
const struct xlsx_book *xlsx_read_bytes(const char *name, const void *bytes, size_t size,
                                        struct arena *arena, struct diags *diags);

/* Returns the cell, or NULL when it is blank. */
const struct xlsx_cell *xlsx_cell_at(const struct xlsx_sheet *sheet, int row, int column);

/* Returns what people call a cell of the sheet, "Vastaukset!C12", in the arena. */
const char *xlsx_name(const struct xlsx_sheet *sheet, int row, int column, struct arena *arena);

#endif
