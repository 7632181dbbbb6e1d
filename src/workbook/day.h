/* Days of the calendar as numbers, as Excel and the clock count them. */
#ifndef PYKALA_WORKBOOK_DAY_H
#define PYKALA_WORKBOOK_DAY_H

#include <stdbool.h>
#include <stdint.h>

/* Excel counts from the eve of 1900, and takes that for a leap year: its numbers are right from
 * 1 March 1900. */
enum { DAY_OF_1970_IN_EXCEL = 25569, DAY_FIRST_IN_EXCEL = 61 };

/* Reads 2027-01-31 as the days since 1 January 1970. Returns false for what isn't such a day. */
bool day_read(const char *text, int32_t *day);

#endif
