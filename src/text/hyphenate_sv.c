#include "text/hyphenate.h"

#include "base/buf.h"
#include "base/message.h"
#include "text/unicode.h"

#include <errno.h>
#include <hyphen.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The patterns of Debian's hyphen-sv, also for Finland Swedish. */
static const char dictionary_path[] = "/usr/share/hyphen/hyph_sv_SE.dic";

enum { LEAST_PART = 4 }; /* letters of a compound's part */

bool hyphenate_sv_check(struct diags *diags)
{
    if (access(dictionary_path, R_OK) == 0)
        return true;
    return diag_add(diags, RULE_DICTIONARY_MISSING, (struct diag_place){.file = dictionary_path},
                    _("install the Debian package hyphen-sv"),
                    _("the Swedish hyphenation patterns can't be read: %s"), strerror(errno));
}

void hyphenate_sv_close(struct text_library *library)
{
    if (library->swedish)
        hnj_hyphen_free(library->swedish);
}

/* Returns the small letter, as in the patterns. All capitals there are Latin-1. */
static uint32_t small_letter(uint32_t codepoint)
{
    return codepoint < 0x100 && unicode_is_upper(codepoint) ? codepoint + 0x20 : codepoint;
}

/* Appends the letters in the dictionary's encoding. Returns false where one has none. */
static bool encode(const struct letters *letters, bool utf8, struct buf *word)
{
    for (size_t i = 0; i < letters->count; i++) {
        uint32_t letter = small_letter(letters->codepoints[i]);
        if (utf8)
            buf_codepoint(word, letter);
        else if (letter < 0x100)
            buf_char(word, (char)letter);
        else
            return false;
    }
    return true;
}

/* Marks the points: odd numbers. Leaves out those with a replacement (till-låta). */
static void mark_points(HyphenDict *dictionary, const struct buf *word, size_t count,
                        enum hyphen_level *levels)
{
    char marks[4 * LETTERS_MAX + 8] = {0};
    char **replacements = NULL;
    int *positions = NULL, *cuts = NULL;
    if (hnj_hyphen_hyphenate3(dictionary, word->data, (int)word->size, marks, NULL, &replacements,
                              &positions, &cuts, 2, 2, 0, 0) == 0)
        for (size_t i = 0; i + 1 < count; i++)
            if ((marks[i] & 1) && !(replacements && replacements[i]))
                levels[i] = HYPHEN_SYLLABLE;
    for (size_t i = 0; replacements && i < word->size; i++)
        free(replacements[i]);
    free(replacements);
    free(positions);
    free(cuts);
}

static bool is_one_of(uint32_t letter, const char *letters)
{
    return letter < 0x80 && strchr(letters, (int)letter);
}

static bool goes_on_with(const uint32_t *letters, const char *ending)
{
    while (*ending && small_letter(*letters) == (unsigned char)*ending) {
        letters++;
        ending++;
    }
    return !*ending;
}

/* Returns whether a part of a compound ends in letter i, a point of the patterns: in the s that
 * joins most long ones, behind a consonant (småbarns-pedagogik). Not in sts, nsk and the like,
 * which begin a syllable (väns-ter), nor before an ending (avgräns-ning). */
static bool ends_part(const struct letters *letters, size_t i)
{
    static const char *const endings[] = {"ning", "nad", "ling"};
    const uint32_t *at = &letters->codepoints[i];
    if (i + 1 < LEAST_PART || i + 1 + LEAST_PART > letters->count || small_letter(at[0]) != 's' ||
        !is_one_of(small_letter(at[-1]), "bcdfghjklmnpqrtvxz"))
        return false;
    if (is_one_of(small_letter(at[-1]), "lnr") && is_one_of(small_letter(at[1]), "klt"))
        return false;
    for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
        if (goes_on_with(at + 1, endings[k]))
            return false;
    return true;
}

/* Raises the points between parts of a compound. The patterns tell none of them from syllables. */
static void mark_compounds(const struct letters *letters, enum hyphen_level *levels)
{
    for (size_t i = 0; i < letters->count; i++)
        if (levels[i] == HYPHEN_SYLLABLE && ends_part(letters, i))
            levels[i] = HYPHEN_COMPOUND;
}

void hyphenate_sv(struct text_library *library, const struct letters *letters,
                  enum hyphen_level *levels)
{
    struct buf word = {0};
    if (!library->swedish)
        library->swedish = hnj_hyphen_load(dictionary_path);
    if (library->swedish && encode(letters, library->swedish->utf8, &word))
        mark_points(library->swedish, &word, letters->count, levels);
    mark_compounds(letters, levels);
    buf_free(&word);
}
