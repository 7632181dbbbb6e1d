/*
 * Files with changes made to them by a fuzzer's bytes: elements are taken away, doubled and moved,
 * and values are exchanged for others, so that much of what comes out is still valid.
 */
#ifndef PYKALA_TESTS_FUZZ_EDITS_H
#define PYKALA_TESTS_FUZZ_EDITS_H

#include "fuzz.h"

#include "base/buf.h"

#include <libxml/tree.h>

enum { EDITS_FILES = 5 };

/* The files as they are, read once; one of these a process. */
struct edits_base {
    const char *source; /* the folder that they come from */
    const char *names[EDITS_FILES];
    size_t count;
    size_t fixed; /* that many of the first are never changed */

    /* What edits_open and edits_make fill in. */
    const char *folder; /* in memory, removed at the end of the process */
    xmlDocPtr trees[EDITS_FILES];
    bool is_changed[EDITS_FILES]; /* in the last edits */
};

/* Reads the files and writes them, as they are, into a folder of this process's own. */
void edits_open(struct edits_base *base);

/* Writes one or all of the files changed, and those as they are that were changed before. */
void edits_make(struct edits_base *base, struct fuzz *fuzz);

/* Where a file is in the folder. */
void edits_path(const struct edits_base *base, size_t file, struct buf *path);

#endif
