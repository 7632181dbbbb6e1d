/*
 * Layout: a document tree → finished pages with their tags.
 *
 * In: doc's tree, a theme, text's library. Out: struct page_document in the arena. Text that can't
 * fit and characters that no font has are diagnostics; nothing is lost or drawn over other text.
 */
#ifndef PYKALA_LAYOUT_LAYOUT_H
#define PYKALA_LAYOUT_LAYOUT_H

#include "base/arena.h"
#include "base/diag.h"
#include "doc/doc.h"
#include "page/page.h"
#include "text/font.h"
#include "theme/theme.h"

/*
 * Lays the document out. Names of images are relative to folder; diagnostics call the paper name.
 * Returns NULL after an error (a missing font, an unreadable image, a character that no font has);
 * the result lives in the arena.
 */
struct page_document *layout_pages(const struct doc_document *document, const struct theme *theme,
                                   struct text_library *library, const char *folder,
                                   const char *name, struct arena *arena, struct diags *diags);

#endif
