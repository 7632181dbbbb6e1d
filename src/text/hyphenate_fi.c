#include "text/hyphenate.h"

#include "base/message.h"

#include <libvoikko/voikko.h>
#include <string.h>

bool hyphenate_fi_open(struct text_library *library, struct diags *diags)
{
    const char *error = NULL;
    library->voikko = voikkoInit(&error, "fi", NULL);
    if (!library->voikko)
        return diag_add(diags, RULE_DICTIONARY_MISSING, (struct diag_place){0},
                        _("install the Debian package voikko-fi"),
                        _("the Finnish dictionary can't be opened: %s"), error ? error : "");
    voikkoSetBooleanOption(library->voikko, VOIKKO_OPT_NO_UGLY_HYPHENATION, 1);
    voikkoSetBooleanOption(library->voikko, VOIKKO_OPT_HYPHENATE_UNKNOWN_WORDS, 0);
    return true;
}

void hyphenate_fi_close(struct text_library *library)
{
    if (library->voikko)
        voikkoTerminate(library->voikko);
    library->voikko = NULL;
}

static void copy_letters(const struct letters *letters, wchar_t *word)
{
    for (size_t i = 0; i <= letters->count; i++)
        word[i] = (wchar_t)letters->codepoints[i];
}

/* Gives voikko's points in the word the level. Returns their number. */
static size_t mark_points(struct VoikkoHandle *voikko, const wchar_t *word, size_t count,
                          enum hyphen_level level, enum hyphen_level *levels)
{
    size_t points = 0;
    char *marks = voikkoHyphenateUcs4(voikko, word);
    if (marks && strlen(marks) == count)
        for (size_t i = 1; i < count; i++) {
            if (marks[i] != '-')
                continue;
            levels[i - 1] = level;
            points++;
        }
    voikkoFreeCstr(marks);
    return points;
}

/* Counts the starts of parts: STRUCTURE has "=" at each, and a sign for each letter. */
static void count_boundaries(const struct voikko_mor_analysis *analysis, size_t count,
                             unsigned *boundaries)
{
    char *structure = voikko_mor_analysis_value_cstr(analysis, "STRUCTURE");
    size_t letter = 0;
    for (const char *sign = structure; sign && *sign && letter < count; sign++) {
        if (*sign == '=')
            boundaries[letter]++;
        else
            letter++;
    }
    voikko_free_mor_analysis_value_cstr(structure);
}

/* Raises the points that are between parts of a compound in every analysis of the word. */
static void mark_compounds(struct VoikkoHandle *voikko, const wchar_t *word, size_t count,
                           enum hyphen_level *levels)
{
    unsigned boundaries[LETTERS_MAX] = {0}, analyses = 0;
    struct voikko_mor_analysis **all = voikkoAnalyzeWordUcs4(voikko, word);
    for (; all && all[analyses]; analyses++)
        count_boundaries(all[analyses], count, boundaries);
    for (size_t i = 1; i < count; i++)
        if (analyses && boundaries[i] == analyses && levels[i - 1] == HYPHEN_SYLLABLE)
            levels[i - 1] = HYPHEN_COMPOUND;
    voikko_free_mor_analysis(all);
}

static bool has_value(const struct voikko_mor_analysis *analysis, const char *key,
                      const char *expected)
{
    char *value = voikko_mor_analysis_value_cstr(analysis, key);
    bool has = value && strcmp(value, expected) == 0;
    voikko_free_mor_analysis_value_cstr(value);
    return has;
}

bool hyphenate_fi_is_part(struct text_library *library, const struct letters *letters)
{
    wchar_t word[LETTERS_MAX + 1];
    copy_letters(letters, word);
    struct voikko_mor_analysis **all = voikkoAnalyzeWordUcs4(library->voikko, word);
    bool is_part = false;
    for (size_t i = 0; all && all[i] && !is_part; i++)
        is_part =
            has_value(all[i], "SIJAMUOTO", "nimento") && has_value(all[i], "NUMBER", "singular");
    voikko_free_mor_analysis(all);
    return is_part;
}

void hyphenate_fi(struct text_library *library, const struct letters *letters,
                  enum hyphen_level *levels)
{
    wchar_t word[LETTERS_MAX + 1];
    struct VoikkoHandle *voikko = library->voikko;
    copy_letters(letters, word);
    if (mark_points(voikko, word, letters->count, HYPHEN_SYLLABLE, levels)) {
        mark_compounds(voikko, word, letters->count, levels);
        return;
    }
    /* Rules cut an unknown word into syllables, and can miss a compound's seam. */
    voikkoSetBooleanOption(voikko, VOIKKO_OPT_HYPHENATE_UNKNOWN_WORDS, 1);
    mark_points(voikko, word, letters->count, HYPHEN_EMERGENCY, levels);
    voikkoSetBooleanOption(voikko, VOIKKO_OPT_HYPHENATE_UNKNOWN_WORDS, 0);
}
