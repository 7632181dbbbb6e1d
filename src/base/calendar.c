#include "base/calendar.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_of(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

bool calendar_has(int year, int month, int day)
{
    return month >= 1 && month <= 12 && day >= 1 && day <= days_of(year, month);
}

/* Returns whether a text has the form of a date, digits and hyphens. */
static bool has_form(const char *text)
{
    static const char form[] = "dddd-dd-dd";
    if (strlen(text) != strlen(form))
        return false;
    for (size_t i = 0; form[i]; i++)
        if (form[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != form[i])
            return false;
    return true;
}

static int number(const char *digits, size_t count)
{
    int value = 0;
    for (size_t i = 0; i < count; i++)
        value = 10 * value + digits[i] - '0';
    return value;
}

/* Returns the days from 1 January of the year 1 to that of another. */
static int32_t days_before(int year)
{
    int years = year - 1;
    return 365 * years + years / 4 - years / 100 + years / 400;
}

bool calendar_read(const char *text, int32_t *day)
{
    if (!has_form(text))
        return false;
    int year = number(text, 4), month = number(text + 5, 2), of_month = number(text + 8, 2);
    if (year < 1 || !calendar_has(year, month, of_month))
        return false;
    *day = days_before(year) - days_before(1970) + of_month - 1;
    for (int before = 1; before < month; before++)
        *day += days_of(year, before);
    return true;
}

bool calendar_read_year(const char *text, int *year)
{
    enum { DIGITS = 4 };
    if (strlen(text) != DIGITS || strspn(text, "0123456789") != DIGITS)
        return false;
    *year = number(text, DIGITS);
    return true;
}

int32_t calendar_days_between(const char *from, const char *to)
{
    int32_t first, second;
    return calendar_read(from, &first) && calendar_read(to, &second) ? second - first : 0;
}

void calendar_write(const char *date, struct buf *out)
{
    buf_printf(out, "%ld.%ld.%.4s", strtol(date + 8, NULL, 10), strtol(date + 5, NULL, 10), date);
}
