/* The lines of the files that diagnostics are about, and the texts at places. */
#ifndef PYKALA_REPORT_LINES_H
#define PYKALA_REPORT_LINES_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

/* The last place that was sought. */
struct lines_last {
    int line, column;
    size_t offset;
};

/* The last file that was read: sorted diagnostics come file by file. All zero is none. */
struct lines {
    char *path;
    struct buf bytes;
    size_t *starts; /* of each line, and the end of the last */
    size_t count;
    struct lines_last last;
};
void lines_free(struct lines *lines);

/* The part of a line around a place, at most LINES_SHOWN characters of it. */
enum { LINES_SHOWN = 96 };
struct lines_excerpt {
    const char *text;
    size_t size, caret;          /* bytes; where the place is in it */
    size_t mark_begin, mark_end; /* of the value, name or word at the place */
    bool is_cut_before, is_cut_behind;
};

/* Finds the excerpt around a place. Returns false when the file can't be read or has no such place.
 * The excerpt lives until the next call. */
bool lines_excerpt(struct lines *lines, const struct diag_place *place,
                   struct lines_excerpt *excerpt);

/* The text at a place, as far as its line: it lives as long as an excerpt's; columns are
 * characters. */
struct lines_mark {
    const char *text;
    size_t size;
    int columns;
};
bool lines_mark(struct lines *lines, const struct diag_place *place, struct lines_mark *mark);

/* Finds a line as it is in the file, without its end. */
bool lines_line(struct lines *lines, const struct diag_place *place, const char **text,
                size_t *size);

#endif
