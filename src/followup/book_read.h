/*
 * A workbook of answers while it is being read. book_sheet.c finds the rows and columns and says
 * what is wrong with a cell, book_xml.c makes the XML, book_load.c goes through all of it.
 */
#ifndef PYKALA_FOLLOWUP_BOOK_READ_H
#define PYKALA_FOLLOWUP_BOOK_READ_H

#include "followup/book.h"
#include "followup/followup_private.h"
#include "xlsx/xlsx.h"

/* The words of a key: "mittari", its kind, measure, indicator and unit. */
enum { BOOK_WORDS = 5 };

/* A row that has an id. */
struct book_row {
    int line;                      /* in the sheet, from 1 */
    const char *words[BOOK_WORDS]; /* the last is the rest; "" where there are fewer */
};

struct book_reading {
    const char *path;
    const struct xlsx_sheet *sheet, *facts;
    int columns[BOOK_COLUMNS]; /* 0 for one that is gone */
    struct book_row *rows;
    size_t row_count;
    bool is_touched; /* something has been filled in */
    size_t errors;
    struct arena *arena;
    struct diags *diags;

    /* The XML, and the cell that each of its lines comes from. */
    struct buf xml;
    const char **cells;
    size_t line_count, line_capacity;
};

/* Finds the form's sheets, columns and rows. Reports a workbook that isn't such a form and returns
 * false. */
bool book_find(struct book_reading *reading, const struct xlsx_book *book);

/* Returns a fact of the hidden sheet; "" for none. */
const char *book_fact(const struct book_reading *reading, const char *name);

/* Returns the id of the measure that a text names: by its number, id or name; NULL for none. */
const char *book_find_measure(const struct book_reading *reading, const char *text);

/* Returns the first row that begins with the words of a key (the second NULL: any); or NULL. */
const struct book_row *book_find_row(const struct book_reading *reading, const char *first,
                                     const char *second);

/* Returns what has been filled into a cell; NULL where it is blank, and for a formula without a
 * value and an error of the spreadsheet, which are reported. */
const struct xlsx_cell *book_cell(struct book_reading *reading, const struct book_row *row,
                                  enum book_column column);

/* Returns the cell's name, "Vastaukset!C12". */
const char *book_cell_name(const struct book_reading *reading, const struct book_row *row,
                           enum book_column column);

/* Reports a cell. Returns NULL. */
const char *book_report(struct book_reading *reading, const struct book_row *row,
                        enum book_column column, const char *hint, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Makes the XML of the rows, with the digest of the workbook; reports cells that aren't understood,
 * whose answers are left out. day stands for the day of the answers when that isn't understood. */
void book_make_xml(struct book_reading *reading, const char *digest, const char *day);

#endif
