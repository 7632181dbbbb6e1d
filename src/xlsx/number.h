/* Numbers of cells as a person reads them. The locale's decimal sign has to be a full stop. */
#ifndef PYKALA_XLSX_NUMBER_H
#define PYKALA_XLSX_NUMBER_H

#include "base/buf.h"

#include <stdbool.h>

/* Reads a number, with or without an exponent. Returns false for what is none. */
bool number_read(const char *text, double *number);

/* Appends number × 10^shift without an exponent, in the fewest of at most 15 digits. */
void number_write(double number, int shift, struct buf *out);

/* Appends the day that a number stands for in the date system of 1900 or 1904. Returns false, and
 * appends nothing, when it stands for none. */
bool number_write_day(double number, bool is_1904, struct buf *out);

/* Appends the time of day that a number of days stands for, to the second, "9:30" or "9:30:15".
 * Returns false, and appends nothing, below zero and for over a hundred years. */
bool number_write_time(double number, struct buf *out);

#endif
