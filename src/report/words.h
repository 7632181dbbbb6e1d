/* Words that the forms of a report share. */
#ifndef PYKALA_REPORT_WORDS_H
#define PYKALA_REPORT_WORDS_H

#include "base/diag.h"

/* Returns the severity in the reader's language. */
const char *severity_word(enum diag_severity severity);

#endif
