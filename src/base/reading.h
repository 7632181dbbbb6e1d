/* Which file a process reads, in memory that the process shares with the one that watches it. When
 * a library crashes, the watching process bars that file and starts the other anew: the crash costs
 * that file only. */
#ifndef PYKALA_BASE_READING_H
#define PYKALA_BASE_READING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { READING_BARRED = 8 /* files at most: a project with more of them is not read */ };

/* A file with the time of its last change: one that has been written anew is another. */
struct reading_file {
    uint64_t device, inode;
    int64_t size, seconds, nanoseconds; /* the last of its last change */
};

struct reading {
    bool has_current;
    struct reading_file current;
    size_t barred_count;
    struct {
        struct reading_file file;
        int signal; /* that ended the process which read it */
    } barred[READING_BARRED];
};

/* Returns count records, zeroed, in memory that forked processes share; NULL and errno when there
 * is none. Free them with their count. */
struct reading *reading_new(size_t count);
void reading_free(struct reading *readings, size_t count);

/* Records that the file at path is in hand now and returns 0. Of a barred file returns the signal
 * that ended the process which read it; the file is not in hand then. The record may be NULL:
 * nobody watches. */
int reading_begin(struct reading *reading, const char *path);
void reading_end(struct reading *reading);

/* Bars the file in hand, after a signal has ended the process that read it. Returns false when no
 * file was in hand, when a crash does not explain the signal, and when too many are barred. */
bool reading_bar(struct reading *reading, int signal);

#endif
