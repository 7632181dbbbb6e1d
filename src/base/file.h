/*
 * Files: read whole within a limit, written so that they appear whole or not at all.
 */
#ifndef PYKALA_BASE_FILE_H
#define PYKALA_BASE_FILE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

#include <sys/types.h>

/*
 * Reads a regular file of at most limit bytes into *out (emptied first; owned by the caller).
 * A missing file, a directory, a device or pipe, or one that is too large adds an error
 * [file-…] and returns false; a machine's fault adds a failure.
 */
bool file_read(const char *path, size_t limit, struct diags *diags, struct buf *out);

/* Reports why a file or folder could not be opened, by errno: an error, or a failure where the
 * machine is at fault. Returns false. */
bool file_cannot_open(const char *path, struct diags *diags);

/*
 * Writes the bytes to path: to a temporary file in the same folder, fsync, rename. The folder is
 * made where it is missing, and from then on the same one, though it be renamed. Only a plain file,
 * or a link to one, is replaced. On failure adds a failure [file-write], removes the temporary
 * file, leaves any earlier file as it was, and returns false.
 */
bool file_write(const char *path, const void *bytes, size_t size, struct diags *diags);

/* A folder that files are written to: once open it is the same one, whatever becomes of its name.
 */
struct file_folder {
    int fd;
    const char *path; /* the caller's: what diagnostics call it */
};

/* Makes a folder where it is missing, and opens it. When that can't be done or it may not be
 * written to, adds a failure [file-write], leaves nothing open and returns false. */
bool file_folder_open(const char *path, struct file_folder *folder, struct diags *diags);
void file_folder_close(struct file_folder *folder);

/* Writes a file below an open folder, as file_write does; name may have folders of its own. */
bool file_folder_write(const struct file_folder *folder, const char *name, const void *bytes,
                       size_t size, struct diags *diags);

/* Sweeps an open folder and the folders in it, as file_sweep does. */
void file_folder_sweep(const struct file_folder *folder);

/* Returns whether a path leads out of a folder once links are followed. A path to nothing leads
 * where its folder or its link does. */
bool file_leads_out(const char *path, const char *folder);

/* Returns whether a path is there and below a folder, links followed. What cannot be found out is
 * not below. */
bool file_is_below(const char *path, const char *folder);

/* Removes temporary files that killed processes have left in a folder, but not those of processes
 * that write there now, on whatever machine. A folder that can't be read has none. */
void file_sweep(const char *folder);

/* The file or folder that a path leads to, links followed; zeroes where there is none. */
struct file_identity {
    dev_t device;
    ino_t inode;
};
struct file_identity file_identify(const char *path);

/* Return whether two files, or those of two paths, are there and the same. */
bool file_are_one(struct file_identity a, struct file_identity b);
bool file_is_same(const char *a, const char *b);

/* Returns whether there is a folder of that name, links followed. */
bool file_is_folder(const char *path);

/* Returns the last part of a path, where it stands there. */
const char *file_name(const char *path);

/* Returns whether a name has an ending such as ".xml", and something before it. */
bool file_has_ending(const char *name, const char *ending);

/* Returns a file's name with a number before its ending, in the arena: "joutsa-2.xml". */
const char *file_numbered(const char *name, int number, struct arena *arena);

/* Returns the folder that a file stands in, in the arena; "." when the path has none. */
const char *file_folder(const char *path, struct arena *arena);

/* Returns the path without slashes at its end, in the arena. */
const char *file_without_slashes(const char *path, struct arena *arena);

/* Makes a folder and its parents. Returns false and adds a failure when that can't be done. */
bool file_make_folder(const char *path, struct diags *diags);

#endif
