#include "xlsx/written.h"

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

const char *xlsx_text(const struct xlsx_cell *cell, struct arena *arena)
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

const char *xlsx_plain(const char *text, struct arena *arena)
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

const char *xlsx_day(const struct xlsx_cell *cell, const char **last, struct arena *arena)
{
    size_t size;
    char *text = arena_strdup(arena, xlsx_plain(cell->text, arena));
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
