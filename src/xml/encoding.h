/* Files that are not in UTF-8, read as what they seem to be: one run reports all that is wrong. */
#ifndef PYKALA_XML_ENCODING_H
#define PYKALA_XML_ENCODING_H

#include "xml/source.h"

/* Reports once that the file is not in UTF-8, or says so itself. wrong is recode's result. Returns
 * false when the file can't be read at all. */
bool encoding_check(struct source *source, const char *wrong, struct diags *diags);

#endif
