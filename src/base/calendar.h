/* Days of the Gregorian calendar as numbers. */
#ifndef PYKALA_BASE_CALENDAR_H
#define PYKALA_BASE_CALENDAR_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

/* Returns whether a month of a year has the day; months and days begin with 1. */
bool calendar_has(int year, int month, int day);

/* Reads 2027-01-31 as the days since 1 January 1970. Returns false for what isn't such a day. */
bool calendar_read(const char *text, int32_t *day);

/* Reads 2027 as a year. Returns false for what isn't four digits. */
bool calendar_read_year(const char *text, int *year);

/* Returns how many days the second day is after the first, both written as 2027-01-31; less than 0
 * when it is before that, and 0 when either isn't such a day. */
int32_t calendar_days_between(const char *from, const char *to);

/* Appends a day written as 2027-01-31 as people in Finland write it: 31.1.2027. */
void calendar_write(const char *date, struct buf *out);

#endif
