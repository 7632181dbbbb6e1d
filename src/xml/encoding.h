/* Files that are not in UTF-8: they are read as what they seem to be, so that all else that is
 * wrong in them is reported in the same run. */
#ifndef PYKALA_XML_ENCODING_H
#define PYKALA_XML_ENCODING_H

#include "xml/source.h"

/* Reports that the file is not in UTF-8, or says so of itself; once. wrong is what recode has
 * returned. Returns false when it can't be read at all. */
bool encoding_check(struct source *source, const char *wrong, struct diags *diags);

#endif
