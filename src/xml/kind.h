/* Files of other programs that are sent by mistake, known by how they begin. */
#ifndef PYKALA_XML_KIND_H
#define PYKALA_XML_KIND_H

#include "base/buf.h"
#include "base/diag.h"

#include <stdbool.h>

/* Adds an error and returns false when the bytes are known to be a document of another program. */
bool kind_check(const struct buf *bytes, const char *path, struct diags *diags);

#endif
