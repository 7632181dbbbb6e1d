/* The reception of answers that came: each file is checked, and what is accepted is put into its
 * place. */
#ifndef PYKALA_CLI_RECEPTION_H
#define PYKALA_CLI_RECEPTION_H

#include "base/buf.h"
#include "cli/session.h"
#include "process/limits.h"

#include <stdbool.h>

/* A project that receives answers. */
struct reception {
    struct session session;
    const char *project, *folder; /* the project's file or folder, and its folder */
    const char *year;             /* whose answers it receives, in four digits; NULL: any */
    struct limits limits;         /* of a file */
};

/* What became of a file. */
enum reception_outcome {
    RECEPTION_FAILED,   /* the machine is at fault, or a signal came: all is as it was */
    RECEPTION_WAITS,    /* it can't be compared with the project, which is to be mended first */
    RECEPTION_RETURNED, /* it is to be mended, or filled in, and sent again */
    RECEPTION_TAKEN     /* its answers stand in the project */
};

/* What came of receiving a file. */
struct reception_result {
    enum reception_outcome end;
    int status; /* of the command, were this its only file */

    /* The receipt as plain text and as HTML, owned by the caller; empty where there is none. Where
     * the machine failed, the text says why, and is nothing for the sender. */
    struct buf text, page;
};

/* Receives the file at path, "-" for standard input, which its sender calls name. Nobody else
 * receives one into the project meanwhile. What can't be read is told on standard error. */
struct reception_result reception_receive(struct reception *reception, char *path,
                                          const char *name);

/* Frees a result's receipts. */
void reception_end(struct reception_result *result);

/* Writes the receipts of a result to PATH.txt and PATH.html. Adds a failure and returns false when
 * that can't be done. */
bool reception_write_receipt(const struct reception_result *result, const char *path,
                             struct diags *diags);

/* Returns the worse of two statuses: 3, 1, 4, 0; a signal's is the worst. */
int reception_worse(int one, int other);

#endif
