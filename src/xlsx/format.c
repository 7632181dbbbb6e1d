#include "xlsx/format.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

enum format format_built_in(long number)
{
    /* ECMA-376, 18.8.30; the later ones are East Asian dates. */
    if (number == 9 || number == 10)
        return FORMAT_PERCENT;
    if ((number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31) ||
        number == 36 || (number >= 50 && number <= 58))
        return FORMAT_DATE;
    if ((number >= 18 && number <= 21) || (number >= 32 && number <= 35) ||
        (number >= 45 && number <= 47))
        return FORMAT_TIME;
    return FORMAT_NUMBER;
}

/* What a format's letters ask for. */
struct wanted {
    bool day_or_year, month, clock, per_cent;
};

/* Reads what stands in brackets: a colour, a condition, a language, or time that goes on, [h].
 * Returns where they end. */
static const char *read_brackets(const char *at, struct wanted *wanted)
{
    const char *end = strchr(at, ']');
    size_t size = end ? (size_t)(end - at) : strlen(at);
    size_t letters = strspn(at, "hHmMsS");
    wanted->clock |= letters > 0 && letters == size;
    return at + size;
}

/* Takes note of a letter that isn't quoted. */
static void read_letter(char letter, struct wanted *wanted)
{
    wanted->day_or_year |= strchr("dDyY", letter) != NULL;
    wanted->month |= strchr("mM", letter) != NULL;
    wanted->clock |= strchr("hHsS", letter) != NULL;
    wanted->per_cent |= letter == '%';
}

/* Returns where what begins there ends: the last of its characters. */
static const char *read_item(const char *at, struct wanted *wanted)
{
    const char *end;
    if (*at == '"')
        return (end = strchr(at + 1, '"')) ? end : at + strlen(at) - 1;
    if (*at == '[')
        return (end = read_brackets(at + 1, wanted)), *end ? end : end - 1;
    if (strchr("\\_*", *at))
        return at[1] ? at + 1 : at;
    if (strncasecmp(at, "General", 7) == 0)
        return at + 6;
    if (strncasecmp(at, "AM/PM", 5) == 0)
        return at + 4;
    read_letter(*at, wanted);
    return at;
}

enum format format_of_code(const char *code)
{
    struct wanted wanted = {0};
    for (const char *at = code; *at && *at != ';'; at++)
        at = read_item(at, &wanted);
    if (wanted.day_or_year || (wanted.month && !wanted.clock))
        return FORMAT_DATE;
    if (wanted.clock)
        return FORMAT_TIME;
    return wanted.per_cent ? FORMAT_PERCENT : FORMAT_NUMBER;
}
