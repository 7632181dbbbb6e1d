#include "followup/book_value.h"

#include "base/blank.h"
#include "base/calendar.h"
#include "xlsx/written.h"

#include <string.h>

static const struct word {
    enum value_words words;
    const char *written, *value;
} words_written[] = {
    {VALUE_YES_NO, "kyllä", "kylla"},
    {VALUE_YES_NO, "kylla", "kylla"},
    {VALUE_YES_NO, "k", "kylla"},
    {VALUE_YES_NO, "x", "kylla"},
    {VALUE_YES_NO, "1", "kylla"},
    {VALUE_YES_NO, "joo", "kylla"},
    {VALUE_YES_NO, "juu", "kylla"},
    {VALUE_YES_NO, "on", "kylla"},
    {VALUE_YES_NO, "true", "kylla"},
    {VALUE_YES_NO, "ja", "kylla"},
    {VALUE_YES_NO, "yes", "kylla"},
    {VALUE_YES_NO, "ei", "ei"},
    {VALUE_YES_NO, "e", "ei"},
    {VALUE_YES_NO, "0", "ei"},
    {VALUE_YES_NO, "false", "ei"},
    {VALUE_YES_NO, "ei ole", "ei"},
    {VALUE_YES_NO, "nej", "ei"},
    {VALUE_YES_NO, "no", "ei"},
    {VALUE_DONE, "tehty", "tehty"},
    {VALUE_DONE, "on tehty", "tehty"},
    {VALUE_DONE, "valmis", "tehty"},
    {VALUE_DONE, "ei tehty", "eiTehty"},
    {VALUE_DONE, "eitehty", "eiTehty"},
    {VALUE_DONE, "tekemättä", "eiTehty"},
    {VALUE_DONE, "kesken", "kesken"},
    {VALUE_DONE, "käynnissä", "kesken"},
    {VALUE_STATUS, "ei aloitettu", "eiAloitettu"},
    {VALUE_STATUS, "eialoitettu", "eiAloitettu"},
    {VALUE_STATUS, "aloittamatta", "eiAloitettu"},
    {VALUE_STATUS, "käynnissä", "kaynnissa"},
    {VALUE_STATUS, "kaynnissa", "kaynnissa"},
    {VALUE_STATUS, "kesken", "kaynnissa"},
    {VALUE_STATUS, "toteutunut", "toteutunut"},
    {VALUE_STATUS, "toteutettu", "toteutunut"},
    {VALUE_STATUS, "valmis", "toteutunut"},
    {VALUE_STATUS, "keskeytynyt", "keskeytynyt"},
    {VALUE_STATUS, "keskeytetty", "keskeytynyt"},
    {VALUE_MARK, "x", "kylla"},
    {VALUE_MARK, "k", "kylla"},
    {VALUE_MARK, "kyllä", "kylla"},
    {VALUE_MARK, "1", "kylla"},
    {VALUE_MARK, "true", "kylla"},
    {VALUE_MARK, "ei julkinen", "kylla"},
    {VALUE_MARK, "ei-julkinen", "kylla"},
    {VALUE_TARGET, "suunnitelma", "suunnitelma"},
    {VALUE_TARGET, "suunnitelmaa", "suunnitelma"},
    {VALUE_TARGET, "seuranta", "seuranta"},
    {VALUE_TARGET, "seurantaa", "seuranta"},
};

static const char *find_word(const char *written, enum value_words words)
{
    for (size_t i = 0; i < sizeof words_written / sizeof *words_written; i++)
        if (words_written[i].words == words && strcmp(words_written[i].written, written) == 0)
            return words_written[i].value;
    return NULL;
}

const char *value_word(const struct xlsx_cell *cell, enum value_words words, struct arena *arena)
{
    char *written = arena_strdup(arena, xlsx_plain(cell->text, arena));
    for (size_t size = strlen(written); size && strchr(".!", written[size - 1]); size--)
        written[size - 1] = '\0';
    const char *value = find_word(written, words);
    if (!value && words == VALUE_DONE) /* "has it been done?": a yes is certain enough */
        value = find_word(written, VALUE_YES_NO);
    if (words == VALUE_DONE && value && strcmp(value, "kylla") == 0)
        return "tehty";
    return words == VALUE_DONE && value && strcmp(value, "ei") == 0 ? "eiTehty" : value;
}

/* Takes an ending off a text that has it. */
static void take_off(char *text, const char *ending)
{
    size_t size = strlen(text), own = strlen(ending);
    if (!own || size <= own || strcmp(text + size - own, ending) != 0)
        return;
    text[size - own] = '\0';
    while (size > own && text[size - own - 1] == ' ')
        text[--size - own] = '\0';
}

/* Reads whole digits in which spaces set apart groups of three. Returns what follows them; NULL for
 * none, more than nine, or other groups. */
static const char *read_whole(const char *text, char *digits)
{
    enum { MOST = 9 };
    size_t count = 0, group = strspn(text, DIGITS);
    bool is_grouped = text[group] == ' ' && group <= 3;
    for (;;) {
        if (!group || count + group > MOST)
            return NULL;
        memcpy(digits + count, text, group);
        count += group;
        text += group;
        if (!is_grouped || *text != ' ')
            break;
        text++;
        group = strspn(text, DIGITS);
        if (group != 3)
            return NULL;
    }
    digits[count] = '\0';
    return text;
}

/* Returns where a minus ends that begins a text; the text itself when none does. */
static const char *skip_minus(const char *text)
{
    static const char *const signs[] = {"-", "−", "–"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strncmp(text, signs[i], strlen(signs[i])) == 0)
            return text + strlen(signs[i]) + strspn(text + strlen(signs[i]), " ");
    return text;
}

static const char *read_number(const char *text, bool is_whole, struct arena *arena)
{
    enum { DECIMALS = 3, ROOM = 10 };
    char digits[ROOM];
    const char *begin = skip_minus(text), *rest = read_whole(begin, digits);
    size_t decimals = 0;
    if (!rest)
        return NULL;
    if (*rest == ',' || *rest == '.') {
        rest++;
        decimals = strspn(rest, DIGITS);
        if (!decimals || rest[decimals])
            return NULL;
        while (decimals && rest[decimals - 1] == '0')
            decimals--;
    } else if (*rest)
        return NULL;
    if (decimals > (is_whole ? 0 : DECIMALS))
        return NULL;
    const char *whole = digits + strspn(digits, "0");
    return arena_printf(arena, "%s%s%s%.*s", begin > text ? "-" : "", *whole ? whole : "0",
                        decimals ? "." : "", (int)decimals, rest);
}

const char *value_number(const struct xlsx_cell *cell, const char *unit, bool is_whole,
                         struct arena *arena)
{
    char *text = arena_strdup(arena, xlsx_plain(cell->text, arena));
    if (cell->kind != XLSX_TEXT && cell->kind != XLSX_NUMBER)
        return NULL;
    take_off(text, unit ? xlsx_plain(unit, arena) : "");
    take_off(text, "kpl");
    return read_number(text, is_whole, arena);
}

const char *value_year(const struct xlsx_cell *cell, struct arena *arena)
{
    int year;
    const char *text = xlsx_plain(cell->text, arena);
    bool is_one = cell->kind == XLSX_TEXT || cell->kind == XLSX_NUMBER;
    return is_one && calendar_read_year(text, &year) && year >= 1000 && year < 3000 ? text : NULL;
}
