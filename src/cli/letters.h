/* The characters that a project's papers can show: by the fonts of its theme and the parties' own.
 */
#ifndef PYKALA_CLI_LETTERS_H
#define PYKALA_CLI_LETTERS_H

#include "cli/session.h"
#include "doc/doc.h"
#include "text/letters.h"

/* Returns the characters that all papers of a project can show by the session's fonts, owned by the
 * caller; NULL where the theme is at fault. A font that can't be used is left out, and added to
 * faults: a paper can't be made then. */
struct text_letters *letters_of(struct session *session, const struct input_project *input,
                                struct diags *faults);

/* Reports the first character of each text of a page document that can't be shown, and what comes
 * from other fonts, unless the letters have told so. Returns false when any can't be shown. */
bool letters_show(struct text_letters *letters, const struct doc_document *document,
                  struct diags *diags);

#endif
