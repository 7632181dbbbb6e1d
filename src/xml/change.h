/* A fault of form, and the change of a source's bytes that gets the parser over it. */
#ifndef PYKALA_XML_CHANGE_H
#define PYKALA_XML_CHANGE_H

#include "base/buf.h"
#include "schema/model.h"
#include "xml/search.h"
#include "xml/source.h"

/* What libxml2 has no code for. */
enum fault_code {
    FAULT_STRAY_END = -1,     /* an end tag of nothing that is open */
    FAULT_END_NAME = -2,      /* an end tag whose name has a slip */
    FAULT_END_MISSING = -3,   /* an end tag is missing where the next element begins */
    FAULT_QUOTE_MISSING = -4, /* a value's closing quotation mark */
    FAULT_TWICE = -5,         /* an attribute */
    FAULT_STRAY_IN_TAG = -6,  /* a character between attributes */
    FAULT_NO_VALUE = -7,      /* an attribute's name alone */
    FAULT_ATTRIBUTE_PREFIX = -8,
    FAULT_CLOSED_EARLY = -9,       /* an end tag of an element whose start tag ends with a slash */
    FAULT_END_UNMARKED = -10,      /* an end tag's < is missing */
    FAULT_SLASH_MISSING = -11,     /* an end tag is written as a start tag */
    FAULT_SLASH_BEHIND = -12,      /* an end tag's name */
    FAULT_QUOTE_INSIDE = -13,      /* a value */
    FAULT_COMMENT_END = -14,       /* it is not as it should be */
    FAULT_COMMENT_INSIDE = -15,    /* another one */
    FAULT_ROOT_CLOSED = -16,       /* before the end of what belongs in it */
    FAULT_SPACE_BEFORE_NAME = -18, /* in a tag */
    FAULT_END_UNNAMED = -19,       /* an end tag without a name, or with what can't be one */
    FAULT_START_UNMARKED = -17     /* a start tag's < is missing */
};

/* Where and how a source is not well formed. */
struct fault {
    int code;                 /* libxml2's, or enum fault_code */
    size_t offset;            /* where the parser stood */
    const char *message;      /* in libxml2's words */
    const char *name, *other; /* that libxml2 gives */
    int line;                 /* of what began and isn't closed */
    const char *next;         /* the element before which something is missing, and its line */
    int next_line;
};

/* A change of the source's bytes that gets the parser over a fault. */
struct mending {
    const struct source *source;
    struct models *models;
    xmlNodePtr open; /* the innermost element that is open there; NULL outside the root */
    struct arena *arena;
    size_t at, removed;
    struct buf text;   /* that comes instead */
    size_t quote;      /* where a quotation mark comes as well, farther on; 0 for nowhere */
    bool is_silent;    /* the schema will tell it */
    struct tags *tags; /* of the source's bytes; NULL until somebody asks */
};

/* Set the change. Return true. */
bool mend_with(struct mending *mending, size_t at, size_t removed, const char *text);
bool mend_blank(struct mending *mending, size_t from, size_t to);
/* The spaces at an offset, before the name of a tag. */
bool mend_space(struct mending *mending, struct fault *fault, size_t at);

bool mend_xml_declaration(struct mending *mending, struct fault *fault);

/* Returns whether an end tag of the name of the start tag at tag comes after it, before another
 * start tag of that name. */
bool mend_has_end_tag(struct mending *mending, const char *tag);

#endif
