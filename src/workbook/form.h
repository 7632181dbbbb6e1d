/* A party's workbook of answers, while it is being written: form.c says what stands in it,
 * form_row.c how a row looks. Words are Finnish, as those of the vocabulary: its readers are the
 * parties. */
#ifndef PYKALA_WORKBOOK_FORM_H
#define PYKALA_WORKBOOK_FORM_H

#include "base/arena.h"
#include "followup/book.h"
#include "followup/questions.h"
#include "workbook/writer.h"

enum form_format {
    FORM_TITLE,
    FORM_HEAD,  /* of a column */
    FORM_PART,  /* of the rows below */
    FORM_FIXED, /* locked text */
    FORM_NOTE,  /* locked text that is not cut into lines */
    FORM_TEXT,  /* to fill in, as the other ones below */
    FORM_NUMBER,
    FORM_DATE,
    FORM_FORMATS
};

struct form {
    struct writer writer;
    lxw_workbook *library;
    lxw_worksheet *sheet;
    lxw_format *formats[FORM_FORMATS];
    struct book_facts facts;
    struct followup_questions questions;
    struct arena *arena;
    lxw_row_t line;  /* where the next row goes */
    lxw_error error; /* the first */
    struct diags *diags;
};

/* What can be written as an answer. */
enum form_answer {
    ANSWER_TEXT,
    ANSWER_DATE,
    ANSWER_WORDS,
    ANSWER_COUNT,
    ANSWER_SHARE,
    ANSWER_VALUE
};

/* A row to fill in. What is NULL stays blank. */
struct form_row {
    const char *key, *number, *question, *target, *previous, *unit;
    enum form_answer answer;
    const char *const *words; /* of ANSWER_WORDS, ended by NULL */
    const char *prompt;       /* how to answer */
    unsigned open;            /* FORM_OPEN of each column to fill in, beside the answer */
    int lines;                /* of the answer, at least */
};
#define FORM_OPEN(column) (1u << (column))

/* Sets the widths of the columns, and hides the one of the keys. */
void form_set_columns(struct form *form);

/* Write the hidden row of the columns' names and the row of their heads. */
void form_write_names(struct form *form);
void form_write_heads(struct form *form);

/* Writes a row that only names those below it. */
void form_write_part(struct form *form, const char *number, const char *text);

/* Writes a row to fill in. */
void form_write_row(struct form *form, const struct form_row *row);

/* Writes a text where there is one. */
void form_write_text(struct form *form, lxw_row_t line, lxw_col_t column, const char *text,
                     enum form_format format);

/* Keeps the first error. */
void form_note(struct form *form, lxw_error error);

/* Adds the rules for what may be written beside the answers, from first to the last row. */
void form_add_rules(struct form *form, lxw_row_t first);

/* Gives each column of the answers, from first to the last row, a name in the workbook. */
void form_name_columns(struct form *form, lxw_row_t first);

/* Adds the formats. */
void form_add_formats(struct form *form);

#endif
