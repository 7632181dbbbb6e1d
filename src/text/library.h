/*
 * Inside text: the library's parts. The library is the only value in this folder that changes once
 * made: it learns fonts, languages, shaped words and their hyphenation on demand.
 */
#ifndef PYKALA_TEXT_LIBRARY_H
#define PYKALA_TEXT_LIBRARY_H

#include "base/arena.h"
#include "base/glyph.h"
#include "text/font.h"
#include "text/hash.h"

#include <fontconfig/fontconfig.h>
#include <hb.h>

struct voikko;
struct _HyphenDict;

/* The dictionary that hyphenates a stretch of text. */
enum hyphenation { HYPHENATION_NONE, HYPHENATION_FINNISH, HYPHENATION_SWEDISH };

struct text_lang {
    hb_language_t language;
    enum hyphenation hyphenation;
    uint32_t index;
};

struct text_library {
    struct arena *arena; /* words, languages and fonts' names */
    const char *font_folder;
    FcConfig *folder_fonts, *usual_fonts, *system_fonts; /* made at first use */
    struct text_font **fonts;
    size_t font_count, font_capacity;
    struct text_lang **langs; /* NULL until first use */
    size_t lang_count;
    struct hash_table words;    /* shaped, by style and text */
    struct hash_table prefixes; /* starts of words (prefix.c), by their letters */
    hb_buffer_t *buffer;
    struct voikko *voikko;
    struct _HyphenDict *swedish; /* loaded in several ms at the first Swedish word */
};

/* Returns the primary language of a BCP 47 tag (NULL is undetermined). Never NULL. */
const struct text_lang *library_lang(struct text_library *library, const char *tag);

#endif
