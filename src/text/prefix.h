/* Inside text: keeps which starts of words may be parts of compounds. */
#ifndef PYKALA_TEXT_PREFIX_H
#define PYKALA_TEXT_PREFIX_H

#include "text/hyphenate.h"

/* Returns hyphenate_fi_is_part for the letters, looked up once. */
bool prefix_is_part(struct text_library *library, const struct letters *letters);

#endif
