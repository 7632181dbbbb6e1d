/*
 * Finds characters that fonts can't show. One with a glyph in each font is shown. Others may still
 * be: as an accented letter in parts, as parts of an accented letter, as nothing at all (U+200B),
 * from another font. HarfBuzz knows, so those are shaped with all that belongs to them.
 */
#include "text/letters.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/memory.h"
#include "base/message.h"
#include "text/fallback_walk.h"
#include "text/font_file.h"
#include "text/shape.h"
#include "text/unicode.h"

#include <stdlib.h>
#include <string.h>

enum { CODE_POINTS = 0x110000, WORD_BITS = 64 };

/* A font that must have each character, or its fallback. */
struct source {
    const struct text_font *font;
    struct text_fallback *fallback;
};

struct text_letters {
    struct text_library *library;
    struct arena *arena;
    struct text_loans *told;
    struct source *sources;
    size_t count, capacity;
    uint64_t shown[CODE_POINTS / WORD_BITS]; /* bits: shown by all fonts without a neighbour */
};

struct text_letters *text_letters_new(struct text_library *library)
{
    struct text_letters *letters = memory_new(1, sizeof *letters);
    letters->library = library;
    letters->arena = arena_new();
    letters->told = text_loans_new(letters->arena);
    memset(letters->shown, 0xFF, sizeof letters->shown);
    return letters;
}

void text_letters_free(struct text_letters *letters)
{
    if (!letters)
        return;
    arena_free(letters->arena);
    free(letters->sources);
    free(letters);
}

struct arena *text_letters_arena(struct text_letters *letters)
{
    return letters->arena;
}

struct text_loans *text_letters_told(struct text_letters *letters)
{
    return letters->told;
}

/* Sets the bits of the characters with a glyph in the font. */
static void read_characters(const struct text_font *font, uint64_t *bits)
{
    hb_set_t *characters = hb_set_create();
    hb_face_collect_unicodes(font->face, characters);
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(characters, &c);)
        if (c < CODE_POINTS && text_font_glyph(font, c) && unicode_is_settable(c))
            bits[c / WORD_BITS] |= (uint64_t)1 << c % WORD_BITS;
    hb_set_destroy(characters);
}

void text_letters_add(struct text_letters *letters, const struct text_font *font,
                      struct text_fallback *fallback)
{
    for (size_t i = 0; i < letters->count; i++)
        if (letters->sources[i].font == font && letters->sources[i].fallback == fallback)
            return;
    uint64_t *bits = memory_new(CODE_POINTS / WORD_BITS, sizeof *bits);
    read_characters(font, bits);
    for (size_t i = 0; i < CODE_POINTS / WORD_BITS; i++)
        letters->shown[i] &= bits[i];
    free(bits);
    GROW(letters->sources, letters->count, letters->capacity);
    letters->sources[letters->count++] = (struct source){font, fallback};
}

static bool is_shown(const struct text_letters *letters, uint32_t codepoint)
{
    return letters->shown[codepoint / WORD_BITS] >> codepoint % WORD_BITS & 1;
}

/* Returns the first font that lends a part of the word, where the fallback makes that whole; else
 * NULL, and the word's part that lacks a character. */
static const struct text_font *find_lender(struct text_fallback *fallback, const struct word *word,
                                           const struct word **lacking)
{
    struct fallback_walk walk = {.fallback = fallback, .word = word};
    const struct text_font *lender = NULL;
    for (const struct word *part; (part = fallback_next(&walk));) {
        if (part->missing) {
            *lacking = part;
            return NULL;
        }
        if (!lender && part->style.font != word->style.font)
            lender = part->style.font;
    }
    return lender;
}

static struct text_lack lack_of(const struct unicode_char *cluster, const struct word *word,
                                struct text_fallback *fallback)
{
    struct text_lack lack = {.at = cluster->at,
                             .size = cluster->end - cluster->at,
                             .codepoint = word->missing,
                             .font = word->style.font};
    const struct word *lacking = word;
    if (fallback)
        lack.lender = find_lender(fallback, word, &lacking);
    if (lack.lender)
        return lack;
    lack.codepoint = lacking->missing;
    lack.at += word_find(word, lack.codepoint);
    lack.size = 1;
    return lack;
}

/* Shapes what belongs together in each font. Returns whether one lacks any of it, and sets *lack:
 * rather to what no other font has. */
static bool is_lacking(struct text_letters *letters, const char *text,
                       const struct unicode_char *cluster, struct text_lack *lack)
{
    bool lacks = false;
    for (size_t i = 0; i < letters->count && !(lacks && !lack->lender); i++) {
        const struct word_style style = {.font = letters->sources[i].font,
                                         .lang = library_lang(letters->library, NULL)};
        const struct word *word =
            shape_word(letters->library, &style, text + cluster->at, cluster->end - cluster->at);
        if (!word->missing)
            continue;
        *lack = lack_of(cluster, word, letters->sources[i].fallback);
        lacks = true;
    }
    return lacks;
}

/* Returns the characters that belong together around the one at a byte. */
static struct unicode_char cluster_at(struct text_letters_search *search, size_t at)
{
    struct unicode_char cluster = {.end = search->known};
    while (unicode_next_cluster(search->text, search->size, &cluster) && cluster.end <= at)
        continue;
    search->known = cluster.end;
    return cluster;
}

/* Looks at what belongs to the character. Returns whether a font lacks any of it. */
static bool is_lack(struct text_letters_search *search, const struct unicode_char *c,
                    struct text_lack *lack)
{
    struct text_letters *letters = search->letters;
    const struct unicode_char cluster = cluster_at(search, c->at);
    bool is_alone = cluster.at == c->at && cluster.end == c->end;
    search->at = cluster.end;
    if (is_lacking(letters, search->text, &cluster, lack))
        return true;
    if (is_alone && !unicode_is_mark(c->codepoint))
        letters->shown[c->codepoint / WORD_BITS] |= (uint64_t)1 << c->codepoint % WORD_BITS;
    return false;
}

bool text_letters_next(struct text_letters_search *search, struct text_lack *lack)
{
    struct unicode_char c = {.end = search->at};
    while (unicode_next(search->text, search->size, &c)) {
        search->at = c.end;
        if (unicode_is_blank(c.codepoint))
            search->known = c.end;
        else if (!is_shown(search->letters, c.codepoint) && is_lack(search, &c, lack))
            return true;
        c.end = search->at;
    }
    return false;
}

bool text_lack_tell(const struct text_lack *lack, enum rule rule, struct diag_place place,
                    struct diags *diags)
{
    struct buf character = {0};
    buf_codepoint(&character, lack->codepoint);
    if (unicode_is_right_to_left(lack->codepoint))
        diag_add(diags, rule, place, _("write it in Latin letters"),
                 _("U+%04X \"%s\" is written from right to left, which papers can't be"),
                 (unsigned)lack->codepoint, character.data);
    else if (unicode_is_private(lack->codepoint))
        diag_add(
            diags, rule, place, _("write the letters or the sign that it stands for"),
            _("U+%04X is for private use: what it stands for nobody can tell who reads the file"),
            (unsigned)lack->codepoint);
    else
        diag_add(diags, rule, place,
                 _("choose another character, or name a font that has it in the theme: varafontti"),
                 _("neither the font %s nor its fallback has a glyph for U+%04X \"%s\""),
                 text_font_name(lack->font), (unsigned)lack->codepoint, character.data);
    buf_free(&character);
    return false;
}
