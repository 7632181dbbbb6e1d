/*
 * Font programs with nothing but the glyphs that a document uses. They are kept with the face,
 * ready to be written: papers in one language use much the same glyphs, and three of four subsets
 * of a batch are there already.
 */
#ifndef PYKALA_PDF_SUBSET_H
#define PYKALA_PDF_SUBSET_H

#include "pdf/object.h"

#include <hb.h>

struct pdf_subset {
    struct pdf_subset *next;
    hb_set_t *glyphs;     /* by their ids in the face */
    hb_map_t *renumbered; /* their ids in the subset */
    struct buf program;   /* deflated */
    size_t size;          /* of the program before that */
};

/* Returns the subset of the face with the glyphs, which become the face's. It lives until the next
 * call for the face. Returns NULL where the face can't be subset. */
const struct pdf_subset *pdf_subset_find(const struct pdf_objects *objects, hb_face_t *face,
                                         hb_set_t *glyphs);

#endif
