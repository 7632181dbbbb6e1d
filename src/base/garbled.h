/* Finds what a text has become on its way through a program that read its letters wrongly. */
#ifndef PYKALA_BASE_GARBLED_H
#define PYKALA_BASE_GARBLED_H

#include "base/buf.h"

#include <stdbool.h>

enum garbled {
    GARBLED_NONE,
    GARBLED_ENCODING, /* UTF-8 read as Windows-1252: "Ã¤" for "ä" */
    GARBLED_QUOTED,   /* quoted-printable, as mail has it: "=C3=A4" or "=E4" for "ä" */
    GARBLED_ENTITY,   /* an entity that was escaped once more: "&auml;" shown as it is */
    GARBLED_LOST      /* a letter that is gone: U+FFFD, or a question mark within a word */
};

/*
 * Finds the first garbled stretch of a text in UTF-8 from *at on, which only grows. Returns its
 * kind, sets *at and *size to the stretch, and appends to meant what it was; nothing where that
 * cannot be known.
 */
enum garbled garbled_next(const char *text, size_t *at, size_t *size, struct buf *meant);

/* Returns whether such a stretch can hardly be meant as it stands: "=E4" before anything but a
 * small letter or another such byte may be. */
bool garbled_is_certain(enum garbled kind, const char *text, size_t at, size_t size);

/* Returns what has happened to such a stretch, in the user's language. */
const char *garbled_words(enum garbled kind);

#endif
