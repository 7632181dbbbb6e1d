#include "text/fallback.h"

#include "text/fallback_walk.h"
#include "text/font_file.h"

/*
 * Debian's fonts-dejavu-core and fonts-symbola, which script/setup installs, have most symbols and
 * pictures up to Unicode 7. The others have newer ones, on machines that have them.
 */
static const char *const usual_families[] = {"DejaVu Sans", "Symbola", "Noto Sans Symbols2",
                                             "Noto Sans Symbols 2", "Noto Emoji"};
enum { USUAL = sizeof usual_families / sizeof *usual_families };

struct family {
    struct family *next;
    const char *name;
    struct {
        bool is_asked;
        const struct text_font *font; /* or NULL */
    } faces[2][2];                    /* by weight and slant */
};

struct text_fallback {
    struct text_library *library;
    struct arena *arena;
    struct family *first, **usual; /* where the theme's families end */
};

/* --- Families --- */

static struct family *insert(struct text_fallback *fallback, struct family **at, const char *name)
{
    struct family *family = arena_alloc(fallback->arena, sizeof *family);
    family->name = name;
    family->next = *at;
    *at = family;
    return family;
}

struct text_fallback *text_fallback_new(struct text_library *library, struct arena *arena)
{
    struct text_fallback *fallback = arena_alloc(arena, sizeof *fallback);
    fallback->library = library;
    fallback->arena = arena;
    fallback->usual = &fallback->first;
    for (size_t i = USUAL; i-- > 0;)
        insert(fallback, &fallback->first, usual_families[i]);
    return fallback;
}

bool text_fallback_add(struct text_fallback *fallback, const char *family, const char *package,
                       struct diags *diags)
{
    if (!text_font_find(fallback->library, family, false, false, package, diags))
        return false;
    const char *name = arena_strdup(fallback->arena, family);
    fallback->usual = &insert(fallback, fallback->usual, name)->next;
    return true;
}

/* Returns the face, or NULL. A font without a space couldn't part the words of an extracted text.
 */
static const struct text_font *find_face(struct text_library *library, const char *family,
                                         bool bold, bool italic)
{
    const struct text_font *font = font_find_usual(library, family, bold, italic);
    if (!font)
        font = font_find_usual(library, family, false, false);
    return font && font->space ? font : NULL;
}

/* Returns the family's font in a font's weight and slant, else its regular one; NULL where it has
 * neither. */
static const struct text_font *face_like(const struct text_fallback *fallback,
                                         struct family *family, const struct text_font *font)
{
    bool bold = font->bold, italic = font->italic;
    if (!family->faces[bold][italic].is_asked)
        family->faces[bold][italic].font = find_face(fallback->library, family->name, bold, italic);
    family->faces[bold][italic].is_asked = true;
    return family->faces[bold][italic].font;
}

/* --- Parts of a word --- */

static size_t count_missing(const struct word *word)
{
    size_t missing = 0;
    for (uint32_t i = 0; i < word->glyph_count; i++)
        missing += !word->glyphs[i].id;
    return missing;
}

static struct word *shape_in(const struct fallback_walk *walk, const struct text_font *font,
                             size_t from, size_t to)
{
    struct word_style style = walk->word->style;
    style.font = font;
    return shape_word(walk->fallback->library, &style, walk->word->text + from, to - from);
}

/* Returns the font for a stretch of the word that belongs together and that its own font lacks some
 * of: the first that has all, else the one that lacks the least. */
static const struct text_font *find_lender(const struct fallback_walk *walk, size_t from, size_t to)
{
    const struct text_font *own = walk->word->style.font, *best = own;
    size_t fewest = count_missing(shape_in(walk, own, from, to));
    for (struct family *family = walk->fallback->first; family && fewest; family = family->next) {
        const struct text_font *font = face_like(walk->fallback, family, own);
        size_t missing = font ? count_missing(shape_in(walk, font, from, to)) : fewest;
        if (missing < fewest)
            best = font;
        fewest = missing < fewest ? missing : fewest;
    }
    return best;
}

/* Finds what belongs together from a glyph on, whose text begins at a byte. Sets *end to the glyph
 * behind it and *to to its text's end, and returns its font. */
static const struct text_font *find_cluster(const struct fallback_walk *walk, uint32_t glyph,
                                            size_t from, uint32_t *end, size_t *to)
{
    const struct word *word = walk->word;
    bool lacks = false;
    *to = from;
    *end = glyph;
    do {
        lacks |= !word->glyphs[*end].id;
        *to += word->glyphs[(*end)++].text_size;
    } while (*end < word->glyph_count && !word->glyphs[*end].text_size);
    return lacks ? find_lender(walk, from, *to) : word->style.font;
}

struct word *fallback_next(struct fallback_walk *walk)
{
    const struct text_font *font = NULL;
    size_t from = walk->to, to;
    uint32_t end;
    while (walk->glyph < walk->word->glyph_count) {
        const struct text_font *next = find_cluster(walk, walk->glyph, walk->to, &end, &to);
        if (font && next != font)
            break;
        font = next;
        walk->glyph = end;
        walk->to = to;
    }
    return font ? shape_in(walk, font, from, walk->to) : NULL;
}
