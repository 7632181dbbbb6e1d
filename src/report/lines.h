/* The lines of the files that diagnostics are about, and what stands at a place. */
#ifndef PYKALA_REPORT_LINES_H
#define PYKALA_REPORT_LINES_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

/* The place that was sought last. */
struct lines_last {
    int line, column;
    size_t offset;
};

/* How far the tags have been read (field.c): the elements that are open at an offset, and the tag
 * that begins there. */
struct lines_open {
    size_t offset, tag_end;
    size_t *tags; /* the '<' of each start tag */
    size_t count, capacity;
};

/* The file that was read last: sorted diagnostics come file by file. All zero is none. */
struct lines {
    char *path;
    struct buf bytes;
    size_t *starts; /* of each line; one more behind the last */
    size_t count;
    struct lines_last last;
    struct lines_open open;
};
void lines_free(struct lines *lines);

/* Finds the offset of a place; the bounds of its line, without its end. */
bool lines_find(struct lines *lines, const struct diag_place *place, size_t *begin, size_t *end,
                size_t *offset);

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
bool lines_excerpt(struct lines *lines, const struct diag *diag, struct lines_excerpt *excerpt);

/* What a diagnostic is of: what its message quotes first, where that stands at the place; else the
 * name, value or word that begins there, or the first thousands of characters of it: its text lives
 * as that of an excerpt; columns are characters, and none when the place is at an empty value or at
 * the end of the line. */
struct lines_mark {
    const char *text;
    size_t size;
    int columns;
};
bool lines_mark(struct lines *lines, const struct diag *diag, struct lines_mark *mark);

/* A line as it is in the file, without its end. */
bool lines_line(struct lines *lines, const struct diag_place *place, const char **text,
                size_t *size);

/* What a diagnostic is of: an element, or an attribute of one, and its value in the file; inside a
 * text the mark alone. */
struct lines_field {
    const char *element, *attribute, *value; /* each may be NULL */
};
struct lines_field lines_field(struct lines *lines, const struct diag *diag, struct arena *arena);

#endif
