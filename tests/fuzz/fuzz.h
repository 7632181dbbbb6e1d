/*
 * What the fuzz targets share. A target is one file with LLVMFuzzerTestOneInput: libFuzzer calls it
 * with bytes of its own invention (script/fuzz), driver.c with those that are kept in corpus/.
 * A target that finds something wrong aborts.
 */
#ifndef PYKALA_TESTS_FUZZ_H
#define PYKALA_TESTS_FUZZ_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* The bytes read as choices. When they are used up, every choice is the first. */
struct fuzz {
    const uint8_t *at;
    size_t left;
};

static inline unsigned fuzz_byte(struct fuzz *fuzz)
{
    if (!fuzz->left)
        return 0;
    fuzz->left--;
    return *fuzz->at++;
}

static inline unsigned fuzz_below(struct fuzz *fuzz, unsigned limit)
{
    unsigned choice = fuzz_byte(fuzz);
    if (limit > 256)
        choice = choice << 8 | fuzz_byte(fuzz);
    return choice % limit;
}

#define FUZZ_PICK(fuzz, table) ((table)[fuzz_below((fuzz), sizeof(table) / sizeof *(table))])

static inline void fuzz_require(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "does not hold: %s\n", what);
    abort();
}

/* Every diagnostic says something. */
static inline void fuzz_require_messages(const struct diags *diags)
{
    for (size_t i = 0; i < diags_count(diags); i++)
        fuzz_require(*diags_at(diags, i)->message, "a diagnostic has a message");
}

static inline void fuzz_print(const struct diags *diags)
{
    for (size_t i = 0; i < diags_count(diags); i++) {
        const struct diag *diag = diags_at(diags, i);
        fprintf(stderr, "%s:%d:%d: [%s] %s\n", diag->place.file ? diag->place.file : "-",
                diag->place.line, diag->place.column, rule_info(diag->rule)->id, diag->message);
    }
}

#endif
