/* The texts that a workbook's cells share. */
#ifndef PYKALA_XLSX_STRINGS_H
#define PYKALA_XLSX_STRINGS_H

#include "base/arena.h"
#include "base/buf.h"
#include "xlsx/package.h"

struct strings {
    struct buf texts; /* a const char * for each, in the arena */
};

/* Reads the part; the caller frees the list whatever comes of it. Returns false when it can't be
 * read, which is reported. */
bool strings_read(struct package *package, const char *part, struct arena *arena,
                  struct strings *strings);
void strings_free(struct strings *strings);

/* Returns the text of that number, from 0, or NULL when there is none. */
const char *strings_at(const struct strings *strings, long number);

#endif
