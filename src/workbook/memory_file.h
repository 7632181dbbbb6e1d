/* Files in memory. libxlsxwriter writes each part of a workbook to a temporary file, and doesn't
 * look whether there was room for it: on a full disk a sheet would lose its end. Here the parts are
 * memory, of which there is enough or the process ends. */
#ifndef PYKALA_WORKBOOK_MEMORY_FILE_H
#define PYKALA_WORKBOOK_MEMORY_FILE_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdio.h>

/* Opens an empty file that has a name, but none in a folder. Returns NULL, with errno, when there
 * is none to be had. Whoever writes to it has to look for errors, as with any file. */
FILE *memory_file_open(void);

/* Appends the name by which this process can open the file again. */
void memory_file_name(FILE *file, struct buf *name);

/* Appends all that is in the file. Returns false when it can't be read. */
bool memory_file_read(FILE *file, struct buf *out);

#endif
