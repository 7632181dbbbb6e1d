/*
 * Loans: what is set from another font than its text's own, for a remark.
 *
 * In: stretches and their fonts, one after the other. Out: one diagnostic that says which font has
 * lent what. Everything lives in the arena of text_loans_new.
 */
#ifndef PYKALA_TEXT_LOANS_H
#define PYKALA_TEXT_LOANS_H

#include "base/arena.h"
#include "base/diag.h"
#include "text/font.h"

#include <stdbool.h>
#include <stddef.h>

struct text_loans;

/* Returns a list without loans. */
struct text_loans *text_loans_new(struct arena *arena);

/* Adds the letters of a stretch that the font has lent, each once. place is the stretch's own. */
void text_loans_add(struct text_loans *loans, const struct text_font *font, const char *text,
                    size_t size, struct diag_place place);

/* Returns whether adding the stretch would change nothing. */
bool text_loans_have(const struct text_loans *loans, const struct text_font *font, const char *text,
                     size_t size);

/* Adds all of another list. */
void text_loans_add_all(struct text_loans *loans, const struct text_loans *from);

/* Reports [font-fallback] the loans that known (may be NULL) has not, at the first one's place.
 * Reports nothing when there are none. */
void text_loans_tell(const struct text_loans *loans, const struct text_loans *known,
                     struct diags *diags);

#endif
