/*
 * The theme: fonts, sizes, colours, margins, logo, as plain values for the layout.
 *
 * In: the project's teema element and a party's teemaPoikkeama over it (either may be missing:
 * the defaults are those of theme_default). Out: struct theme in an arena.
 */
#ifndef PYKALA_THEME_THEME_H
#define PYKALA_THEME_THEME_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/units.h"

#include <libxml/tree.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum theme_size {
    THEME_BODY,
    THEME_H1,
    THEME_H2,
    THEME_H3,
    THEME_H4,
    THEME_SMALL,
    THEME_TABLE,
    THEME_SIZES
};

enum theme_colour {
    THEME_TEXT,
    THEME_HEADING,
    THEME_RULE,
    THEME_TABLE_HEAD, /* background of header cells */
    THEME_ACCENT,     /* links, charts */
    THEME_COLOURS
};

struct theme_font {
    const char *family;
    const char *package; /* Debian package; NULL when the theme names none */
};

struct theme_type {
    pt64 size;
    int leading; /* line height as per mille of the size: 1300 is 1.3 */
};

struct theme {
    struct theme_font body, heading;
    const struct theme_font *fallbacks; /* for what those lack, in this order */
    size_t fallback_count;
    struct theme_type types[THEME_SIZES];
    uint32_t colours[THEME_COLOURS]; /* 0xRRGGBB */
    pt64 top, bottom, left, right;   /* margins */
    pt64 indent;                     /* from the left margin to the text beside side headings */
    bool justified;
    const char *logo; /* path, relative to the project folder's working directory; NULL: none */
    const char *logo_folder;      /* the logo may not lead out of this folder */
    struct diag_place logo_place; /* of the logo's name */
    const char *logo_alt;
    pt64 logo_width;
};

/* Returns the defaults: Carlito 11 pt, SFS 2487 margins. */
struct theme theme_default(void);

/*
 * Reads the defaults, then the project's teema element, then a party's teemaPoikkeama, each over
 * the one before; either element may be NULL. Both are valid against the XSD already. The logo's
 * name is relative to folder. Strings live in the arena.
 */
struct theme theme_read(const xmlNode *project, const xmlNode *party, const char *folder,
                        struct arena *arena);

#endif
