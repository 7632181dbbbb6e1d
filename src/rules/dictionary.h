/* The Finnish dictionary for the rules: opened once a run, each word looked up once. */
#ifndef PYKALA_RULES_DICTIONARY_H
#define PYKALA_RULES_DICTIONARY_H

#include "text/inflection.h"

enum { DICTIONARY_READINGS = 16 };

struct dictionary_word {
    const char *text;
    size_t count;
    struct inflection_reading readings[DICTIONARY_READINGS];
};

struct dictionary;

/* Opens the dictionary; adds a failure and returns NULL when it isn't installed. Owned by the
 * caller. */
struct dictionary *dictionary_open(struct diags *diags);
void dictionary_close(struct dictionary *dictionary);

/* Returns the readings of a word. They live as long as the dictionary. */
const struct dictionary_word *dictionary_find(struct dictionary *dictionary, const char *text);

#endif
