/* The figures of a year as files or on standard output: in which form, and where to. */
#ifndef PYKALA_CLI_FIGURES_H
#define PYKALA_CLI_FIGURES_H

#include "cli/command.h"
#include "followup/csv.h"

#include "base/buf.h"
#include "base/diag.h"

enum figures_format { FIGURES_CSV, FIGURES_JSON, FIGURES_XLSX };

struct figures {
    enum figures_format format;
    const char *output;        /* a folder for CSV, a file for a workbook; NULL: none */
    const struct table *table; /* the only one that is wanted; NULL: all */
    bool is_for_excel;
    char separator, decimal; /* 0: not said */
    struct csv_form csv;     /* what comes of these by figures_settle */
};

/* The letters of the options. --output is 'o'. */
enum figures_option {
    FIGURES_OPTION_FORMAT = 'f',
    FIGURES_OPTION_TABLE = 'k',
    FIGURES_OPTION_FOR = 'x',
    FIGURES_OPTION_SEPARATOR = 's',
    FIGURES_OPTION_DECIMAL = 'd',
};

/* Reads the value of one of these options, or of 'o'. Reports misuse and returns false. */
bool figures_option(const struct command *command, int option, const char *value,
                    struct figures *figures);

/* Returns whether the options go together; reports misuse when not. To be asked before the rest. */
bool figures_settle(const struct command *command, struct figures *figures);

/* The text of each table that is wanted, or all that there is of another format. */
struct figures_texts {
    struct buf *items;
    size_t count;
};

/* Makes the texts of a summary. folder is the project's. Reports faults and returns false. Owned by
 * the caller (figures_free), in either case. */
bool figures_make(const struct figures *figures, const xmlNode *summary, const char *folder,
                  struct diags *diags, struct figures_texts *texts);
void figures_free(struct figures_texts *texts);

/* Writes the texts to where they go: files, each whole or not at all, or standard output. Reports
 * faults. */
void figures_write(const struct figures *figures, const struct figures_texts *texts,
                   struct diags *diags);

#endif
