/*
 * Finds characters that fonts can't show. One with a glyph in each font is shown. Others may still
 * be: as an accented letter in parts, as parts of an accented letter, as nothing at all (U+200B).
 * HarfBuzz knows, so those are shaped, a mark together with the character before.
 */
#include "text/letters.h"

#include "base/buf.h"
#include "base/memory.h"
#include "base/message.h"
#include "text/font_file.h"
#include "text/shape.h"
#include "text/unicode.h"

#include <stdlib.h>
#include <string.h>

enum { CODE_POINTS = 0x110000, WORD_BITS = 64, MOST_MARKS = 3, FARTHEST = 16 /* bytes */ };

struct text_letters {
    struct text_library *library;
    const struct text_font **fonts;
    size_t count, capacity;
    uint64_t shown[CODE_POINTS / WORD_BITS]; /* bits: shown by all fonts without a neighbour */
};

struct text_letters *text_letters_new(struct text_library *library)
{
    struct text_letters *letters = memory_new(1, sizeof *letters);
    letters->library = library;
    memset(letters->shown, 0xFF, sizeof letters->shown);
    return letters;
}

void text_letters_free(struct text_letters *letters)
{
    if (letters)
        free(letters->fonts);
    free(letters);
}

/* Sets the bits of the characters with a glyph in the font. */
static void read_characters(const struct text_font *font, uint64_t *bits)
{
    hb_set_t *characters = hb_set_create();
    hb_face_collect_unicodes(font->face, characters);
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(characters, &c);)
        if (c < CODE_POINTS && text_font_glyph(font, c) && !unicode_is_right_to_left(c))
            bits[c / WORD_BITS] |= (uint64_t)1 << c % WORD_BITS;
    hb_set_destroy(characters);
}

void text_letters_add(struct text_letters *letters, const struct text_font *font)
{
    for (size_t i = 0; i < letters->count; i++)
        if (letters->fonts[i] == font)
            return;
    uint64_t *bits = memory_new(CODE_POINTS / WORD_BITS, sizeof *bits);
    read_characters(font, bits);
    for (size_t i = 0; i < CODE_POINTS / WORD_BITS; i++)
        letters->shown[i] &= bits[i];
    free(bits);
    GROW(letters->fonts, letters->count, letters->capacity);
    letters->fonts[letters->count++] = font;
}

/* The state of a search in a text. */
struct search {
    struct text_letters *letters;
    const char *text;
    size_t size;
    size_t before; /* the character that a mark here would stand on; or the end of the last one */
    struct text_lack *lacks;
    size_t count;
};

static bool is_shown(const struct text_letters *letters, uint32_t codepoint)
{
    return letters->shown[codepoint / WORD_BITS] >> codepoint % WORD_BITS & 1;
}

static bool is_reported(const struct search *search, uint32_t codepoint)
{
    for (size_t i = 0; i < search->count; i++)
        if (search->lacks[i].codepoint == codepoint)
            return true;
    return false;
}

/* Returns the end of the marks from at on. */
static size_t marks_end(const struct search *search, size_t at)
{
    struct unicode_char c = {.end = at};
    for (int i = 0; i < MOST_MARKS && unicode_next(search->text, search->size, &c); i++)
        if (!unicode_is_mark(c.codepoint))
            return c.at;
    return c.end;
}

/* Returns the byte of the wanted character between start and end; end where there is none. */
static size_t find_character(const struct search *search, size_t start, size_t end, uint32_t wanted)
{
    struct unicode_char c = {.end = start};
    while (unicode_next(search->text, end, &c) && c.codepoint != wanted)
        continue;
    return c.at;
}

/* Shapes a stretch in each font. Notes the first lacking character, and returns false then. */
static bool is_shaped(struct search *search, size_t start, size_t end)
{
    struct text_library *library = search->letters->library;
    for (size_t i = 0; i < search->letters->count; i++) {
        const struct word_style style = {.font = search->letters->fonts[i],
                                         .lang = library_lang(library, NULL)};
        uint32_t missing = shape_word(library, &style, search->text + start, end - start)->missing;
        if (!missing)
            continue;
        if (!is_reported(search, missing))
            search->lacks[search->count++] = (struct text_lack){
                find_character(search, start, end, missing), missing, style.font};
        return false;
    }
    return true;
}

/* Tries whether fonts show c when shaped with its neighbours. */
static void try_character(struct search *search, const struct unicode_char *c)
{
    bool is_mark = unicode_is_mark(c->codepoint);
    bool is_near = c->at - search->before <= FARTHEST;
    size_t start = is_mark && is_near ? search->before : c->at;
    size_t end = marks_end(search, c->end);
    bool is_alone = start == c->at && end == c->end;
    if (is_shaped(search, start, end) && is_alone && !is_mark)
        search->letters->shown[c->codepoint / WORD_BITS] |= (uint64_t)1 << c->codepoint % WORD_BITS;
}

static void step(struct search *search, const struct unicode_char *c)
{
    if (!unicode_is_blank(c->codepoint) && !is_shown(search->letters, c->codepoint) &&
        !is_reported(search, c->codepoint))
        try_character(search, c);
    if (unicode_is_blank(c->codepoint))
        search->before = c->end;
    else if (!unicode_is_mark(c->codepoint))
        search->before = c->at;
}

size_t text_letters_find_lacks(struct text_letters *letters, const char *text,
                               struct text_lack *lacks, size_t most)
{
    struct search search = {.letters = letters, .text = text, .size = strlen(text), .lacks = lacks};
    struct unicode_char c = {0};
    while (search.count < most && unicode_next(text, search.size, &c))
        step(&search, &c);
    return search.count;
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
    else
        diag_add(diags, rule, place, _("choose a font that has it, or another character"),
                 _("the font %s has no glyph for U+%04X \"%s\""), text_font_name(lack->font),
                 (unsigned)lack->codepoint, character.data);
    buf_free(&character);
    return false;
}
