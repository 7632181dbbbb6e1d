/* Inside text: open fonts, and finding their files. */
#ifndef PYKALA_TEXT_FONT_FILE_H
#define PYKALA_TEXT_FONT_FILE_H

#include "base/diag.h"
#include "text/font.h"

#include <hb.h>
#include <stdint.h>

struct text_font {
    const char *family, *name;
    bool bold, italic;
    uint32_t index; /* in the library */
    hb_face_t *face;
    hb_font_t *font; /* scaled to units per em */
    struct text_font_metrics metrics;
    uint16_t space, hyphen; /* glyphs; 0 where the font has none */
    int space_advance, hyphen_advance;
};

/* A file that fontconfig found; path lives in the configuration. */
struct font_file {
    const char *path;
    unsigned index; /* of the face in the file */
    int version;
    int width_off; /* how far the face's width is from the normal */
};

/* Finds the face in the library's font folder, else among the installed fonts. Returns whether
 * there is one. */
bool font_find_file(struct text_library *library, const char *family, bool bold, bool italic,
                    struct font_file *file);

/* Does the same in the usual folders only, without reading the system's configuration for a face
 * that nobody asked for by name. */
bool font_find_usual_file(struct text_library *library, const char *family, bool bold, bool italic,
                          struct font_file *file);

/* Returns the font of such a file, or NULL; reports nothing. */
const struct text_font *font_find_usual(struct text_library *library, const char *family, bool bold,
                                        bool italic);

/* Returns whether the family is among all fonts, in whatever face. */
bool font_has_family(const struct text_library *library, const char *family);

void font_free(struct text_font *font);

#endif
