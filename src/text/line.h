/* Inside text: a finished line. */
#ifndef PYKALA_TEXT_LINE_H
#define PYKALA_TEXT_LINE_H

#include "text/fit.h"
#include "text/text.h"

/* Where a line stands and how it is set. */
struct line_room {
    pt64 x, width;
    enum text_align align;
    bool last; /* of its paragraph or before a forced break: isn't justified */
};

/* Returns the line between two breakpoints, whose runs live in the arena. */
struct text_line line_build(const struct text_paragraph *paragraph, struct arena *arena,
                            const struct breakpoint *from, const struct breakpoint *to,
                            const struct line_room *room);

#endif
