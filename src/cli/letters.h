/* The characters that a project's papers can show: by the fonts of its theme and the parties' own.
 */
#ifndef PYKALA_CLI_LETTERS_H
#define PYKALA_CLI_LETTERS_H

#include "cli/session.h"
#include "doc/doc.h"
#include "text/letters.h"

/* Faults of a project's fonts, for which papers can't be made. */
struct letters_faults {
    struct diags *always;  /* of the faces that every paper has */
    struct diags *slanted; /* of the body's slanted face */
};

/* Returns the characters that all papers of a project can show by the session's fonts, owned by the
 * caller; NULL where the theme is at fault. A font that can't be used is left out, and added to
 * faults. */
struct text_letters *letters_of(struct session *session, const struct input_project *input,
                                struct letters_faults *faults);

/* Reports the first character of each text of a page document that can't be shown, and what comes
 * from other fonts, unless the letters have told so. Returns false when any can't be shown. */
bool letters_show(struct text_letters *letters, const struct doc_document *document,
                  struct diags *diags);

#endif
