/* The day that a paper is about: who was, is or will be a party then stands in it. */
#ifndef PYKALA_AGENDA_DAYS_H
#define PYKALA_AGENDA_DAYS_H

#include "base/arena.h"
#include "input/input.h"

struct agenda_days;

/* Reads the meetings' and documents' days. The project must outlive them. Owned by the caller. */
struct agenda_days *agenda_days_new(const struct input_project *project);
void agenda_days_free(struct agenda_days *days);

/*
 * Returns the day of a paper, an element of the project file, of a party (NULL: the project's own)
 * and made from a version of the plan (NULL: it has none), in the arena; NULL when none is known.
 * Of a paper made from answers it is the last day of their year; else the day of the body's last
 * dated meeting on the matter; else the document's own day, else the first day of its term. But it
 * is not before the party's own term: a party decides before it joins.
 */
const char *agenda_day_of(const struct agenda_days *days, const xmlNode *paper,
                          const xmlNode *party, const struct input_version *version,
                          const struct input_term *term, struct arena *arena);

#endif
