/*
 * Files that wait for the disk at the same time. A disk that is asked to keep many files at once
 * takes hardly longer than for one: file systems write the journal, and disks empty their caches,
 * for all that wait.
 *
 * Each file is written as file_write does it: it is there whole or not at all. What a process
 * leaves that is killed meanwhile file_sweep removes.
 */
#ifndef PYKALA_BASE_FLUSH_H
#define PYKALA_BASE_FLUSH_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

struct flush;

/* Begins to write files, each under another name. Until the end signals that stop the process are
 * held back. */
struct flush *flush_begin(void);

/*
 * Writes a file, which gets its name soon: this waits only where too many wait already. Returns
 * false when it can't be written, or an earlier one couldn't; of all only the first is told, by a
 * failure [file-write].
 */
bool flush_write(struct flush *flush, const char *path, const void *bytes, size_t size,
                 struct diags *diags);

/* Waits until all have their names, and frees. Returns how many have got none of those for which
 * flush_write returned true. */
size_t flush_end(struct flush *flush, struct diags *diags);

#endif
