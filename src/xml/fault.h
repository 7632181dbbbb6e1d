/* Faults of form, and how they are reported. */
#ifndef PYKALA_XML_FAULT_H
#define PYKALA_XML_FAULT_H

#include "base/diag.h"
#include "xml/source.h"

/* Faults that libxml2 has no code for. */
enum fault_code {
    FAULT_FIRST = -64,
    FAULT_ATTRIBUTE_PREFIX, /* without a namespace */
    FAULT_BACKSLASH,        /* an end tag's slash is one */
    FAULT_CLOSED_EARLY,     /* an end tag of an element whose start tag ends with a slash */
    FAULT_COMMENT_END,      /* a comment's end is wrong */
    FAULT_COMMENT_INSIDE,   /* a comment in a comment */
    FAULT_CONFLICT,         /* the marks of a version control system */
    FAULT_DOCTYPE,
    FAULT_END_MISSING,  /* an end tag, where the next element begins */
    FAULT_END_NAME,     /* an end tag whose name has a slip */
    FAULT_END_UNMARKED, /* an end tag's < is missing */
    FAULT_END_UNNAMED,  /* an end tag without a name, or with what can't be one */
    FAULT_NO_VALUE,     /* an attribute's name alone */
    FAULT_QUOTED_PRINTABLE,
    FAULT_QUOTES_CURLY,
    FAULT_QUOTE_INSIDE,      /* a value */
    FAULT_QUOTE_MISSING,     /* a value's closing quotation mark */
    FAULT_ROOT_CLOSED,       /* before the end of what belongs in it */
    FAULT_SLASH_BEHIND,      /* an end tag's name */
    FAULT_SLASH_MISSING,     /* an end tag is written as a start tag */
    FAULT_SPACE_BEFORE_NAME, /* in a tag */
    FAULT_START_UNMARKED,    /* a start tag's < is missing */
    FAULT_STRAY_END,         /* an end tag of nothing that is open */
    FAULT_STRAY_IN_TAG,      /* a character between attributes */
    FAULT_TWICE              /* an attribute */
};

/* A fault of a source's form. */
struct fault {
    int code;                 /* libxml2's, or enum fault_code */
    size_t offset;            /* of the fault, or of the parser's place */
    const char *message;      /* in libxml2's words; NULL for our own faults */
    const char *name, *other; /* that the fault is about */
    struct diag_place began;  /* the start of an unclosed element */
    const char *next;         /* the element before which something is missing, and its line */
    int next_line;
    struct diag_field field;
    size_t count; /* of a fault that is reported once for all that are like it */
};

/* Reports a fault in plain words. */
void fault_report(const struct source *source, const struct fault *fault, struct diags *diags);

#endif
