/* Names of parties' bodies and of files. */
#ifndef PYKALA_AGENDA_NAMES_H
#define PYKALA_AGENDA_NAMES_H

#include "base/arena.h"

#include <libxml/tree.h>

/*
 * Returns the text as a file name: small ASCII letters and digits, one hyphen for all else
 * ("Kunnanhallitus" → "kunnanhallitus", "Äänekosken hallitus" → "aanekosken-hallitus").
 */
const char *agenda_slug(struct arena *arena, const char *text);

/* Returns the name of a party's body in the nominative: the party's own, else the register's for
 * its kind, else the default. NULL when none of them has it. */
const char *agenda_body_name(struct arena *arena, const xmlNode *party, const char *body,
                             const xmlNode *default_kinds);

/* Returns the name in the nominative of a party's body that the register has by that id. NULL when
 * the party has none. */
const char *agenda_other_body_name(struct arena *arena, const xmlNode *party, const char *id);

#endif
