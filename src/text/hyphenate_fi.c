#include "text/hyphenate.h"

#include "text/voikko.h"

#include <string.h>

static void set_option(const struct voikko *voikko, int option, int value)
{
    voikko->voikkoSetBooleanOption(voikko->handle, option, value);
}

bool hyphenate_fi_open(struct text_library *library, struct diags *diags)
{
    library->voikko = voikko_open(diags);
    if (!library->voikko)
        return false;
    set_option(library->voikko, VOIKKO_OPT_NO_UGLY_HYPHENATION, 1);
    set_option(library->voikko, VOIKKO_OPT_HYPHENATE_UNKNOWN_WORDS, 0);
    return true;
}

void hyphenate_fi_close(struct text_library *library)
{
    voikko_close(library->voikko);
    library->voikko = NULL;
}

static void copy_letters(const struct letters *letters, wchar_t *word)
{
    for (size_t i = 0; i <= letters->count; i++)
        word[i] = (wchar_t)letters->codepoints[i];
}

/* Gives voikko's points in the word the level. Returns their number. */
static size_t mark_points(const struct voikko *voikko, const wchar_t *word, size_t count,
                          enum hyphen_level level, enum hyphen_level *levels)
{
    size_t points = 0;
    char *marks = voikko->voikkoHyphenateUcs4(voikko->handle, word);
    if (marks && strlen(marks) == count)
        for (size_t i = 1; i < count; i++) {
            if (marks[i] != '-')
                continue;
            levels[i - 1] = level;
            points++;
        }
    voikko->voikkoFreeCstr(marks);
    return points;
}

/* Counts the starts of parts: STRUCTURE has "=" at each, and a sign for each letter. */
static void count_boundaries(const struct voikko *voikko,
                             const struct voikko_mor_analysis *analysis, size_t count,
                             unsigned *boundaries)
{
    char *structure = voikko->voikko_mor_analysis_value_cstr(analysis, "STRUCTURE");
    size_t letter = 0;
    for (const char *sign = structure; sign && *sign && letter < count; sign++) {
        if (*sign == '=')
            boundaries[letter]++;
        else
            letter++;
    }
    voikko->voikko_free_mor_analysis_value_cstr(structure);
}

/* Raises the points that are between parts of a compound in every analysis of the word. */
static void mark_compounds(const struct voikko *voikko, const wchar_t *word, size_t count,
                           enum hyphen_level *levels)
{
    unsigned boundaries[LETTERS_MAX] = {0}, analyses = 0;
    struct voikko_mor_analysis **all = voikko->voikkoAnalyzeWordUcs4(voikko->handle, word);
    for (; all && all[analyses]; analyses++)
        count_boundaries(voikko, all[analyses], count, boundaries);
    for (size_t i = 1; i < count; i++)
        if (analyses && boundaries[i] == analyses && levels[i - 1] == HYPHEN_SYLLABLE)
            levels[i - 1] = HYPHEN_COMPOUND;
    voikko->voikko_free_mor_analysis(all);
}

static bool has_value(const struct voikko *voikko, const struct voikko_mor_analysis *analysis,
                      const char *key, const char *expected)
{
    char *value = voikko->voikko_mor_analysis_value_cstr(analysis, key);
    bool has = value && strcmp(value, expected) == 0;
    voikko->voikko_free_mor_analysis_value_cstr(value);
    return has;
}

bool hyphenate_fi_is_part(struct text_library *library, const struct letters *letters)
{
    wchar_t word[LETTERS_MAX + 1];
    const struct voikko *voikko = library->voikko;
    copy_letters(letters, word);
    struct voikko_mor_analysis **all = voikko->voikkoAnalyzeWordUcs4(voikko->handle, word);
    bool is_part = false;
    for (size_t i = 0; all && all[i] && !is_part; i++)
        is_part = has_value(voikko, all[i], "SIJAMUOTO", "nimento") &&
                  has_value(voikko, all[i], "NUMBER", "singular");
    voikko->voikko_free_mor_analysis(all);
    return is_part;
}

void hyphenate_fi(struct text_library *library, const struct letters *letters,
                  enum hyphen_level *levels)
{
    wchar_t word[LETTERS_MAX + 1];
    const struct voikko *voikko = library->voikko;
    copy_letters(letters, word);
    if (mark_points(voikko, word, letters->count, HYPHEN_SYLLABLE, levels)) {
        mark_compounds(voikko, word, letters->count, levels);
        return;
    }
    /* Rules cut an unknown word into syllables, and can miss a compound's seam. */
    set_option(voikko, VOIKKO_OPT_HYPHENATE_UNKNOWN_WORDS, 1);
    mark_points(voikko, word, letters->count, HYPHEN_EMERGENCY, levels);
    set_option(voikko, VOIKKO_OPT_HYPHENATE_UNKNOWN_WORDS, 0);
}
