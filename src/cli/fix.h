/* check --fix: certain corrections made in copies of files, until nothing more is certain. */
#ifndef PYKALA_CLI_FIX_H
#define PYKALA_CLI_FIX_H

#include "cli/command.h"
#include "cli/findings.h"
#include "schema/schema.h"

#include <stdbool.h>
#include <stddef.h>

/* A correction may show a fault that another hid, so files are checked and corrected in rounds. */
enum { FIX_ROUNDS = 8 };

/* How files are examined again and again. */
struct fixing {
    struct schema *schema;
    /* What messages call a file that is read under another path, and that path; NULL for none. */
    const char *name, *path;
    void (*examine)(const void *context, struct findings *findings);
    const void *context;
};

/* Examines files, makes what can be corrected for certain in a copy in memory, and examines that.
 * Adds what is found at last, and the corrected files. */
void fix_files(const struct fixing *fixing, struct findings *findings);

/* Where the copies go. */
struct fix_order {
    const struct command *command;
    const char *folder;
    const char *project, *place; /* in which a file was checked as if it stood there; or NULL */
};

/* Returns whether no file that was named stands in the folder of the copies: nothing is written
 * over. Says so on standard error else. */
bool fix_may_begin(const struct fix_order *order, char **paths, size_t count);

/* Gives each corrected file the path of its copy. Returns false, and says why on standard error,
 * where two would have the same one, or one would be written over a file or out of the folder. */
bool fix_name_copies(const struct fix_order *order, struct findings *findings);

/* Writes the copies, and calls the files so in what was found. Returns false, and says why on
 * standard error, when one could not be written. */
bool fix_write(struct findings *findings);

#endif
