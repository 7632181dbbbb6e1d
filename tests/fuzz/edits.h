/*
 * A small project with changes made to it by a fuzzer's bytes: elements are taken away, doubled and
 * moved, and values are exchanged for others, so that much of what comes out is still valid.
 */
#ifndef PYKALA_TESTS_FUZZ_EDITS_H
#define PYKALA_TESTS_FUZZ_EDITS_H

#include "fuzz.h"

/*
 * Writes the changed project into a folder of this process's own, which is removed at its end, and
 * returns the folder's name.
 */
const char *edits_write(struct fuzz *fuzz);

#endif
