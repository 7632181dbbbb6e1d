#include "base/decimal.h"

#include "base/blank.h"

#include <string.h>

static const int64_t limit = 1000000000000 * DECIMAL_UNIT;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Reads the digits before the point, and at most DECIMAL_PLACES after it. */
static const char *read_digits(const char *text, int64_t *value)
{
    for (; is_digit(*text) && *value <= limit; text++)
        *value = *value * 10 + (*text - '0');
    return text;
}

static const char *read_fraction(const char *text, int64_t *value)
{
    for (int64_t place = DECIMAL_UNIT / 10; is_digit(*text); text++, place /= 10)
        *value += (*text - '0') * place;
    return text;
}

struct decimal decimal_read(const char *text)
{
    if (!text)
        return (struct decimal){0};
    text += strspn(text, BLANK);
    bool is_negative = *text == '-';
    text += *text == '-' || *text == '+';
    bool has_digits = is_digit(*text) || (*text == '.' && is_digit(text[1]));
    int64_t value = 0;
    text = read_digits(text, &value);
    if (value > limit / DECIMAL_UNIT)
        return (struct decimal){0};
    value *= DECIMAL_UNIT;
    if (*text == '.')
        text = read_fraction(text + 1, &value);
    text += strspn(text, BLANK);
    return (struct decimal){.is_given = has_digits && !*text,
                            .value = is_negative ? -value : value};
}

int64_t decimal_percent(size_t part, size_t whole)
{
    int64_t tenths = ((int64_t)part * 2000 + (int64_t)whole) / (2 * (int64_t)whole);
    return tenths * (DECIMAL_UNIT / 10);
}

void decimal_write(int64_t value, struct buf *out)
{
    buf_decimal(out, value, DECIMAL_UNIT, DECIMAL_PLACES);
}
