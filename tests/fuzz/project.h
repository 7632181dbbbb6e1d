/* A small project changed by a fuzzer's bytes. */
#ifndef PYKALA_TESTS_FUZZ_PROJECT_H
#define PYKALA_TESTS_FUZZ_PROJECT_H

#include "edits.h"
#include "input/input.h"

/* Only what has been changed is read anew: the rest is the same in every run. */
struct edited {
    const struct input_project *project; /* NULL when its project file can't be used */
    struct input_project *whole, parts;
    struct input_version plan; /* the only one of parts */
    bool is_read[EDITS_FILES]; /* of parts */
};

/* Makes and loads a changed project; edited is zeroed before. */
void project_edit(struct fuzz *fuzz, const struct schema *schema, struct diags *diags,
                  struct edited *edited);
void project_free(struct edited *edited);

#endif
