/* Inside text: a finished line. */
#ifndef PYKALA_TEXT_LINE_H
#define PYKALA_TEXT_LINE_H

#include "text/fit.h"
#include "text/text.h"

/* Where a line stands and how it is set. */
struct line_frame {
    pt64 x, width;
    enum text_align align;
    bool last; /* of its paragraph or before a forced break: isn't justified */
};

/* Makes the runs of the line between two candidates. */
struct text_line line_build(const struct text_paragraph *paragraph, struct arena *arena,
                            const struct candidate *from, const struct candidate *to,
                            const struct line_frame *frame);

#endif
