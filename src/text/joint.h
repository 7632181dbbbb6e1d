/* Inside text: lets no ligature join the parts of a compound (kevät|tie, golf|ikä). */
#ifndef PYKALA_TEXT_JOINT_H
#define PYKALA_TEXT_JOINT_H

#include "text/shape.h"

/*
 * Sets the word's joints from its shaping. Looks the word up only where a ligature is far enough
 * from both ends, after letters that could be a part of a compound. Returns whether there are
 * joints.
 */
bool joints_find(struct text_library *library, hb_buffer_t *shaped, struct word *word);

/* Gives a piece, which begins at byte start of the word, the word's joints inside the piece. */
void joints_inherit(struct arena *arena, const struct word *word, size_t start, struct word *piece);

#endif
