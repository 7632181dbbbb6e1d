/*
 * Fallback: fonts for what a text's own font lacks.
 *
 * In: a theme's families, in their order. Behind them come families with symbols and pictures in
 * outline (fallback.c), as far as they are installed. Each is asked for a text's own weight and
 * slant, else for its regular face. A family's file is opened when a character first needs it.
 *
 * What belongs together (a letter with its marks, a flag, a picture of several) is set from one
 * font: the first that has all of it, or else the one that lacks the least.
 */
#ifndef PYKALA_TEXT_FALLBACK_H
#define PYKALA_TEXT_FALLBACK_H

#include "base/arena.h"
#include "base/diag.h"
#include "text/font.h"

#include <stdbool.h>

struct text_fallback;

/* Returns a fallback of the usual families only. It lives in the arena, which the library outlives.
 */
struct text_fallback *text_fallback_new(struct text_library *library, struct arena *arena);

/* Adds a theme's family before the usual ones. package is its Debian package or NULL. Where its
 * regular face can't be used, reports that as text_font_find does, and returns false. */
bool text_fallback_add(struct text_fallback *fallback, const char *family, const char *package,
                       struct diags *diags);

#endif
