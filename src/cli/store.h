/* The answers that a project has received: one at its place, the earlier ones kept beside it. */
#ifndef PYKALA_CLI_STORE_H
#define PYKALA_CLI_STORE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

#include <stdbool.h>

/* Opens a project's folder and waits until nobody else receives files there. Returns the lock,
 * which ends with the process, however that ends; or -1, and adds a failure. */
int store_lock(const char *folder, struct diags *diags);
void store_unlock(int lock);

enum store_outcome {
    STORE_FAILED,   /* as diags says; what was there before is there still */
    STORE_NEW,      /* nothing stood there */
    STORE_REPLACED, /* the earlier one is kept */
    STORE_AGAIN,    /* the same bytes stand there already */
    STORE_OUTDATED  /* the same bytes are kept as an earlier one: the later one stays */
};

/* A party's answers. */
struct store_answers {
    const struct buf *record;   /* as XML */
    const struct buf *workbook; /* that the XML was made of; NULL when XML came */
};

/*
 * Puts answers to a place from the project's folder, FOLDER/YEAR/PARTY.xml or .xlsx: the record
 * becomes PARTY.xml and the workbook, if one came, PARTY.xlsx beside it. What stood there in either
 * form becomes FOLDER/YEAR/aiemmat/PARTY-N.xml and .xlsx first. Whenever this ends, the record that
 * stands there is the earlier one or the new one, whole, with no workbook beside it but its own;
 * what a kill leaves undone is done when the same answers are put again. To be called under the
 * lock.
 */
enum store_outcome store_put(const char *folder, const char *place,
                             const struct store_answers *answers, struct diags *diags);

#endif
