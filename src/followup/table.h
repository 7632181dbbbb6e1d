/*
 * Tables: a summary (followup.h) as one table for each kind of element in it, for the forms that
 * have rows and columns. In: the summary tree. Out: tables, which are constants, their rows, which
 * are the tree's elements, and the cells' texts.
 */
#ifndef PYKALA_FOLLOWUP_TABLE_H
#define PYKALA_FOLLOWUP_TABLE_H

#include "base/buf.h"
#include <libxml/tree.h>

#include <stdbool.h>
#include <stddef.h>

enum table_kind {
    TABLE_ID,    /* an id, or a word of the vocabulary */
    TABLE_TEXT,  /* somebody's words */
    TABLE_DATE,  /* 2027-01-31 */
    TABLE_COUNT, /* a whole number */
    TABLE_LABEL, /* a whole number that names something: a year, a line */
    TABLE_SHARE, /* per cent */
    TABLE_VALUE, /* any other number */
};

enum table_source {
    TABLE_OWN,       /* the row's attribute or child of that name; "teksti" its own text, too */
    TABLE_OUTER,     /* its attribute, or that of the nearest element around it that has one */
    TABLE_OF_REMARK, /* whether its remark is public */
};

struct table_column {
    const char *name;
    enum table_kind kind;
    enum table_source source;
};

struct table {
    const char *name;   /* of its elements */
    const char *parent; /* of the elements around them */
    const struct table_column *columns;
    size_t count;
};

/* Return the tables, in the order in which they are written; find returns NULL for another name. */
size_t table_count(void);
const struct table *table_at(size_t index);
const struct table *table_find(const char *name);

/* Returns whether a column's cells are numbers. */
bool table_is_number(const struct table_column *column);

/* Returns a table's column, or NULL. */
const struct table_column *table_column(const struct table *table, const char *name);

/* Returns the table's first row in a summary, or the one after row; NULL after the last. */
const xmlNode *table_next(const struct table *table, const xmlNode *summary, const xmlNode *row);

/* Appends a cell's text on one line, as clean_value does; nothing where the row has none. */
void table_cell(const xmlNode *row, const struct table_column *column, struct buf *out);

#endif
