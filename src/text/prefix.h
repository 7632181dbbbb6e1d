/* Inside text: starts of words, and whether each may be a part of a compound; asked once each. */
#ifndef PYKALA_TEXT_PREFIX_H
#define PYKALA_TEXT_PREFIX_H

#include "text/hyphenate.h"

/* Whether the letters may be a part of a Finnish compound by themselves: hyphenate_fi_is_part. */
bool prefix_is_part(struct text_library *library, const struct letters *letters);

#endif
