/*
 * The bytes of one input file and where things stand in them. A parsed tree points to its source
 * (xmlDoc._private), and each of its elements to its span (xmlNode._private); both live in the
 * source's arena, as long as the document.
 */
#ifndef PYKALA_XML_SOURCE_H
#define PYKALA_XML_SOURCE_H

#include "base/arena.h"
#include "base/blank.h"
#include "base/buf.h"
#include "base/diag.h"

#include <libxml/tree.h>

#include <stdbool.h>
#include <stddef.h>

enum {
    SOURCE_LIMIT = 16 * 1024 * 1024, /* bytes */
    SOURCE_DEPTH = 256,              /* elements inside each other */
    SOURCE_ELEMENTS = 200000,        /* a project has 500 */
    SOURCE_LENGTH = 10000000,        /* bytes of a text, tag or comment: what libxml2 takes */
    SOURCE_ERRORS = 1000,            /* reported: nobody wants more, and a byte is enough for one */
    SOURCE_STEP = 1024,
    SOURCE_ATTRIBUTES = 256 /* of one element: libxml2 compares each with each */
};

/* A change of the bytes as they are written. */
struct source_edit {
    size_t at, removed; /* in bytes */
    const char *text;   /* put in its place */
    bool is_invisible;  /* the text is kept in another form */
    size_t fault;       /* 1 + the index of the fault that is mended; or 0 */
};

/* A change that has been made. */
struct source_change {
    size_t written; /* its offset in the file */
    size_t at;      /* its offset in the changed bytes */
    size_t removed, added;
    bool is_invisible;
};

struct source {
    struct arena *arena;
    const char *path;
    struct buf bytes;              /* UTF-8 without a byte order mark */
    struct buf written;            /* before the changes; empty without any */
    struct source_change *changes; /* in the order of their places */
    size_t change_count;
    size_t faults;            /* faults of form that have been reported */
    const char *const *cells; /* of a made source: the workbook's cell of each line; else NULL */
    bool is_recoded;          /* the file is not in UTF-8, which has been reported */
    size_t recoded;           /* the first place that isn't UTF-8 */
    size_t *lines;            /* offset of each line's first byte */
    size_t line_count;
    size_t *characters; /* before each SOURCE_STEP bytes, so that long lines, too, are counted at
                           once */
};

/* An attribute of an element of which something has been reported: its value, or that it is
 * missing.
 */
struct source_fault {
    const char *attribute;
    const struct source_fault *next;
};

/* Where an element stands in the bytes. */
struct source_span {
    size_t start;                      /* of its '<' */
    size_t end;                        /* after its end tag */
    const struct source_fault *faults; /* of its attributes */
    bool faulty;                       /* an error of the element itself has been reported */
    bool has_strange_attribute;        /* one that it can't have has been reported */
    bool has_faulty_content;           /* an error of its text, or of what is missing in it */
    bool has_stray_text;
    bool is_copy;       /* it has been reported as a copy of another */
    bool lacks_content; /* an element has been taken out of it */
};

/* Reads a file, through a snapshot where there is one. Returns NULL and reports it when the file
 * can't be read or isn't UTF-8. */
struct snapshot;
struct source *source_read(const char *path, struct snapshot *snapshot, struct diags *diags);

/* Returns a source that was made of a workbook at path. Its places are the cells, one for each line
 * (NULL: the whole file), of which it takes no copy. */
struct source *source_made(const char *path, const struct buf *bytes, const char *const *cells);
void source_free(struct source *source);

/* Return the source of an element's tree, and its span; NULL for a tree that input has not parsed.
 */
const struct source *source_of(const xmlNode *element);
struct source_span *source_span(const xmlNode *element);

/* Remembers that an error of one of an element's attributes has been reported. */
void source_fault(const xmlNode *element, const char *attribute);

/* Makes changes, once for a source. They are in the order of their places and do not overlap.
 * Places stay those of the file. */
void source_apply(struct source *source, const struct source_edit *edits, size_t count);

/* Return whether bytes from an offset on differ from the file's, or the file ends before an offset.
 */
bool source_is_made_up(const struct source *source, size_t from, size_t to);
bool source_is_cut(const struct source *source, size_t offset);

/* Where an attribute stands in the bytes. */
struct source_attribute {
    size_t name, name_size;
    size_t value, end; /* of the value: its first byte, and its closing quotation mark */
};

/* Finds an attribute by its name as written. Returns false when the start tag doesn't have it. */
bool source_attribute(const struct source *source, size_t start, const char *name,
                      struct source_attribute *found);

/* Returns the offset in the file of an offset in the bytes. */
size_t source_written(const struct source *source, size_t offset);

/* Returns a stretch of the bytes, as far as it can be shown. */
struct diag_text source_text(const struct source *source, size_t from, size_t to);

/* Return the place of an offset, of a stretch of bytes, and of the tag's start, name, value or word
 * that begins at an offset. */
struct diag_place source_place(const struct source *source, size_t offset);
struct diag_place source_place_between(const struct source *source, size_t from, size_t to);
struct diag_place source_place_of_mark(const struct source *source, size_t offset);

/* Return the place of a start tag's name, and of an attribute's name or value, with their fields.
 */
struct diag_place source_tag_place(const struct source *source, size_t start);
struct diag_place source_name_place(const struct source *source, size_t start,
                                    const struct source_attribute *attribute);
struct diag_place source_value_place(const struct source *source, size_t start,
                                     const struct source_attribute *attribute);

/* Return the name of the tag that starts at an offset, and the field of an attribute. */
struct diag_text source_tag_name(const struct source *source, size_t start);
struct diag_field source_field(const struct source *source, size_t start,
                               const struct source_attribute *attribute);

/* Reports that there are more than SOURCE_ERRORS errors. */
void source_too_many_errors(struct diag_place place, struct diags *diags);

/* Returns the offset of the last '<' at or before an offset. */
size_t source_tag_start(const struct source *source, size_t offset);

/* Returns the offset of the last '<' or '&' before an offset, on its line; the offset itself for
 * none. */
size_t source_mark(const struct source *source, size_t offset);

/* Returns the offset after the start tag that begins at an offset. */
size_t source_tag_end(const struct source *source, size_t start);

/* Returns the first offset from the given one on without white space, comment or instruction. */
size_t source_skip_blank(const struct source *source, size_t offset);

#endif
