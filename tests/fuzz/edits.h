/*
 * A small project with changes made to it by a fuzzer's bytes: elements are taken away, doubled and
 * moved, and values are exchanged for others, so that much of what comes out is still valid.
 */
#ifndef PYKALA_TESTS_FUZZ_EDITS_H
#define PYKALA_TESTS_FUZZ_EDITS_H

#include "fuzz.h"

#include "input/input.h"

enum { EDITS_FILES = 5 };

/* A changed project. Only what has been changed is read anew: the rest is the same in every run. */
struct edited {
    const struct input_project *project; /* NULL when its project file can't be used */
    struct input_project *whole, parts;
    bool is_read[EDITS_FILES]; /* of parts */
};

/*
 * Makes and loads a changed project; edited is zeroed before. Its files stand in a folder in memory
 * that is removed at the end of the process.
 */
void edits_load(struct fuzz *fuzz, const struct input_schema *schema, struct diags *diags,
                struct edited *edited);
void edits_free(struct edited *edited);

#endif
