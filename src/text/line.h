/* Inside text: builds finished lines. */
#ifndef PYKALA_TEXT_LINE_H
#define PYKALA_TEXT_LINE_H

#include "text/fit.h"
#include "text/text.h"

/* A line's place and setting. */
struct line_room {
    pt64 x, width;
    enum text_align align;
    bool last; /* of a paragraph or before a forced break: isn't justified */
};

/* Returns the line between two breakpoints, its runs in the arena. */
struct text_line line_build(const struct text_paragraph *paragraph, struct arena *arena,
                            const struct breakpoint *from, const struct breakpoint *to,
                            const struct line_room *room);

#endif
