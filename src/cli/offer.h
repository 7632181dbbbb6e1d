/* The papers that the shipped templates make (templates/paperit.xml), and whether a project asks
 * for others. */
#ifndef PYKALA_CLI_OFFER_H
#define PYKALA_CLI_OFFER_H

#include "agenda/agenda.h"
#include "base/arena.h"
#include "base/diag.h"
#include "input/input.h"

#include <libxml/tree.h>

#include <stdbool.h>

struct offer {
    const xmlNode *root; /* of paperit.xml */
    struct arena *arena; /* for messages */
    struct diags *diags;
};

/* Returns whether a shipped template of the name makes papers. The others are parts of those. */
bool offer_has_template(const struct offer *offer, const char *name);

/* Returns whether a paper's (paperi) shipped template makes it; reports why not. */
bool offer_has_paper(const struct offer *offer, const xmlNode *paper);

/* Returns whether there are texts in the language of an element (kieli); reports it when not. */
bool offer_has_language(const struct offer *offer, const xmlNode *element, const char *language);

#endif
