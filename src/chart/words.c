/* Lists charts' words in the document's language, not the language of the program's messages. */
#include "chart/chart_private.h"

#include <string.h>

#define NO_BREAK_SPACE "\u00A0"

static const struct chart_words languages[] = {
    {
        .lang = "en",
        .decimal = '.',
        .group = ",",
        .bar_chart = "Horizontal bar chart",
        .line_chart = "Line chart",
        .with_value = "Rows with a value",
        .without_value = "Rows without a value",
        .highest = "Highest",
        .lowest = "Lowest",
        .all_values = "All values",
        .in_all = "in all",
        .reaching = "Reach the target",
        .missing = "do not reach it",
        .reaches = "Reaches the target",
        .misses = "Does not reach the target",
        .target = "Target",
        .at_least = "Target at least",
        .at_most = "Target at most",
        .first = "first",
        .last = "last",
        .peak = "highest",
        .bottom = "lowest",
        .rose = "rose",
        .fell = "fell",
        .unchanged = "unchanged",
        .continued = "Continued, rows",
        .without_zero = "The scale does not start at zero.",
    },
    {
        .lang = "fi",
        .decimal = ',',
        .group = NO_BREAK_SPACE,
        .bar_chart = "Vaakapylväskaavio",
        .line_chart = "Viivakaavio",
        .with_value = "Rivejä, joilla on arvo",
        .without_value = "Rivejä ilman arvoa",
        .highest = "Suurin",
        .lowest = "Pienin",
        .all_values = "Kaikki arvot",
        .in_all = "yhteensä",
        .reaching = "Tavoitteen saavuttaa",
        .missing = "ei saavuta",
        .reaches = "Saavuttaa tavoitteen",
        .misses = "Ei saavuta tavoitetta",
        .target = "Tavoite",
        .at_least = "Tavoite vähintään",
        .at_most = "Tavoite enintään",
        .first = "ensin",
        .last = "viimeksi",
        .peak = "korkein",
        .bottom = "matalin",
        .rose = "kasvoi",
        .fell = "väheni",
        .unchanged = "ennallaan",
        .continued = "Jatkoa, rivit",
        .without_zero = "Asteikko ei ala nollasta.",
    },
    {
        .lang = "sv",
        .decimal = ',',
        .group = NO_BREAK_SPACE,
        .bar_chart = "Liggande stapeldiagram",
        .line_chart = "Linjediagram",
        .with_value = "Rader med värde",
        .without_value = "Rader utan värde",
        .highest = "Högst",
        .lowest = "Lägst",
        .all_values = "Alla värden",
        .in_all = "totalt",
        .reaching = "Når målet",
        .missing = "når inte",
        .reaches = "Når målet",
        .misses = "Når inte målet",
        .target = "Mål",
        .at_least = "Mål minst",
        .at_most = "Mål högst",
        .first = "först",
        .last = "senast",
        .peak = "högst",
        .bottom = "lägst",
        .rose = "ökade",
        .fell = "minskade",
        .unchanged = "oförändrat",
        .continued = "Fortsättning, rader",
        .without_zero = "Skalan börjar inte vid noll.",
    },
};

const struct chart_words *chart_words(const char *lang)
{
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        size_t size = strlen(languages[i].lang);
        if (strncmp(lang, languages[i].lang, size) == 0 && (!lang[size] || lang[size] == '-'))
            return &languages[i];
    }
    return &languages[0];
}
