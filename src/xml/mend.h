/*
 * Reading on behind what is not well formed. The parser tells the first fault and stops; the fault
 * is taken out of the source's bytes as it was probably meant, and the parser begins again. So each
 * fault is told by itself, and the schema is asked of a file that has any.
 */
#ifndef PYKALA_XML_MEND_H
#define PYKALA_XML_MEND_H

#include "xml/change.h"

/* Finds the change. May make the fault more exact. Returns false when none is known. */
bool mend(struct mending *mending, struct fault *fault);

/* mend_comments.c */
bool mend_comment(struct mending *mending, struct fault *fault);
bool mend_hyphens(struct mending *mending, struct fault *fault);

/* mend_tags.c */
bool mend_end_tag(struct mending *mending, struct fault *fault);
bool mend_end_of_file(struct mending *mending, struct fault *fault);
bool mend_behind_root(struct mending *mending, struct fault *fault);

/* mend_attributes.c: what is wrong inside a start tag. */

bool mend_is_in_tag(const struct source *source, size_t offset);
bool mend_in_tag(struct mending *mending, struct fault *fault);
bool mend_less_than_in_value(struct mending *mending, struct fault *fault);
bool mend_unquoted(struct mending *mending, struct fault *fault);
bool mend_no_value(struct mending *mending, struct fault *fault);
bool mend_twice(struct mending *mending, struct fault *fault);
bool mend_colon(struct mending *mending, struct fault *fault);
bool mend_prefix(struct mending *mending, struct fault *fault);

#endif
