/* Curly quotation marks around attributes' values, which word processors make of straight ones. */
#ifndef PYKALA_XML_QUOTES_H
#define PYKALA_XML_QUOTES_H

#include "xml/source.h"

/*
 * Tells them, once a file, and makes them straight in the source's bytes, so that all else that is
 * wrong is told in the same run. Returns whether there were none.
 */
bool quotes_straighten(struct source *source, struct diags *diags);

#endif
