/*
 * Page documents set one after another in a worker, since anybody may have made them: one that
 * takes too much, or brings its worker down, costs itself only. They share what a worker learns of
 * words.
 */
#ifndef PYKALA_CLI_TYPESETTING_H
#define PYKALA_CLI_TYPESETTING_H

#include "cli/session.h"
#include "cli/stage.h"
#include "process/limits.h"
#include "process/watch.h"

#include <stdbool.h>
#include <stddef.h>

struct typesetting_order {
    char *const *documents;
    size_t count;
    const char *theme;  /* NULL: the default one */
    const char *output; /* a file, or a folder where there are several documents; NULL: the texts go
                           to standard output */
    enum paper_stage stage;
    struct limits limits; /* of a document */
};

/* Returns the name of a document's result, in the arena. */
const char *typesetting_file(const struct typesetting_order *order, const char *document,
                             struct arena *arena);

/* Returns a file's name without folders and its ending, in the arena or in the path. */
const char *typesetting_stem(const char *path, struct arena *arena);

struct typesetting;

/* Prepares to set the documents once; owned by the caller. All arguments must outlive it, but for
 * the watch (may be NULL), to which all that the results come from is named. */
struct typesetting *typesetting_new(struct session *session, const struct typesetting_order *order,
                                    struct watch *watch);
void typesetting_free(struct typesetting *setting);

/* Sets the documents and adds their diagnostics to the session's in their order. A document that
 * fails doesn't stop the others, but a file that can't be written does. Returns the number of the
 * signal that stopped it, or 0; *made is how many documents were made. */
int typesetting_run(struct typesetting *setting, size_t *made);

/* Lets the session learn the words of the results, for a later round. Needs a watch, whose signals
 * end it. */
void typesetting_learn(const struct typesetting *setting);

#endif
