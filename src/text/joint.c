#include "text/joint.h"

#include "base/utf8.h"
#include "text/prefix.h"
#include "text/unicode.h"

#include <string.h>

enum { LEAST_PART = 3 }; /* bytes or letters of a compound's part */

/* A glyph for more than one letter, as bytes of the word. */
struct ligature {
    size_t from, to;
};

/* Finds the next ligature, from glyph *next on, in which a compound's parts could meet. */
static bool next_ligature(hb_buffer_t *shaped, const struct word *word, unsigned *next,
                          struct ligature *ligature)
{
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(shaped, &count);
    while (*next < count) {
        unsigned i = (*next)++;
        ligature->from = infos[i].cluster;
        ligature->to = i + 1 < count ? infos[i + 1].cluster : word->size;
        if (ligature->to > LEAST_PART && ligature->from + LEAST_PART < word->size &&
            utf8_count(word->text + ligature->from, ligature->to - ligature->from) > 1)
            return true;
    }
    return false;
}

/* Reads the letters before byte end of the word, back to the first sign or the word's start. */
static void read_letters(const struct word *word, size_t end, struct letters *letters)
{
    letters->count = 0;
    for (struct unicode_char c = {0}; unicode_next(word->text, end, &c);) {
        bool letter = unicode_is_letter(c.codepoint) && letters->count < LETTERS_MAX;
        letters->count = letter ? letters->count + 1 : 0;
        if (letter)
            letters->codepoints[letters->count - 1] = c.codepoint;
    }
    letters->codepoints[letters->count] = 0;
}

/* Returns whether a part of a compound may end inside the ligature. */
static bool may_part(struct text_library *library, const struct word *word,
                     struct ligature ligature)
{
    struct letters letters;
    for (size_t end = ligature.from + 1; end < ligature.to; end++) {
        read_letters(word, end, &letters);
        if (letters.count >= LEAST_PART && prefix_is_part(library, &letters))
            return true;
    }
    return false;
}

/* Appends the ligature's joints: points inside between parts of a compound. Returns the count. */
static size_t find_in(const struct hyphens *hyphens, struct ligature ligature, uint16_t *joints,
                      size_t count)
{
    for (size_t i = 0; i < hyphens->count && count < HYPHEN_POINTS_MAX; i++) {
        const struct hyphen_point *point = &hyphens->points[i];
        if (point->level == HYPHEN_COMPOUND && point->end > ligature.from &&
            point->end < ligature.to)
            joints[count++] = point->end;
    }
    return count;
}

static void keep(struct arena *arena, const uint16_t *joints, size_t count, struct word *word)
{
    uint16_t *kept = arena_array(arena, count, sizeof *kept);
    memcpy(kept, joints, count * sizeof *kept);
    word->joints = kept;
    word->joint_count = (uint32_t)count;
}

bool joints_find(struct text_library *library, hb_buffer_t *shaped, struct word *word)
{
    uint16_t joints[HYPHEN_POINTS_MAX];
    size_t count = 0;
    unsigned next = 0;
    struct ligature ligature;
    if (word->style.address || word->style.lang->hyphenation != HYPHENATION_FINNISH)
        return false;
    bool marked = hyphenate_is_marked(word);
    while (next_ligature(shaped, word, &next, &ligature))
        if (marked || may_part(library, word, ligature))
            count = find_in(hyphenate_word(library, word), ligature, joints, count);
    if (count)
        keep(library->arena, joints, count, word);
    return count;
}

void joints_inherit(struct arena *arena, const struct word *word, size_t start, struct word *piece)
{
    uint16_t joints[HYPHEN_POINTS_MAX];
    size_t count = 0;
    for (size_t i = 0; i < word->joint_count; i++)
        if (word->joints[i] > start && word->joints[i] < start + piece->size)
            joints[count++] = (uint16_t)(word->joints[i] - start);
    if (count)
        keep(arena, joints, count, piece);
}
