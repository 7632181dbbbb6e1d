/*
 * The content that the schema allows in an element, as an automaton over the names of its child
 * elements (Glushkov's: a state for each place of the content model where a name stands, and one
 * to start from).
 */
#ifndef PYKALA_SCHEMA_MODEL_H
#define PYKALA_SCHEMA_MODEL_H

#include "base/arena.h"
#include "schema/vocabulary.h"

#include <stdbool.h>
#include <stddef.h>

enum model_kind {
    MODEL_UNKNOWN,  /* not in the schema, or too much to follow here */
    MODEL_TEXT,     /* text alone */
    MODEL_ELEMENTS, /* elements alone, or nothing */
    MODEL_MIXED     /* both */
};

enum { MODEL_START = 0 };

struct model {
    enum model_kind kind;
    size_t states;                     /* with the start */
    const char **names;                /* the element that leads into a state */
    bool *ends;                        /* the content may end in a state */
    bool *follows;                     /* follows[a * states + b]: b may come after a */
    struct names elements, attributes; /* all that the element may have, in the schema's order */
};

/* The models of a vocabulary's elements, each made when it is first asked for. */
struct models;
struct models *models_new(const struct vocabulary *vocabulary);
void models_free(struct models *models);

/* Returns the model of an element; of an unknown one, a MODEL_UNKNOWN without names. */
const struct model *models_of(struct models *models, const char *element);

bool model_follows(const struct model *model, size_t from, size_t to);

/* Returns the state that a name leads into, or MODEL_START when it may not come. */
size_t model_step(const struct model *model, size_t from, const char *name);

/* Adds the names that may come next. */
void model_expected(const struct model *model, size_t from, struct names *names);

#endif
