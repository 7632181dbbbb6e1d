#include "xlsx/number.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS = 15, LAST_DAY = 2958465 /* 31 December 9999 */, DAYS_TO_1904 = 1462 };

bool number_read(const char *text, double *number)
{
    char *end;
    if (!*text || text[strspn(text, "+-.0123456789eE")])
        return false;
    *number = strtod(text, &end);
    return !*end && isfinite(*number);
}

static void append_zeros(int count, struct buf *out)
{
    for (int i = 0; i < count; i++)
        buf_char(out, '0');
}

void number_write(double number, int shift, struct buf *out)
{
    char text[40]; /* -1.23456789012345e+308 */
    snprintf(text, sizeof text, "%.*e", DIGITS - 1, fabs(number));
    char *exponent = strchr(text, 'e');
    int whole = (int)strtol(exponent + 1, NULL, 10) + 1 + shift; /* digits before the stop */
    memmove(text + 1, text + 2, DIGITS - 1);
    int digits = DIGITS;
    while (digits && text[digits - 1] == '0')
        digits--;
    if (!digits) {
        buf_char(out, '0');
        return;
    }
    if (number < 0)
        buf_char(out, '-');
    int before = whole < 0 ? 0 : whole < digits ? whole : digits;
    buf_append(out, text, (size_t)before);
    append_zeros(whole > digits ? whole - digits : whole <= 0, out);
    if (before == digits)
        return;
    buf_char(out, '.');
    append_zeros(-whole, out);
    buf_append(out, text + before, (size_t)(digits - before));
}

/* Appends the day that comes so many days after 1 March 2000 (may be negative) less a multiple of
 * 400 years: the calendar's arithmetic on a year that begins in March. */
static void append_day(int64_t days, struct buf *out)
{
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t of_era = days - era * 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * of_year + 2) / 153;
    int day = (int)(of_year - (153 * month + 2) / 5 + 1);
    int civil_month = (int)(month < 10 ? month + 3 : month - 9);
    int civil_year = (int)(2000 + era * 400 + year + (civil_month <= 2));
    buf_printf(out, "%04d-%02d-%02d", civil_year, civil_month, day);
}

bool number_write_day(double number, bool is_1904, struct buf *out)
{
    enum { FIRST_MARCH_1900 = 61, FIRST_MARCH_2000 = 36586 };
    if (!(number >= 0 && number < LAST_DAY + 1))
        return false;
    int64_t day = (int64_t)number + (is_1904 ? DAYS_TO_1904 : 0);
    /* Day 60 is a 29 February 1900 that never was, and days before it count from one earlier. */
    if (day < 1 || day == FIRST_MARCH_1900 - 1 || day > LAST_DAY)
        return false;
    append_day(day + (day < FIRST_MARCH_1900) - FIRST_MARCH_2000, out);
    return true;
}

bool number_write_time(double number, struct buf *out)
{
    enum { DAY = 86400, HUNDRED_YEARS = 36525 };
    if (!(number >= 0 && number < HUNDRED_YEARS))
        return false;
    int64_t seconds = (int64_t)(number * DAY + 0.5);
    buf_printf(out, "%d:%02d", (int)(seconds / 3600), (int)(seconds / 60 % 60));
    if (seconds % 60)
        buf_printf(out, ":%02d", (int)(seconds % 60));
    return true;
}
