/* Grows page documents (docs/page-document.md) from a fuzzer's bytes: nearly all of them are right.
 */
#ifndef PYKALA_TESTS_FUZZ_GROW_H
#define PYKALA_TESTS_FUZZ_GROW_H

#include "fuzz.h"

#include "base/buf.h"

void grow_document(struct fuzz *fuzz, struct buf *out);

#endif
