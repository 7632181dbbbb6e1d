/* Files as they were when they were first read, or with other bytes: whoever reads through a
 * snapshot sees one state of them all, whatever becomes of the files. */
#ifndef PYKALA_BASE_SNAPSHOT_H
#define PYKALA_BASE_SNAPSHOT_H

#include "base/buf.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

struct snapshot;

/* Returns an empty snapshot, owned by the caller (snapshot_free, which takes NULL, too). */
struct snapshot *snapshot_new(void);
void snapshot_free(struct snapshot *snapshot);

/* Reads a file as file_read does; once it has been read, its bytes stay those of the first time.
 * Without a snapshot (NULL) it reads the file itself. */
bool snapshot_read(struct snapshot *snapshot, const char *path, size_t limit, struct diags *diags,
                   struct buf *out);

/* Returns the bytes of a file that has been read, under whatever path; NULL when it has not. They
 * are the snapshot's, until they are replaced. */
const struct buf *snapshot_find(const struct snapshot *snapshot, const char *path);

/* Puts a copy of other bytes in place of those of a file that has been read. */
void snapshot_replace(struct snapshot *snapshot, const char *path, const struct buf *bytes);

#endif
