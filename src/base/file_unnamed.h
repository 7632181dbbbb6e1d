/*
 * Files between the two steps of writing: whole under a temporary name, and not yet on the disk.
 * For file_write.c and flush.c alone.
 */
#ifndef PYKALA_BASE_FILE_UNNAMED_H
#define PYKALA_BASE_FILE_UNNAMED_H

#include "base/diag.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

enum { FILE_NAME_ROOM = 52 };

struct file_unnamed {
    int folder, fd; /* open; fd holds a lock, which says that the file is no remnant */
    char temporary[FILE_NAME_ROOM];
    const char *name; /* that it gets in the folder: a part of its path */
};

/* Writes the bytes as file_write does, but for the last step: file is to be given its name. The
 * path must outlive it; the caller holds the signals. Adds a failure and returns false, with
 * nothing left, where that can't be done. */
bool file_write_unnamed(const char *path, const void *bytes, size_t size, struct diags *diags,
                        struct file_unnamed *file);

/* Waits until a file is on the disk, gives it its name and closes it. On failure removes it, leaves
 * an earlier file as it was, says why in errno and returns false. Allocates nothing. */
bool file_give_name(struct file_unnamed *file);

/* Reports why a file could not be written, by errno. Returns false. */
bool file_cannot_write(struct diags *diags, const char *path);

/* Holds back the signals that would end the process and leave temporary files. */
void file_hold_signals(sigset_t *before);

#endif
