#include "meetings/value.h"

#include "base/message.h"
#include "base/utf8.h"
#include "xlsx/written.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

const struct meeting_outcome meetings_outcomes[] = {
    {"paatetty", "päätetty"},
    {"poydalle", "pöydälle"},
    {"palautettu", "palautettu"},
    {"hylatty", "hylätty"},
    {NULL, NULL},
};

char *value_trimmed(const char *text, struct arena *arena)
{
    char *copy = arena_strdup(arena, text), *end = copy;
    for (uint32_t character = 0; *text;) {
        size_t size = utf8_read(text, &character);
        bool is_blank = character <= ' ' || character == 0xA0 || character == 0x202F;
        if (!is_blank) {
            memmove(end, text, size);
            end += size;
        } else if (end > copy && end[-1] != ' ') {
            *end++ = ' ';
        }
        text += size;
    }
    if (end > copy && end[-1] == ' ')
        end--;
    *end = '\0';
    return copy;
}

/* Reads so many digits at most. Returns what stands behind them, or NULL for none. */
static const char *read_digits(const char *at, size_t most, int *number)
{
    size_t count = strspn(at, "0123456789");
    if (count == 0 || count > most)
        return NULL;
    *number = (int)strtol(at, NULL, 10);
    return at + count;
}

/* Reads a day of the years 1000 to 2999. */
static const char *read_day(const struct xlsx_cell *cell, struct arena *arena)
{
    const char *day = xlsx_day(cell, NULL, arena);
    return day && (*day == '1' || *day == '2') ? day : NULL;
}

/* Reads the number of an item, with or without its sign: 12, 12 §, § 12. */
static const char *read_item(const char *text, struct arena *arena)
{
    static const char sign[] = "§";
    int number;
    if (strncmp(text, sign, sizeof sign - 1) == 0)
        text += sizeof sign - 1;
    text += *text == ' ';
    const char *rest = read_digits(text, 4, &number);
    if (!rest || number == 0)
        return NULL;
    rest += *rest == ' ';
    bool is_number = !*rest || strcmp(rest, sign) == 0;
    return is_number ? arena_printf(arena, "%d", number) : NULL;
}

/* Returns the size of a letter of a record number's parts, 0 for none. */
static size_t letter_size(const char *at)
{
    static const char *const wide[] = {"Å", "Ä", "Ö", "å", "ä", "ö"};
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (strncmp(at, wide[i], 2) == 0)
            return 2;
    return isalnum((unsigned char)*at) || *at == '.';
}

/* Returns whether there is a year at a place, and behind it nothing or one number more. */
static bool ends_with_year(const char *at)
{
    if ((strncmp(at, "19", 2) != 0 && strncmp(at, "20", 2) != 0) || strspn(at, "0123456789") != 4)
        return false;
    at += 4;
    if (*at != '/' && *at != '-')
        return !*at;
    size_t digits = strspn(at + 1, "0123456789");
    return digits && !at[1 + digits];
}

/* Reads a record number as the schema has it (diaarinumero): 41/00.04.01/2026. */
static const char *read_record(const char *text)
{
    enum { MOST = 100 };
    bool is_known = false;
    const char *at = text;
    for (size_t size; *at; at++) {
        const char *part = at;
        while ((size = letter_size(at)))
            at += size;
        if (at == part || (*at && *at != '/' && *at != '-'))
            return NULL;
        if (!*at)
            break;
        is_known |= ends_with_year(at + 1);
    }
    return is_known && utf8_count(text, strlen(text)) <= MOST ? text : NULL;
}

static const char *read_outcome(const char *text, struct arena *arena)
{
    const char *plain = xlsx_plain(text, arena);
    for (const struct meeting_outcome *outcome = meetings_outcomes; outcome->id; outcome++)
        if (strcmp(plain, outcome->id) == 0 || strcmp(plain, outcome->words) == 0)
            return outcome->id;
    return NULL;
}

const char *value_read(const struct xlsx_cell *cell, enum meeting_column column,
                       struct arena *arena)
{
    if (!cell)
        return "";
    if (cell->kind == XLSX_ERROR || cell->kind == XLSX_BOOLEAN || cell->kind == XLSX_NO_VALUE)
        return NULL;
    char *text = value_trimmed(cell->text, arena);
    if (!*text)
        return "";
    if (column == MEETING_DAY)
        return read_day(cell, arena);
    if (cell->kind == XLSX_DATE)
        return NULL;
    if (column == MEETING_ITEM)
        return read_item(text, arena);
    if (column == MEETING_RECORD)
        return read_record(text);
    return column == MEETING_OUTCOME ? read_outcome(text, arena) : text;
}

const char *value_hint(enum meeting_column column)
{
    switch (column) {
    case MEETING_DAY:
        return _("write the day of the meeting as 9.11.2026");
    case MEETING_ITEM:
        return _("write the number of the item, from 1 to 9999");
    case MEETING_RECORD:
        return _("write the record number with its year, as 41/00.04.01/2026; format the cell as "
                 "text first");
    case MEETING_OUTCOME:
        return _("write päätetty, pöydälle, palautettu or hylätty");
    default:
        return _("write it as text");
    }
}
