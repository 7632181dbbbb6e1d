#include "text/inflection.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "text/voikko.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

enum { LONGEST = 100 };

struct inflection {
    struct voikko *voikko;
};

/* The cases' names in libvoikko and in the input. */
static const struct {
    const char *voikko, *name;
} cases[] = {
    {"nimento", "nominatiivi"},  {"omanto", "genetiivi"},      {"osanto", "partitiivi"},
    {"olento", "essiivi"},       {"tulento", "translatiivi"},  {"sisaolento", "inessiivi"},
    {"sisaeronto", "elatiivi"},  {"sisatulento", "illatiivi"}, {"ulkoolento", "adessiivi"},
    {"ulkoeronto", "ablatiivi"}, {"ulkotulento", "allatiivi"},
};

struct inflection *inflection_open(struct diags *diags)
{
    struct voikko *voikko = voikko_open(diags);
    if (!voikko)
        return NULL;
    struct inflection *inflection = memory_new(1, sizeof *inflection);
    inflection->voikko = voikko;
    return inflection;
}

void inflection_close(struct inflection *inflection)
{
    if (!inflection)
        return;
    voikko_close(inflection->voikko);
    free(inflection);
}

static bool decode(const char *word, wchar_t wide[LONGEST + 1])
{
    size_t count = 0;
    while (*word && count < LONGEST) {
        uint32_t codepoint;
        size_t size = utf8_read(word, &codepoint);
        if (!size)
            return false;
        wide[count++] = (wchar_t)codepoint;
        word += size;
    }
    wide[count] = L'\0';
    return count && !*word;
}

static const char *case_name(const char *voikko)
{
    for (size_t i = 0; voikko && i < sizeof cases / sizeof *cases; i++)
        if (strcmp(cases[i].voikko, voikko) == 0)
            return cases[i].name;
    return "";
}

static enum inflection_kind kind_of(const char *class)
{
    static const char *const classes[] = {[INFLECTION_OTHER] = "",
                                          [INFLECTION_GIVEN_NAME] = "etunimi",
                                          [INFLECTION_SURNAME] = "sukunimi",
                                          [INFLECTION_PLACE] = "paikannimi"};
    for (size_t i = 0; class && i < sizeof classes / sizeof *classes; i++)
        if (strcmp(classes[i], class) == 0)
            return (enum inflection_kind)i;
    return INFLECTION_OTHER;
}

static struct inflection_reading reading_of(const struct voikko *voikko,
                                            const struct voikko_mor_analysis *analysis,
                                            struct arena *arena)
{
    char *name = voikko->voikko_mor_analysis_value_cstr(analysis, "SIJAMUOTO");
    char *base = voikko->voikko_mor_analysis_value_cstr(analysis, "BASEFORM");
    char *class = voikko->voikko_mor_analysis_value_cstr(analysis, "CLASS");
    struct inflection_reading reading = {.name = case_name(name),
                                         .base = arena_strdup(arena, base ? base : ""),
                                         .kind = kind_of(class)};
    voikko->voikko_free_mor_analysis_value_cstr(name);
    voikko->voikko_free_mor_analysis_value_cstr(base);
    voikko->voikko_free_mor_analysis_value_cstr(class);
    return reading;
}

size_t inflection_read(struct inflection *inflection, const char *word, struct arena *arena,
                       size_t limit, struct inflection_reading *readings)
{
    wchar_t wide[LONGEST + 1];
    const struct voikko *voikko = inflection->voikko;
    size_t count = 0;
    if (!decode(word, wide))
        return 0;
    struct voikko_mor_analysis **all = voikko->voikkoAnalyzeWordUcs4(voikko->handle, wide);
    for (; all && all[count] && count < limit; count++)
        readings[count] = reading_of(voikko, all[count], arena);
    voikko->voikko_free_mor_analysis(all);
    return count;
}

bool inflection_knows(struct inflection *inflection, const char *word)
{
    wchar_t wide[LONGEST + 1];
    const struct voikko *voikko = inflection->voikko;
    return decode(word, wide) && voikko->voikkoSpellUcs4(voikko->handle, wide) == VOIKKO_SPELL_OK;
}

size_t inflection_suggest(struct inflection *inflection, const char *word, struct arena *arena,
                          size_t limit, const char **words)
{
    const struct voikko *voikko = inflection->voikko;
    char **all = voikko->voikkoSuggestCstr(voikko->handle, word);
    size_t count = 0;
    for (; all && all[count] && count < limit; count++)
        words[count] = arena_strdup(arena, all[count]);
    if (all)
        voikko->voikkoFreeCstrArray(all);
    return count;
}
