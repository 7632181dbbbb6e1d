/* Inside text: parts a word that its font can't show all of among the fallback's fonts. */
#ifndef PYKALA_TEXT_FALLBACK_WALK_H
#define PYKALA_TEXT_FALLBACK_WALK_H

#include "text/fallback.h"
#include "text/shape.h"

#include <stddef.h>
#include <stdint.h>

/* Begins with a word and its fallback, and zeros. */
struct fallback_walk {
    struct text_fallback *fallback;
    const struct word *word;
    size_t to;      /* byte of the word at which the part last returned ends */
    uint32_t glyph; /* the first after it */
};

/* Returns the next part of the word, all from one font and shaped by itself; NULL at the end. What
 * no font has is missing in its part. */
struct word *fallback_next(struct fallback_walk *walk);

#endif
