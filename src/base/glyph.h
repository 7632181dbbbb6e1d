/*
 * A shaped glyph, as text makes it and pdf writes it. Distances are in the font's own design
 * units (units per em), so nothing is lost between shaping and the file.
 */
#ifndef PYKALA_BASE_GLYPH_H
#define PYKALA_BASE_GLYPH_H

#include <stdint.h>

struct glyph {
    uint16_t id;        /* glyph index in the font file */
    uint16_t text_size; /* bytes of the run's text that this glyph stands for; 0 when an earlier
                           glyph already stands for them */
    int32_t advance;    /* to the next glyph, kerning included */
    int16_t x, y;       /* offset of the drawing from the pen; y grows up */
};

#endif
