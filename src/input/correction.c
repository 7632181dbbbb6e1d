#include "input/correction.h"

#include "base/message.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

static bool is_in_calendar(int day, int month, int year)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month >= 1 && month <= 12 && day >= 1 &&
           day <= days[month - 1] + (month == 2 && is_leap);
}

static bool correct_date(const char *text, struct buf *out)
{
    int day, month, year, end = 0;
    if (sscanf(text, " %2d.%2d.%4d %n", &day, &month, &year, &end) != 3 || !end || text[end] ||
        year < 1000 || !is_in_calendar(day, month, year))
        return false;
    buf_printf(out, "%04d-%02d-%02d", year, month, day);
    return true;
}

static bool correct_decimal(const char *text, struct buf *out)
{
    size_t whole = strspn(text, "-0123456789");
    size_t decimals = text[whole] == ',' ? strspn(text + whole + 1, "0123456789") : 0;
    if (!whole || !decimals || text[whole + 1 + decimals])
        return false;
    buf_printf(out, "%.*s.%s", (int)whole, text, text + whole + 1);
    return true;
}

/* The letter of an identifier that stands for a character; 0 for none. */
static char plain(uint32_t c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/' || c == '.')
        return (char)c;
    if (c == ' ' || c == '_')
        return '-';
    if (c == 0xE4 || c == 0xE5 || c == 0xC4 || c == 0xC5)
        return 'a';
    return c == 0xF6 || c == 0xD6 ? 'o' : '\0';
}

static bool correct_identifier(const struct vocabulary *vocabulary, const xmlNode *type,
                               const char *text, struct buf *out)
{
    for (const char *at = text; *at;) {
        uint32_t codepoint;
        size_t size = utf8_read(at, &codepoint);
        char letter = size ? plain(codepoint) : '\0';
        if (!letter)
            return false;
        buf_char(out, letter);
        at += size;
    }
    return out->size && strcmp(out->data, text) != 0 &&
           vocabulary_fits(vocabulary, type, out->data);
}

void correction_write(const struct vocabulary *vocabulary, const xmlNode *type, const char *builtin,
                      const char *text, struct buf *hint)
{
    struct buf meant = {0};
    bool found = false;
    if (builtin && strcmp(builtin, "date") == 0)
        found = correct_date(text, &meant);
    else if (builtin && strcmp(builtin, "decimal") == 0)
        found = correct_decimal(text, &meant);
    else if (type && !vocabulary_fits(vocabulary, type, text))
        found = correct_identifier(vocabulary, type, text, &meant);
    if (found)
        buf_printf(hint, _("did you mean %s?"), meant.data);
    buf_free(&meant);
}
