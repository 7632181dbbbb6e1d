/*
 * What was meant: the children of an element laid beside its content model so that the fewest
 * repairs make them fit.
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
    size_t child;       /* whose step it is, or the one before which something is missing */
    size_t from, state; /* of the model, before and after */
    /* Of what is missing: all that would do equally well. */
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
    bool may_replace;   /* of a known one: it may stand instead of something that is missing */
    struct names meant; /* by what it holds */
};

/* Aligns the children; what steps hold beyond the list itself is in the arena. Free steps. */
struct alignment align(const struct model *model, const struct align_child *children, size_t count,
                       struct arena *arena);

#endif
