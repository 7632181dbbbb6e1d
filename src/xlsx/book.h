/* The main part of a workbook: its date system and its sheets. */
#ifndef PYKALA_XLSX_BOOK_H
#define PYKALA_XLSX_BOOK_H

#include "base/arena.h"
#include "base/buf.h"
#include "xlsx/package.h"

#include <stdbool.h>

struct book_sheet {
    const char *name, *id; /* the latter of a relationship */
    bool is_hidden;
};

struct book {
    bool is_1904;      /* days count from 1904 */
    struct buf sheets; /* struct book_sheet, whose strings are in the arena */
};

/* Reads the part; the caller frees the book whatever comes of it. Returns false when it can't be
 * read, which is reported. */
bool book_read(struct package *package, const char *part, struct arena *arena, struct book *book);
void book_free(struct book *book);

#endif
