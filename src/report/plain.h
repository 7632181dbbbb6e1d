/* A diagnostic in plain words, for those who have answered questions and never seen XML. */
#ifndef PYKALA_REPORT_PLAIN_H
#define PYKALA_REPORT_PLAIN_H

#include "base/arena.h"
#include "report/receipts.h"

struct plain {
    const char *subject; /* the question that it is about; NULL: none */
    const char *words;   /* what is wrong, and what to write where that is known */
    const char *advice;  /* what to do; NULL when the words say it */
};

/* Returns the words about a receipt's diagnostic, in the arena or the diagnostic's. */
struct plain plain_of(const struct receipt *receipt, const struct diag *diag, struct arena *arena);

#endif
