/*
 * Inside text: words that are wider than a line, cut to pieces that lines may end between.
 *
 * At a hyphenation point first, whatever the style says of hyphens, an address or a code behind its
 * own signs; a piece that is still too wide at any letter, with a hyphen between two letters that
 * are no part of an address or a code.
 */
#ifndef PYKALA_TEXT_SHRED_H
#define PYKALA_TEXT_SHRED_H

#include "text/paragraph.h"

/* Returns the paragraph with what is wider than the fine width in pieces; in the arena, for the
 * life of the given one. */
const struct text_paragraph *shred(const struct text_paragraph *paragraph, int64_t width,
                                   struct arena *arena);

#endif
