/*
 * Fonts: found by fontconfig, read once, shared by text (shaping) and pdf (subsetting).
 */
#ifndef PYKALA_TEXT_FONT_H
#define PYKALA_TEXT_FONT_H

#include "base/diag.h"
#include "base/units.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Fonts, dictionaries and shaped words. */
struct text_library;

/*
 * Makes a library that looks for fonts in font_folder (may be NULL) first, then among the installed
 * ones. fontconfig is read at the first font, the Swedish patterns at the first Swedish word.
 * Without dictionaries the library sets no text. Owned by the caller (text_library_free).
 */
struct text_library *text_library_of_fonts(const char *font_folder);

/* Opens the dictionaries, unless they are open. Where one is missing, adds a failure
 * [dictionary-missing] that names the package, and returns false. */
bool text_library_open_dictionaries(struct text_library *library, struct diags *diags);

/* Makes a library with its dictionaries. Returns NULL after a failure. */
struct text_library *text_library_new(const char *font_folder, struct diags *diags);
void text_library_free(struct text_library *library);

/* A font file, open for reading. Owned by its library. */
struct text_font;

/*
 * Returns the font of the family in the wanted weight and slant. Where that face is not installed,
 * or its file can't be read, has no outlines that a PDF file can hold or may not be embedded, adds
 * a failure [font-missing] or [font-unusable] that names the family, the file, and the Debian
 * package (package may be NULL), and returns NULL: never another family.
 */
const struct text_font *text_font_find(struct text_library *library, const char *family, bool bold,
                                       bool italic, const char *package, struct diags *diags);

/* Vertical metrics in design units; descender is negative. From OS/2 typo metrics or hhea. */
struct text_font_metrics {
    int units_per_em;
    int ascender, descender, line_gap;
    int cap_height, x_height;
    int x_min, y_min, x_max, y_max; /* head's bounding box */
    double italic_angle;            /* degrees, counter-clockwise from vertical */
    int weight;                     /* OS/2 usWeightClass */
};
const struct text_font_metrics *text_font_metrics(const struct text_font *font);

/* Returns the name table's PostScript name ("Carlito-Bold"). */
const char *text_font_name(const struct text_font *font);

/* Returns the unkerned advance of a glyph in design units, as for the PDF's W array. */
int text_font_advance(const struct text_font *font, uint16_t glyph);

/* Returns a character's glyph, 0 where the font has none. */
uint16_t text_font_glyph(const struct text_font *font, uint32_t codepoint);

/* Returns the HarfBuzz face (hb_face_t *) for subsetting. Owned by the font. */
struct hb_face_t;
struct hb_face_t *text_font_face(const struct text_font *font);

/* Returns a length in design units at a font size, rounded to 1/64 pt. */
pt64 text_font_scale(const struct text_font *font, int64_t units, pt64 size);

#endif
