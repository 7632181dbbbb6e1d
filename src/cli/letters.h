/* What the papers of a project can show: the fonts of its theme, and of the parties' own. */
#ifndef PYKALA_CLI_LETTERS_H
#define PYKALA_CLI_LETTERS_H

#include "cli/session.h"
#include "doc/doc.h"
#include "text/letters.h"

/*
 * Returns what all papers of a project can show by the session's fonts, owned by the caller. NULL
 * where that can't be known: the theme is at fault. A font that isn't installed counts for nothing
 * here: build, which needs it, tells.
 */
struct text_letters *letters_of(struct session *session, const struct input_project *input);

/* Tells of each text of a page document the first character that can't be shown. Returns false when
 * there are any. */
bool letters_show(struct text_letters *letters, const struct doc_document *document,
                  struct diags *diags);

#endif
