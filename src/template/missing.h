/* What the shipped templates say of data that is missing, in the user's language: their own words
 * are those of the papers. */
#ifndef PYKALA_TEMPLATE_MISSING_H
#define PYKALA_TEMPLATE_MISSING_H

#include "base/arena.h"

#include <stdbool.h>

struct missing {
    const char *message, *hint;
};

/*
 * Reads a template's message that begins with a key: "!muoto CASE NAME" (a name lacks a form),
 * "!nimi CASE" (the whole name is missing), "!puuttuu ELEMENT" (the data has no such element).
 * Returns false for another message. The words are in the arena.
 */
bool missing_read(const char *text, struct arena *arena, struct missing *missing);

#endif
