/* What was meant: the fewest repairs after which the children of an element fit its content model.
 */
#ifndef PYKALA_VALIDATION_ALIGN_H
#define PYKALA_VALIDATION_ALIGN_H

#include "schema/model.h"

enum align_kind {
    ALIGN_FITS,
    ALIGN_RENAMED, /* another name would fit */
    ALIGN_LEFT_OUT,
    ALIGN_MISSING /* nothing stands where something must */
};

struct align_step {
    enum align_kind kind;
    size_t child;       /* of the step, or the one before which something is missing */
    size_t from, state; /* of the model, before and after */
    /* The missing names, each of which would do. */
    const char **names;
    size_t name_count;
};

struct alignment {
    struct align_step *steps; /* in the order of the children */
    size_t count, capacity;
    size_t repairs;
};

struct align_child {
    const char *name;
    bool is_ours;       /* in our namespace */
    bool is_unknown;    /* no element of the schema has the name */
    bool may_replace;   /* a known one that may stand in place of a missing one */
    struct names meant; /* by its content */
};

/* Aligns the children; all that steps hold is in the arena. The caller frees steps. */
struct alignment align(const struct model *model, const struct align_child *children, size_t count,
                       struct arena *arena);

#endif
