#include "followup/book_value.h"

#include "base/blank.h"
#include "base/buf.h"
#include "base/calendar.h"
#include "base/utf8.h"

#include <glib.h>

#include <stdlib.h>
#include <string.h>

/* Returns whether a character is shown as nothing at all. */
static bool is_nothing(uint32_t codepoint)
{
    return codepoint == 0x200B || codepoint == 0x2060 || codepoint == 0xFEFF;
}

/* Appends a text with each stretch of spaces of any kind as one space, and none at its ends. */
static void append_plain(const char *text, struct buf *out)
{
    bool is_apart = false;
    buf_string(out, "");
    for (uint32_t codepoint; *text;) {
        size_t size = utf8_read(text, &codepoint);
        text += size ? size : 1;
        if (!size || is_nothing(codepoint))
            continue;
        if (g_unichar_isspace(codepoint)) {
            is_apart = out->size > 0;
            continue;
        }
        buf_string(out, is_apart ? " " : "");
        buf_codepoint(out, codepoint);
        is_apart = false;
    }
}

/* Returns the size of a text without the spaces of any kind at its end. */
static size_t size_of(const char *text)
{
    size_t size = 0;
    for (const char *at = text; *at;) {
        uint32_t codepoint;
        size_t step = utf8_read(at, &codepoint);
        at += step ? step : 1;
        if (step && !is_nothing(codepoint) && !g_unichar_isspace(codepoint))
            size = (size_t)(at - text);
    }
    return size;
}

const char *value_text(const struct xlsx_cell *cell, struct arena *arena)
{
    const char *begin = cell->text;
    uint32_t codepoint;
    for (size_t step; (step = utf8_read(begin, &codepoint)) && *begin; begin += step)
        if (!is_nothing(codepoint) && !g_unichar_isspace(codepoint))
            break;
    char *text = arena_strndup(arena, begin, size_of(begin));
    blank_collapse(text);
    return text;
}

const char *value_plain(const char *text, struct arena *arena)
{
    struct buf plain = {0};
    append_plain(text, &plain);
    char *composed = g_utf8_normalize(plain.data, -1, G_NORMALIZE_NFC);
    char *small = composed ? g_utf8_strdown(composed, -1) : NULL;
    const char *result = arena_strdup(arena, small ? small : "");
    g_free(composed);
    g_free(small);
    buf_free(&plain);
    return result;
}

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
    char *written = arena_strdup(arena, value_plain(cell->text, arena));
    for (size_t size = strlen(written); size && strchr(".!", written[size - 1]); size--)
        written[size - 1] = '\0';
    const char *value = find_word(written, words == VALUE_MARK ? VALUE_YES_NO : words);
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
    char *text = arena_strdup(arena, value_plain(cell->text, arena));
    if (cell->kind != XLSX_TEXT && cell->kind != XLSX_NUMBER)
        return NULL;
    take_off(text, unit ? value_plain(unit, arena) : "");
    take_off(text, "kpl");
    return read_number(text, is_whole, arena);
}

/* Reads a number of a day's parts, up to the sign behind it, which may be the text's end. Returns
 * what follows, or NULL. */
static const char *read_part(const char *text, char sign, size_t most, int *number)
{
    size_t size = strspn(text, DIGITS);
    if (!size || size > most || text[size] != sign)
        return NULL;
    *number = (int)strtol(text, NULL, 10);
    text += size + (sign != '\0');
    return text + strspn(text, " ");
}

/* Reads 9.11.2026, or 2026-11-09. */
static const char *read_day(const char *text, struct arena *arena)
{
    int year, month, day;
    int32_t number;
    if (calendar_read(text, &number))
        return text;
    const char *at = read_part(text, '.', 2, &day);
    at = at ? read_part(at, '.', 2, &month) : NULL;
    at = at && strlen(at) == 4 ? read_part(at, '\0', 4, &year) : NULL;
    return at && year >= 1000 && calendar_has(year, month, day)
               ? arena_printf(arena, "%04d-%02d-%02d", year, month, day)
               : NULL;
}

/* Finds a dash between two days. Returns NULL when there is none. */
static char *find_dash(char *text, size_t *size)
{
    static const char *const dashes[] = {"–", "—", " - ", "-"};
    int32_t number;
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes && !calendar_read(text, &number); i++) {
        char *found = strstr(text, dashes[i]);
        *size = strlen(dashes[i]);
        if (found)
            return found;
    }
    return NULL;
}

/* Reads the first of several days, of which the month and the year may stand with the last. */
static const char *read_first(const char *text, const char *last, struct arena *arena)
{
    const char *day = read_day(text, arena);
    size_t size = strlen(text);
    if (day || !size)
        return day;
    const char *dot = text[size - 1] == '.' ? "" : ".";
    day = read_day(arena_printf(arena, "%s%s%.4s", text, dot, last), arena);
    return day ? day
               : read_day(arena_printf(arena, "%s%s%.2s.%.4s", text, dot, last + 5, last), arena);
}

const char *value_day(const struct xlsx_cell *cell, const char **last, struct arena *arena)
{
    size_t size;
    char *text = arena_strdup(arena, value_plain(cell->text, arena));
    char *dash = last ? find_dash(text, &size) : NULL;
    if (last)
        *last = NULL;
    if (cell->kind != XLSX_TEXT && cell->kind != XLSX_DATE)
        return NULL;
    if (!dash)
        return read_day(text, arena);
    const char *behind = dash + size;
    for (*dash = '\0'; dash > text && dash[-1] == ' ';)
        *--dash = '\0';
    *last = read_day(behind + strspn(behind, " "), arena);
    return *last ? read_first(text, *last, arena) : NULL;
}

const char *value_year(const struct xlsx_cell *cell, struct arena *arena)
{
    int year;
    const char *text = value_plain(cell->text, arena);
    bool is_one = cell->kind == XLSX_TEXT || cell->kind == XLSX_NUMBER;
    return is_one && calendar_read_year(text, &year) && year >= 1000 && year < 3000 ? text : NULL;
}
