/* The lines of the files that diagnostics are about, and what stands at a place. */
#ifndef PYKALA_REPORT_LINES_H
#define PYKALA_REPORT_LINES_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

/* The file that was read last: sorted diagnostics come file by file. All zero is none. */
struct lines {
    char *path;
    struct buf bytes;
    size_t *starts; /* of each line; one more behind the last */
    size_t count;
};
void lines_free(struct lines *lines);

/* The part of a line around a place, at most LINES_SHOWN characters of it. */
enum { LINES_SHOWN = 96 };
struct lines_excerpt {
    const char *text;
    size_t size, caret;          /* bytes; where the place is in it */
    size_t mark_begin, mark_end; /* what the place is of: a value, a name, a word */
    bool is_cut_before, is_cut_behind;
};

/* Returns false when the file can't be read or has no such place. The excerpt lives until the next
 * call. */
bool lines_excerpt(struct lines *lines, const struct diag_place *place,
                   struct lines_excerpt *excerpt);

/* What the place is of, whole: its text lives as that of an excerpt; columns are characters, and
 * none when the place is at an empty value or at the end of the line. */
struct lines_mark {
    const char *text;
    size_t size;
    int columns;
};
bool lines_mark(struct lines *lines, const struct diag_place *place, struct lines_mark *mark);

/* A line as it is in the file, without its end. */
bool lines_line(struct lines *lines, const struct diag_place *place, const char **text,
                size_t *size);

/* What the place is of: an element, or an attribute of one, and its value in the file. */
struct lines_field {
    const char *element, *attribute, *value; /* each may be NULL */
};
struct lines_field lines_field(struct lines *lines, const struct diag_place *place,
                               struct arena *arena);

#endif
