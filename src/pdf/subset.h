/*
 * Font programs with nothing but the glyphs that a document uses. They are kept with the face,
 * ready to be written: papers in one language use much the same glyphs by much the same codes, and
 * three of four subsets of a batch are there already.
 */
#ifndef PYKALA_PDF_SUBSET_H
#define PYKALA_PDF_SUBSET_H

#include "pdf/object.h"

#include <hb.h>
#include <stdbool.h>

/* Glyphs by their ids in the face, 0 for a code that isn't used. */
struct pdf_glyphs {
    uint16_t by_code[256];
};

struct pdf_subset {
    struct pdf_subset *next;
    struct pdf_glyphs glyphs;
    bool is_cff;        /* a CFF program without a cmap, not a TrueType one */
    struct buf program; /* deflated */
    size_t size;        /* of the program before that */
    struct buf names;   /* of a CFF program's glyphs, by their codes: "65/A 66/B" */
};

/* Returns the subset of the face with the glyphs: a TrueType program in which a cmap has their
 * codes as a symbolic font's (ISO 32000-1 9.6.6.4), or a CFF program and its glyphs' names. It
 * lives until the next call for the face. Returns NULL where the face can't be subset. */
const struct pdf_subset *pdf_subset_find(const struct pdf_objects *objects, hb_face_t *face,
                                         const struct pdf_glyphs *glyphs);

#endif
