/* Files that are not in UTF-8, read as what they seem to be: one run reports all that is wrong. */
#ifndef PYKALA_XML_ENCODING_H
#define PYKALA_XML_ENCODING_H

#include "base/recode.h"
#include "xml/source.h"

/* Reports once that the file was not in UTF-8, or says so itself. Returns false when the file can't
 * be read at all. */
bool encoding_check(struct source *source, const struct recoding *recoding, struct diags *diags);

#endif
