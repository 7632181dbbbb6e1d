#include "text/hyphenate.h"

#include "text/unicode.h"

#include <string.h>

enum { LEAST_LETTERS = 2, LEAST_BYTES = 2, ACRONYM_LETTERS = 6 };

struct found {
    struct hyphen_point points[HYPHEN_POINTS_MAX];
    size_t count;
};

static void add_point(struct found *found, size_t end, size_t start, enum hyphen_level level,
                      bool drawn)
{
    if (found->count < HYPHEN_POINTS_MAX)
        found->points[found->count++] =
            (struct hyphen_point){(uint16_t)end, (uint16_t)start, level, drawn};
}

/* Returns whether the sign parts an address or a code. */
static bool is_mark(uint32_t codepoint)
{
    return codepoint < 0x80 && codepoint && strchr("./-_?&=@#+~:", (int)codepoint);
}

/* Finds the points of an address or a code: behind its marks, but behind or before no lone sign. */
static void find_mark_points(const struct word *word, struct found *found)
{
    bool after_mark = false;
    for (struct unicode_char c = {0}; unicode_next(word->text, word->size, &c);) {
        bool mark = is_mark(c.codepoint);
        if (after_mark && !mark && c.at >= LEAST_BYTES && c.at + LEAST_BYTES <= word->size)
            add_point(found, c.at, c.at, HYPHEN_EMERGENCY, false);
        after_mark = mark;
    }
}

bool hyphenate_is_marked(const struct word *word)
{
    static const char soft_hyphen[] = "\u00AD";
    for (size_t i = 0; i + 1 < word->size; i++)
        if (memcmp(word->text + i, soft_hyphen, sizeof soft_hyphen - 1) == 0)
            return true;
    return false;
}

static void find_soft_hyphens(const struct word *word, struct found *found)
{
    for (struct unicode_char c = {0}; unicode_next(word->text, word->size, &c);)
        if (c.codepoint == UNICODE_SOFT_HYPHEN && c.at > 0 && c.end < word->size)
            add_point(found, c.at, c.end, HYPHEN_COMPOUND, true);
}

/* Returns whether letters are an acronym, or a name such as McDonald, for which no rule holds. */
static bool is_name_of_capitals(const struct letters *letters)
{
    size_t capitals = 0;
    for (size_t i = 0; i < letters->count; i++)
        capitals += unicode_is_upper(letters->codepoints[i]);
    if (capitals == letters->count)
        return letters->count <= ACRONYM_LETTERS;
    return capitals > 1 || (capitals == 1 && !unicode_is_upper(letters->codepoints[0]));
}

static void find_dictionary_points(struct text_library *library, const struct word *word,
                                   struct letters *letters, struct found *found)
{
    enum hyphen_level levels[LETTERS_MAX + 1] = {HYPHEN_NONE};
    if (letters->count < 2 * LEAST_LETTERS || is_name_of_capitals(letters))
        return;
    letters->codepoints[letters->count] = 0;
    if (word->style.lang->hyphenation == HYPHENATION_FINNISH)
        hyphenate_fi(library, letters, levels);
    else
        hyphenate_sv(library, letters, levels);
    for (size_t i = LEAST_LETTERS - 1; i + LEAST_LETTERS < letters->count; i++)
        if (levels[i])
            add_point(found, letters->at[i + 1], letters->at[i + 1], levels[i], true);
}

/* Returns whether the sign may stand around a word; no other signs may. */
static bool is_around_word(uint32_t codepoint)
{
    return (codepoint < 0x80 && codepoint && strchr("()[]{}\"'.,;:!?/", (int)codepoint)) ||
           (codepoint >= 0x2010 && codepoint <= 0x203A) || codepoint == 0xAB || codepoint == 0xBB ||
           unicode_is_glue(codepoint);
}

/* Returns whether the text is words with hyphens between and signs around: no digits anywhere, no
 * signs inside. Sets *from to the first letter, *to to the end of the last. */
static bool is_plain(const struct word *word, size_t *from, size_t *to)
{
    bool sign_inside = false;
    *from = word->size;
    *to = 0;
    for (struct unicode_char c = {0}; unicode_next(word->text, word->size, &c);) {
        bool letter = unicode_is_letter(c.codepoint);
        if (letter && sign_inside)
            return false;
        if (letter) {
            *from = *to ? *from : c.at;
            *to = c.end;
        } else if (!unicode_is_hyphen(c.codepoint)) {
            sign_inside = *to;
            if (!is_around_word(c.codepoint))
                return false;
        }
    }
    return *to;
}

/* Finds the points of each stretch of letters between hyphens. */
static void find_word_points(struct text_library *library, const struct word *word, size_t from,
                             size_t to, struct found *found)
{
    struct letters letters = {.count = 0};
    for (struct unicode_char c = {.end = from}; unicode_next(word->text, to, &c);) {
        if (!unicode_is_letter(c.codepoint)) {
            find_dictionary_points(library, word, &letters, found);
            letters.count = 0;
            continue;
        }
        if (letters.count == LETTERS_MAX)
            return;
        letters.codepoints[letters.count] = c.codepoint;
        letters.at[letters.count++] = (uint16_t)c.at;
        letters.at[letters.count] = (uint16_t)c.end;
    }
    find_dictionary_points(library, word, &letters, found);
}

static const struct hyphens *keep(struct arena *arena, const struct found *found)
{
    struct hyphens *hyphens = arena_alloc(arena, sizeof *hyphens);
    size_t pieces = found->count + 1;
    struct hyphen_point *points = arena_array(arena, found->count, sizeof *points);
    memcpy(points, found->points, found->count * sizeof *points);
    hyphens->points = points;
    hyphens->count = found->count;
    hyphens->pieces = arena_array(arena, pieces * pieces, sizeof(struct word *));
    return hyphens;
}

bool hyphenate_is_code(const struct word *word)
{
    size_t from, to;
    return word->style.address || !is_plain(word, &from, &to);
}

static void find_points(struct text_library *library, const struct word *word, struct found *found)
{
    size_t from, to;
    if (!word->style.address)
        find_soft_hyphens(word, found);
    if (found->count)
        return;
    if (word->style.address || !is_plain(word, &from, &to))
        find_mark_points(word, found);
    else if (word->style.lang->hyphenation != HYPHENATION_NONE)
        find_word_points(library, word, from, to, found);
}

const struct hyphens *hyphenate_word(struct text_library *library, struct word *word)
{
    struct found found = {.count = 0};
    if (word->hyphens)
        return word->hyphens;
    find_points(library, word, &found);
    word->hyphens = keep(library->arena, &found);
    return word->hyphens;
}
