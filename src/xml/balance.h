/* Shared by the files that put tags in balance: balance.c, balance_end.c and prefix.c. */
#ifndef PYKALA_XML_BALANCE_H
#define PYKALA_XML_BALANCE_H

#include "xml/recovery.h"

/* An element, as far as it is known. The document's parent is NULL. */
struct element {
    struct element *parent, *first, *last, *previous, *next;
    size_t token; /* its start tag */
    bool has_text;
};

struct balance {
    struct recovery *recovery;
    struct element document;
    struct element *root, *open;  /* open: the innermost; NULL outside the root */
    const struct token *root_end; /* the root's end tag */
    struct names declared;        /* prefixes, in the root by us */
    size_t looked_at;             /* tokens, to find an element's end tag */
    bool is_reopened;             /* the root, after its end tag */
    bool is_over;
};

void balance_append(struct element *parent, struct element *element);
void balance_unlink(struct element *element);

/* Moves an element, and those that follow it in its parent, to the end of another. */
void balance_move(struct element *first, struct element *parent);

const struct token *balance_token(const struct balance *balance, const struct element *element);

/* Returns the name that the element's start tag has. */
const char *balance_name(const struct balance *balance, const struct element *element);

bool balance_is_element(const struct element *element);
struct diag_place balance_place(const struct balance *balance, size_t tag);

/* Closes the open element with an end tag, or where another begins. */
void balance_close(struct balance *balance, const struct token *end);

/* --- balance_end.c --- */

/* Finds the element that an end tag closes. */
void balance_end(struct balance *balance, size_t token);

/* Reports an end tag that closes nothing, and takes it out. */
void balance_stray_end(struct balance *balance, const struct token *end);

/* Makes an end tag of a start tag that is meant as one, of an open element up to the outermost.
 * Returns false for none. */
bool balance_mend_slash(struct balance *balance, const struct element *outermost);

/* --- prefix.c --- */

/* Reports a prefix of an element or its attributes that nothing declares. */
void balance_check_prefixes(struct balance *balance, const struct element *element);

#endif
