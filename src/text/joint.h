/*
 * Inside text: where the parts of a compound meet, no ligature joins them (kevät|tie, golf|ikä).
 */
#ifndef PYKALA_TEXT_JOINT_H
#define PYKALA_TEXT_JOINT_H

#include "text/shape.h"

/*
 * Sets the word's joints from its shaping. The dictionary is asked for the word only where a
 * ligature stands far enough from both its ends, and what is before could be a part of a compound.
 * Returns whether there are any.
 */
bool joints_find(struct text_library *library, hb_buffer_t *shaped, struct word *word);

/* Gives a piece, which starts at a byte of the word, the joints of the word that are inside it. */
void joints_inherit(struct arena *arena, const struct word *word, size_t start, struct word *piece);

#endif
